import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PLACE_KINDS, PRODUCT_KINDS } from '#scene';
import en from './en.json';
import { messageKeyOf, preferredLocale, translatorOf } from './messages';
import vi from './vi.json';

describe('language files', () => {
  it('say every sentence in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const text of [...Object.values(en), ...Object.values(vi)]) {
      expect(text.trim()).not.toBe('');
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('use the same values in both languages', () => {
    const valuesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) {
      expect(valuesOf(en[key]), key).toEqual(valuesOf(vi[key]));
    }
  });

  it('have a word for every kind of place and product', () => {
    for (const kind of [...PLACE_KINDS, ...PRODUCT_KINDS, 'route', 'event']) {
      expect(messageKeyOf(`kind.${kind}`), kind).not.toBe(null);
    }
  });

  it('have no sentence that nobody says', async () => {
    const files = await readdir('viewer', { recursive: true });
    const sources = await Promise.all(
      files
        .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n'))
        .map((file) => readFile(`viewer/${file}`, 'utf8')),
    );
    const code = sources.join('\n');
    const unused = Object.keys(vi).filter(
      (key) => !code.includes(`'${key}'`) && !/^(quality|kind)\./.test(key),
    );
    expect(unused).toEqual([]);
  });
});

describe('translatorOf', () => {
  it('fills in values', () => {
    expect(translatorOf('vi')('place.heightAboveSea', { height: '3.147' })).toBe(
      '3.147 m so với mực nước biển',
    );
  });
});

describe('preferredLocale', () => {
  it('takes the first language that is there', () => {
    expect(preferredLocale(['fr-FR', 'vi-VN', 'en'])).toBe('vi');
    expect(preferredLocale(['ja'])).toBe('en');
  });
});
