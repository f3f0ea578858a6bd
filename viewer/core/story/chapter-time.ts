/** Words a minute at which a text is read aloud without haste. */
const WORDS_PER_MINUTE = 140;
/** Time to arrive and to look before the next thing happens. */
const LOOK_S = 4;
const LEAST_S = 8;

/** How long a chapter stays where nobody says: as long as its text takes to be read aloud. */
export function readingTimeS(narration: string): number {
  const words = narration.split(/\s+/u).filter((word) => word !== '').length;
  return Math.max(LEAST_S, LOOK_S + (words * 60) / WORDS_PER_MINUTE);
}

/** A sentence of a narration and the share of its time at which it begins, 0 to 1. */
export interface TimedSentence {
  readonly text: string;
  readonly fromRatio: number;
}

/** A narration cut into sentences; each takes time by its length. */
export function timedSentences(narration: string): readonly TimedSentence[] {
  const sentences = narration.match(/[^.!?…]+[.!?…]*["”’)]*\s*/gu) ?? [];
  const texts = sentences.map((one) => one.trim()).filter((one) => one !== '');
  const length = texts.reduce((sum, one) => sum + one.length, 0);
  let before = 0;
  return texts.map((text) => {
    const fromRatio = length === 0 ? 0 : before / length;
    before += text.length;
    return { text, fromRatio };
  });
}

/** Index of the sentence that is on at a share of the time; 0 for an empty narration. */
export function sentenceAt(sentences: readonly TimedSentence[], ratio: number): number {
  const next = sentences.findIndex(({ fromRatio }) => fromRatio > ratio);
  return next < 0 ? Math.max(0, sentences.length - 1) : Math.max(0, next - 1);
}
