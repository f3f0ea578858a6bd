import { useApp, useAppState } from '../../state/app-context';
import type { Locale } from '../../state/store';
import { useWords } from '../use-translate';
import styles from './language-switch.module.css';

const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'vi', name: 'Tiếng Việt' },
  { locale: 'en', name: 'English' },
];

/** Languages by their own names. */
export function LanguageSwitch() {
  const present = useAppState((state) => state.locale);
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <fieldset className={styles['switch']} aria-label={t('panel.language')}>
      {LANGUAGES.map(({ locale, name }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === present}
          onClick={() => actions.setLocale(locale)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
