import type { Dictionaries } from './dictionaries';

/** Letters, with apostrophes inside: `d'eau`, `people’s`. */
const WORD = /[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;
/** Addresses, and units and endings after a number. */
const NOT_WORDS = /https?:\/\/\S+|(?<=\d\s?)(?:km|m|cm|ha|kg|MW|th|st|nd|rd)(?![\p{L}\p{M}])/gu;
/** Letters of roads, batches and grades: QL.4D, dáng chữ S. */
const IS_LETTER = /^(?:\p{Lu}|QL|CT|[a-z])$/u;
const HAS_MARK = /[^A-Za-z']/;
const IS_CAPITALISED = /^\p{Lu}/u;

/** Where the tone stands: `hòa` as most people write it, `hoà` as the dictionary has it. */
const OLD_TONES: readonly (readonly [RegExp, string, string])[] = [
  [/([òóỏõọ])([ae])$/, 'òóỏõọ', 'o'],
  [/([ùúủũụ])(y)$/, 'ùúủũụ', 'u'],
];
const TONED: Readonly<Record<string, string>> = { a: 'àáảãạ', e: 'èéẻẽẹ', y: 'ỳýỷỹỵ' };

/** Words of a text in order, without numbers, units and single letters. */
export function wordsOf(text: string): string[] {
  const words = text.replace(NOT_WORDS, ' ').match(WORD) ?? [];
  return words.filter((word) => !IS_LETTER.test(word));
}

/** A syllable with its tone on the last vowel of oa, oe and uy: `thủy` becomes `thuỷ`. */
export function dictionaryTone(syllable: string): string {
  for (const [ending, toned, plain] of OLD_TONES) {
    const match = ending.exec(syllable);
    const [whole, first = '', last = ''] = match ?? [];
    if (whole === undefined) continue;
    return syllable.slice(0, -2) + plain + (TONED[last]?.[toned.indexOf(first)] ?? last);
  }
  return syllable;
}

/** Says which words of a text neither a dictionary nor the list of local words knows. */
export class WordJudge {
  readonly #dictionaries: Dictionaries;
  readonly #local: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  /** @param local - names and local words; one in lower case is known capitalised too */
  constructor(dictionaries: Dictionaries, local: ReadonlySet<string>) {
    this.#dictionaries = dictionaries;
    this.#local = local;
  }

  /** Unknown words of a Vietnamese or English text, each once, as written. */
  unknown(text: string, locale: 'vi' | 'en'): string[] {
    const words = new Set(wordsOf(text));
    return [...words].filter((word) => !this.#knows(word, locale));
  }

  /** What was perhaps meant; undefined where nothing is near. */
  meant(word: string, locale: 'vi' | 'en'): string | undefined {
    return this.#dictionaries[locale].near(word)[0];
  }

  #knows(word: string, locale: 'vi' | 'en'): boolean {
    const key = `${locale} ${word}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const isKnown = locale === 'vi' ? this.#knowsVietnamese(word) : this.#knowsEnglish(word);
    this.#known.set(key, isKnown);
    return isKnown;
  }

  #knowsLocal(word: string): boolean {
    return this.#local.has(word) || this.#local.has(word.toLowerCase());
  }

  #knowsVietnamese(word: string): boolean {
    const lower = word.toLowerCase();
    const { vi } = this.#dictionaries;
    return [lower, dictionaryTone(lower), word].some(vi.knows) || this.#knowsLocal(word);
  }

  #knowsEnglish(word: string): boolean {
    const plain = word.replaceAll('’', "'");
    const stem = plain.replace(/'s?$/, '');
    const { en } = this.#dictionaries;
    if (en.knows(plain) || en.knows(stem) || this.#knowsLocal(stem)) return true;
    // Vietnamese words in an English text: names, and things that have no English name.
    const isBorrowed = HAS_MARK.test(stem) || IS_CAPITALISED.test(stem);
    return isBorrowed && this.#knowsVietnamese(stem);
  }
}
