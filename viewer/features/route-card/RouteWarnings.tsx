import { TriangleAlert } from 'lucide-react';
import type { LocalizedText } from '#scene';
import { useWords } from '../use-translate';
import styles from './route-card.module.css';

/** What to mind on the way, and whom to call. */
export function RouteWarnings({ warnings }: { readonly warnings: readonly LocalizedText[] }) {
  const { t, text } = useWords();
  return (
    <section>
      <h3 className={styles['heading']}>{t('route.warnings')}</h3>
      <ul className={styles['warnings']}>
        {warnings.map((warning) => (
          <li key={warning.vi}>
            <TriangleAlert aria-hidden size={16} />
            <span>{text(warning)}</span>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('about.emergency')}</p>
    </section>
  );
}
