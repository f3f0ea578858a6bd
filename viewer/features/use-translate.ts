import { useMemo } from 'react';
import type { LocalizedText } from '#scene';
import { type Translate, translatorOf } from '../i18n/messages';
import { useAppState } from '../state/app-context';
import type { Locale } from '../state/store';

/** Words of the page's present language: `t` for the interface, `text` for content. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translate;
  readonly text: (content: LocalizedText) => string;
  readonly number: (value: number, digits?: number) => string;
}

/** The words of the present language. */
export function useWords(): Words {
  const locale = useAppState((state) => state.locale);
  return useMemo(
    () => ({
      locale,
      t: translatorOf(locale),
      text: (content) => content[locale] ?? content.vi,
      number: (value, digits = 0) =>
        new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    }),
    [locale],
  );
}
