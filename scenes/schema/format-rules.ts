/** What a rule of form wants and how to mend a text that breaks it. */
export interface FormatRule {
  readonly expected: string;
  readonly fix: string;
}

/**
 * Rules that a string has to keep beside being a string, by the stable code of the fault.
 * Parsers give the code as the message of their check; {@link SceneIssue} takes the words here.
 */
export const FORMAT_RULES = {
  'scene-id-format': {
    expected: 'an id of lower-case letters, digits and single hyphens',
    fix: 'Write it like mu-cang-chai.',
  },
  'scene-text-control': {
    expected: 'text without control or invisible characters and without spaces at its ends',
    fix: 'Delete the invisible characters and the spaces at both ends; names stay on one line.',
  },
  'scene-text-html': {
    expected: 'plain text',
    fix: 'Take the HTML tags and entities out: content is text, never HTML.',
  },
  'scene-text-not-nfc': {
    expected: 'text in Unicode form NFC',
    fix: 'Save the file as NFC (composed): a Vietnamese vowel with its marks is one character.',
  },
  'scene-date-format': {
    expected: 'a date such as 2026, 2026-11 or 2026-11-21 that exists',
    fix: 'Write year, year-month or year-month-day.',
  },
  'scene-url-format': {
    expected: 'an address that begins with https:// or http://',
    fix: 'Give the whole address, without spaces.',
  },
  'scene-file-format': {
    expected: 'the name of a file in the same folder',
    fix: 'Write a bare file name such as recipe.json.',
  },
  'scene-road-format': {
    expected: 'a road number such as QL.6, QL.4D, CT.05 or DT.128',
    fix: 'Write the class, a dot and the number.',
  },
  'scene-months-order': {
    expected: 'months 1 to 12, each at most once',
    fix: 'Delete the repeated month.',
  },
  'scene-list-repeats': {
    expected: 'each id at most once',
    fix: 'Delete the repeated id.',
  },
  'scene-box-empty': {
    expected: 'a box whose south is below its north and whose west is not its east',
    fix: 'Set the four edges of the box.',
  },
  'scene-range-order': {
    expected: 'the smaller number first',
    fix: 'Swap the two ends of the range.',
  },
  'scene-draft-needed': {
    expected: 'a value, because the panorama is published',
    fix: 'Fill it in, or set "isDraft": true until it is known.',
  },
} as const satisfies Record<string, FormatRule>;

/** Stable code of a fault of form. */
export type FormatCode = keyof typeof FORMAT_RULES;

/** Whether a message given by a check is the code of a rule of form. */
export function isFormatCode(message: string): message is FormatCode {
  return Object.hasOwn(FORMAT_RULES, message);
}
