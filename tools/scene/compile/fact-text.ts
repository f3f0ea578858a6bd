import type { Fact, LocalizedText, Place } from '#scene';

/** Numbers as Vietnamese and English write them. */
const FORMATS = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Range = { readonly from: number; readonly to: number };

/** A labelled line. */
export function fact(vi: string, en: string, value: LocalizedText): Fact {
  return { label: { vi, en }, value };
}

/** A number with its unit, the same in both languages. */
export function measure(value: number, unit: string): LocalizedText {
  return { vi: `${FORMATS.vi.format(value)} ${unit}`, en: `${FORMATS.en.format(value)} ${unit}` };
}

/** Hours or days from the least to the most. */
export function rangeText(range: Range, unit: { vi: string; en: string }): LocalizedText {
  const { vi, en } = FORMATS;
  if (range.from === range.to) {
    const plural = range.to === 1 ? '' : 's';
    return {
      vi: `${vi.format(range.to)} ${unit.vi}`,
      en: `${en.format(range.to)} ${unit.en}${plural}`,
    };
  }
  return {
    vi: `${vi.format(range.from)}–${vi.format(range.to)} ${unit.vi}`,
    en: `${en.format(range.from)}–${en.format(range.to)} ${unit.en}s`,
  };
}

/** Months as runs: 9, 10, 5 becomes "tháng 5, 9–10" and "May, September–October". */
export function monthsText(months: readonly number[]): LocalizedText {
  const runs = runsOf(months);
  const vi = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const en = runs.map(({ from, to }) =>
    from === to ? monthName(from) : `${monthName(from)}–${monthName(to)}`,
  );
  return { vi: `tháng ${vi.join(', ')}`, en: en.join(', ') };
}

/** Text after text, language by language. */
export function joined(first: LocalizedText, glue: string, second: LocalizedText): LocalizedText {
  return { vi: `${first.vi}${glue}${second.vi}`, en: `${first.en}${glue}${second.en}` };
}

/** How hard a place or a route is, in words. */
export const DIFFICULTY_TEXTS = {
  easy: { vi: 'dễ', en: 'easy' },
  moderate: { vi: 'vừa sức', en: 'moderate' },
  hard: { vi: 'khó', en: 'hard' },
  expert: { vi: 'chỉ dành cho người có kinh nghiệm', en: 'for the experienced only' },
} as const satisfies Record<Exclude<Place['difficulty'], object | undefined>, LocalizedText>;

function monthName(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? '';
}

/** Months that follow each other, December before January too. */
function runsOf(months: readonly number[]): Range[] {
  const wanted = new Set(months);
  if (wanted.size === 12) return [{ from: 1, to: 12 }];
  const isStart = (month: number) => wanted.has(month) && !wanted.has(month === 1 ? 12 : month - 1);
  return [...wanted]
    .filter(isStart)
    .sort((a, b) => a - b)
    .map((from) => {
      let to = from;
      while (wanted.has((to % 12) + 1)) to = (to % 12) + 1;
      return { from, to };
    });
}
