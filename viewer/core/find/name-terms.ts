import { foldMarks } from '../text/fold-marks';

/** Syllables that are written together at most: "Mù Cang Chải", "Si Ma Cai", "Hoàng Su Phì". */
const JOINED_MAX = 4;
const NOT_A_LETTER = /[^\p{Letter}\p{Number}]+/u;

/** The words of a text without marks: "Phà Đin, 1954" is pha, din, 1954. */
export function wordsOf(text: string): string[] {
  return foldMarks(text)
    .split(NOT_A_LETTER)
    .filter((word) => word !== '');
}

/**
 * What a name is found by: its words, and neighbouring words as people write them together
 * ("Sa Pa" is sa, pa and sapa), the whole name too.
 */
export function nameTerms(name: string): string[] {
  const words = wordsOf(name);
  const terms = new Set(words);
  for (let length = 2; length <= Math.min(JOINED_MAX, words.length); length++) {
    for (let at = 0; at + length <= words.length; at++) {
      terms.add(words.slice(at, at + length).join(''));
    }
  }
  if (words.length > JOINED_MAX) terms.add(words.join(''));
  return [...terms];
}
