/** A day of the Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;
/** Julian day number of 1 January 1970, the day that begins at noon of it. */
const EPOCH_JULIAN_DAY_NUMBER = 2_440_588;

/**
 * Julian day number (JDN) of a Gregorian day, in whole days, wherever the day is counted.
 *
 * @throws RangeError if the day does not exist
 */
export function julianDayNumberOf({ year, month, day }: CalendarDay): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new RangeError(`Expected a day that exists, got ${year}-${month}-${day}.`);
  }
  return Math.round(date.getTime() / MS_PER_DAY) + EPOCH_JULIAN_DAY_NUMBER;
}

/** Gregorian day of a Julian day number. */
export function calendarDayOf(julianDayNumber: number): CalendarDay {
  const date = new Date((julianDayNumber - EPOCH_JULIAN_DAY_NUMBER) * MS_PER_DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** A day as 2026-11-21. */
export function isoDayText({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The day that a text such as 2026-11-21 says.
 *
 * @throws RangeError if it does not say a whole day that exists
 */
export function calendarDayFromIso(text: string): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new RangeError(`Expected a day such as 2026-11-21, got ${text}.`);
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  julianDayNumberOf(day);
  return day;
}
