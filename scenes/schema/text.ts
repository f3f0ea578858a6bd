import { z } from 'zod';
import type { FormatCode } from './format-rules';

/** Languages that content may carry; Vietnamese and English always, the others where translated. */
export const CONTENT_LOCALES = ['vi', 'en', 'fr', 'ko', 'ja', 'zh-Hans', 'th'] as const;

/** A language that content may carry (BCP 47). */
export type ContentLocale = (typeof CONTENT_LOCALES)[number];

const NAME_MAX_CHARS = 120;
const PROSE_MAX_CHARS = 2400;

/** No control (Cc) or format (Cf: zero-width, bidi, BOM) characters, trimmed at both ends. */
const ONE_LINE = /^(?:[^\p{Cc}\p{Cf}\p{Z}](?:[^\p{Cc}\p{Cf}]*[^\p{Cc}\p{Cf}\p{Z}])?)$/u;
/** The same, and line feeds between paragraphs. */
const PARAGRAPHS = /^(?:[^\p{Cc}\p{Cf}\p{Z}](?:(?:[^\p{Cc}\p{Cf}]|\n)*[^\p{Cc}\p{Cf}\p{Z}])?)$/u;
/** The same, or nothing yet. */
const MAYBE_EMPTY = /^(?:[^\p{Cc}\p{Cf}\p{Z}](?:[^\p{Cc}\p{Cf}]*[^\p{Cc}\p{Cf}\p{Z}])?)?$/u;
/** Neither a tag nor an entity. Without flags, so that JSON Schema can carry it. */
const NO_HTML = /^(?![\s\S]*<[A-Za-z/!?])(?![\s\S]*&(?:[A-Za-z]+|#[0-9A-Fa-fx]+);)/u;

/** A check whose failure carries a stable code. */
export function formatCheck<T>(code: FormatCode, isGood: (value: T) => boolean) {
  return (context: z.core.ParsePayload<T>): void => {
    if (isGood(context.value)) return;
    context.issues.push({ code: 'custom', message: code, input: context.value });
  };
}

function plainText(form: RegExp, maxChars: number) {
  return z
    .string()
    .max(maxChars)
    .regex(form, 'scene-text-control' satisfies FormatCode)
    .regex(NO_HTML, 'scene-text-html' satisfies FormatCode)
    .check(formatCheck('scene-text-not-nfc', (text) => text === text.normalize('NFC')));
}

/** A name or label: one line of plain text, NFC. */
export const nameTextSchema = plainText(ONE_LINE, NAME_MAX_CHARS).min(1).meta({ id: 'OneLine' });

/** Plain text of one or more paragraphs, NFC. */
export const proseTextSchema = plainText(PARAGRAPHS, PROSE_MAX_CHARS).min(1).meta({ id: 'Prose' });

/** Why something is not known; may stay empty while a file is being written. */
export const reasonTextSchema = plainText(MAYBE_EMPTY, NAME_MAX_CHARS * 4);

function localized<T extends z.ZodString>(text: T) {
  return z.strictObject({
    vi: text,
    en: text,
    fr: text.exactOptional(),
    ko: text.exactOptional(),
    ja: text.exactOptional(),
    'zh-Hans': text.exactOptional(),
    th: text.exactOptional(),
  });
}

/** A name in Vietnamese and English, other languages where translated. */
export const localizedNameSchema = localized(nameTextSchema).meta({ id: 'LocalizedName' });

/** Prose in Vietnamese and English, other languages where translated. */
export const localizedProseSchema = localized(proseTextSchema).meta({ id: 'LocalizedProse' });

/** Whether a text would pass as one line of plain text (credits, answers of a form). */
export function isPlainName(text: string): boolean {
  return nameTextSchema.safeParse(text).success;
}
