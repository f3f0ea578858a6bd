declare module 'nspell' {
  /** A Hunspell dictionary in memory. */
  interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  export default function nspell(affixes: Uint8Array, words: Uint8Array): Speller;
}
