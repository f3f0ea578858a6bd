import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.json';
import vi from './vi.json';

/** Key of a sentence of the user interface; Vietnamese is the reference. */
export type MessageKey = keyof typeof vi;

/** The key that a text is; null where it is none. */
export function messageKeyOf(text: string): MessageKey | null {
  return text in vi ? (text as MessageKey) : null;
}

/** Languages with a complete file. */
export type UiLocale = 'vi' | 'en';

const MESSAGES: Readonly<Record<UiLocale, Readonly<Record<MessageKey, string>>>> = { vi, en };
const formats = new Map<string, IntlMessageFormat>();

/** Translates a key; values fill `{names}` in the sentence. */
export type Translate = (
  key: MessageKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The translator of a language. */
export function translatorOf(locale: UiLocale): Translate {
  return (key, values) => {
    const message = MESSAGES[locale][key];
    if (!values) return message;
    const cacheKey = `${locale}:${key}`;
    const format = formats.get(cacheKey) ?? new IntlMessageFormat(message, locale);
    formats.set(cacheKey, format);
    return String(format.format(values));
  };
}

/** The interface language that fits a browser's preferences best. */
export function preferredLocale(languages: readonly string[]): UiLocale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0];
    if (primary === 'vi' || primary === 'en') return primary;
  }
  return 'en';
}
