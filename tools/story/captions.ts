/** A line or two of text and when it is heard. */
export interface Cue {
  readonly startS: number;
  readonly endS: number;
  readonly text: string;
}

/** A cue longer than this does not fit two lines of a small screen. */
const CUE_MAX_CHARS = 84;
/** Characters that a calm voice reads in a second, where nobody has measured it. */
const CHARS_PER_S = { vi: 13, en: 14.5 } as const;
/** A full stop is heard as a pause as long as so many characters. */
const PAUSE_CHARS = 7;

/** Seconds that reading a text takes, by its length alone. */
export function estimatedDurationS(text: string, locale: 'vi' | 'en'): number {
  const weight = cueTexts(text).reduce((sum, cue) => sum + weightOf(cue), 0);
  return Math.max(1, Math.round((weight / CHARS_PER_S[locale]) * 10) / 10);
}

/**
 * Captions of a text read in a given time: one cue a sentence, long sentences parted at commas or
 * words, each for its share of the time.
 */
export function cuesOf(text: string, durationS: number): Cue[] {
  const texts = cueTexts(text);
  const total = texts.reduce((sum, cue) => sum + weightOf(cue), 0);
  let before = 0;
  return texts.map((cue) => {
    const startS = (durationS * before) / total;
    before += weightOf(cue);
    return { startS, endS: (durationS * before) / total, text: cue };
  });
}

/** @see WebVTT, https://www.w3.org/TR/webvtt1/ */
export function webVtt(cues: readonly Cue[], note: string): string {
  const blocks = cues.map(
    ({ startS, endS, text }, at) =>
      `${at + 1}\n${timestamp(startS)} --> ${timestamp(endS)}\n${escaped(text)}\n`,
  );
  return ['WEBVTT\n', `NOTE ${escaped(note)}\n`, ...blocks].join('\n');
}

function cueTexts(text: string): string[] {
  const sentences = text.replace(/\s+/g, ' ').match(/[^.!?…]+(?:[.!?…]+["”’)]*(?=\s|$)|[.!?…])*/g);
  return joinedNumbers(sentences ?? [text])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(partedSentence);
}

/** Full stops inside numbers and abbreviations end no sentence: 3.147 m, QL.4D. */
function joinedNumbers(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && /[.!?…]$/.test(last) && !/^\s/.test(piece)) {
      joined[joined.length - 1] = last + piece;
    } else joined.push(piece);
  }
  return joined;
}

function partedSentence(sentence: string): string[] {
  if (sentence.length <= CUE_MAX_CHARS) return [sentence];
  const parts = Math.ceil(sentence.length / CUE_MAX_CHARS);
  const aim = sentence.length / parts;
  const cut = nearestBreak(sentence, aim);
  if (cut === null) return [sentence];
  return [sentence.slice(0, cut).trim(), ...partedSentence(sentence.slice(cut).trim())];
}

/** The break nearest to a length; breaks after commas count as nearer than those between words. */
function nearestBreak(sentence: string, aimChars: number): number | null {
  let best: { at: number; cost: number } | null = null;
  for (const { index } of sentence.matchAll(/\s/g)) {
    if (index > CUE_MAX_CHARS) break;
    const isPause = /[,;:]/.test(sentence[index - 1] ?? '');
    const cost = Math.abs(index - aimChars) - (isPause ? 25 : 0);
    if (best === null || cost < best.cost) best = { at: index, cost };
  }
  return best?.at ?? null;
}

function weightOf(text: string): number {
  return text.length + (/[.!?…]$/.test(text) ? PAUSE_CHARS : 0);
}

function timestamp(timeS: number): string {
  const ms = Math.round(timeS * 1000);
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  const seconds = `${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
  return `${part(hours, 2)}:${part(minutes, 2)}:${seconds}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('-->', '→');
}
