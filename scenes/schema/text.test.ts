import { describe, expect, it } from 'vitest';
import { isPlainName, localizedProseSchema, nameTextSchema, proseTextSchema } from './text';

function codesOf(schema: typeof nameTextSchema, text: unknown): string[] {
  const parsed = schema.safeParse(text);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

describe('nameTextSchema', () => {
  it.each([
    ['composed Vietnamese', 'Ô Quý Hồ – đèo, 2.073 m'],
    ['a comparison sign that is no tag', 'dốc < 10 %'],
    ['an ampersand that is no entity', 'Mông & Dao'],
    ['one letter', 'A'],
    ['other scripts', '沙坝 사파 ซาปา'],
  ])('takes %s', (_what, text) => {
    expect(codesOf(nameTextSchema, text)).toEqual([]);
  });

  it.each([
    ['decomposed marks', 'Mù Cang Chải'.normalize('NFD'), 'scene-text-not-nfc'],
    ['a tag', '<b>Sa Pa</b>', 'scene-text-html'],
    ['a closing tag', 'Sa Pa</p>', 'scene-text-html'],
    ['a comment', 'Sa Pa <!-- x -->', 'scene-text-html'],
    ['a named entity', 'Mông &amp; Dao', 'scene-text-html'],
    ['a numbered entity', 'Sa&#160;Pa', 'scene-text-html'],
    ['a line feed', 'Sa\nPa', 'scene-text-control'],
    ['a tab', 'Sa\tPa', 'scene-text-control'],
    ['a zero-width space', 'Sa\u200bPa', 'scene-text-control'],
    ['a change of direction', 'Sa\u202ePa', 'scene-text-control'],
    ['a byte order mark', '\ufeffSa Pa', 'scene-text-control'],
    ['a space at its end', 'Sa Pa ', 'scene-text-control'],
  ])('refuses %s', (_what, text, code) => {
    expect(codesOf(nameTextSchema, text)).toContain(code);
  });

  it('refuses an empty text', () => {
    expect(isPlainName('')).toBe(false);
  });
});

describe('proseTextSchema', () => {
  it('takes paragraphs', () => {
    expect(codesOf(proseTextSchema, 'Một.\n\nHai.')).toEqual([]);
  });
});

describe('localizedProseSchema', () => {
  it('wants Vietnamese and English and knows the other languages', () => {
    expect(localizedProseSchema.safeParse({ vi: 'Đồi.', en: 'Hill.', ko: '언덕.' }).success).toBe(
      true,
    );
    expect(localizedProseSchema.safeParse({ vi: 'Đồi.' }).success).toBe(false);
    expect(localizedProseSchema.safeParse({ vi: 'Đồi.', en: 'Hill.', xx: '?' }).success).toBe(
      false,
    );
  });
});
