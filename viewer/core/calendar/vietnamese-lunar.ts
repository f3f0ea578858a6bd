import { type CalendarDay, calendarDayOf, julianDayNumberOf } from './calendar-day';
import { deltaTDays } from './delta-t';
import { newMoonJde, SYNODIC_MONTH_DAYS } from './new-moon';
import { sunLongitudeDeg } from './sun-longitude';

/** A day of the Vietnamese lunar calendar. */
export interface LunarDay {
  /** The Gregorian year in which this lunar year begins. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 30. */
  readonly day: number;
  /** Whether the month is the second one of its number. */
  readonly isLeapMonth: boolean;
}

/** A month of the moon by the days on which it begins and on which the next one begins (JDN). */
export interface LunarMonth {
  readonly year: number;
  readonly month: number;
  readonly isLeapMonth: boolean;
  readonly firstJdn: number;
  readonly nextJdn: number;
}

/** Years whose months are known here: the polynomial of earth's rotation holds there. */
export const LUNAR_YEARS = { first: 1987, last: 2099 } as const;

/** The calendar of Việt Nam is counted at the meridian of 105 degrees east. */
const UTC_OFFSET_DAYS = 7 / 24;
/** A Julian day begins at noon. */
const HALF_DAY = 0.5;
/** Degrees of the sun's way between two principal terms. */
const TERM_DEG = 30;
const WINTER_SOLSTICE_TERM = 9;
const NEW_MOON_2000_JDN = 2451550;

/**
 * Months of a lunar year, first month first, twelve or thirteen.
 *
 * The month that holds the winter solstice is the eleventh; where thirteen months lie between two
 * of those, the first one without a principal term is the leap month. New moons and terms fall on
 * the day that they have at UTC+7.
 *
 * @param year - Gregorian year in which the lunar year begins, 1987 to 2099
 * @throws RangeError outside those years
 * @see Hồ Ngọc Đức, Computing the Vietnamese lunar calendar, for the rules
 */
export function lunarMonthsOf(year: number): readonly LunarMonth[] {
  if (!Number.isInteger(year) || year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) {
    throw new RangeError(
      `Expected a year from ${LUNAR_YEARS.first} to ${LUNAR_YEARS.last}, got ${year}.`,
    );
  }
  return [...monthsFromSolstice(year), ...monthsFromSolstice(year + 1)].filter(
    (month) => month.year === year,
  );
}

/**
 * Gregorian day of a day of the lunar calendar.
 *
 * @returns null where that year has no such month or that month no thirtieth day
 */
export function calendarDayFromLunar(lunar: LunarDay): CalendarDay | null {
  const month = lunarMonthsOf(lunar.year).find(
    (one) => one.month === lunar.month && one.isLeapMonth === lunar.isLeapMonth,
  );
  if (month === undefined || lunar.day < 1) return null;
  const jdn = month.firstJdn + lunar.day - 1;
  return jdn < month.nextJdn ? calendarDayOf(jdn) : null;
}

/** Day of the lunar calendar of a Gregorian day (from the new year of 1988 to the end of 2098). */
export function lunarFromCalendarDay(day: CalendarDay): LunarDay {
  const jdn = julianDayNumberOf(day);
  for (const year of [day.year, day.year - 1]) {
    const month = lunarMonthsOf(year).find((one) => jdn >= one.firstJdn && jdn < one.nextJdn);
    if (month === undefined) continue;
    const { firstJdn, nextJdn: _, ...named } = month;
    return { ...named, day: jdn - firstJdn + 1 };
  }
  throw new RangeError(`Expected a day that a lunar month holds, got ${JSON.stringify(day)}.`);
}

/** Months from the one of the solstice before a year to the one of the solstice in it. */
function monthsFromSolstice(year: number): LunarMonth[] {
  const first = solsticeLunation(year - 1);
  const next = solsticeLunation(year);
  const hasLeap = next - first === 13;
  const months: LunarMonth[] = [];
  let number = 11;
  let isLeapFound = !hasLeap;
  for (let lunation = first; lunation < next; lunation++) {
    const firstJdn = newMoonJdn(lunation, year);
    const nextJdn = newMoonJdn(lunation + 1, year);
    const isLeapMonth = !isLeapFound && termAt(firstJdn, year) === termAt(nextJdn, year);
    if (isLeapMonth) {
      isLeapFound = true;
      number -= 1;
    }
    const month = ((number - 1) % 12) + 1;
    months.push({ year: month >= 11 ? year - 1 : year, month, isLeapMonth, firstJdn, nextJdn });
    number += 1;
  }
  return months;
}

/** The lunation whose month holds the winter solstice of a Gregorian year. */
function solsticeLunation(year: number): number {
  const newYearJdn = julianDayNumberOf({ year: year + 1, month: 1, day: 1 });
  let lunation = Math.ceil((newYearJdn - NEW_MOON_2000_JDN) / SYNODIC_MONTH_DAYS);
  while (!startsBeforeSolstice(lunation, year)) lunation -= 1;
  return lunation;
}

function startsBeforeSolstice(lunation: number, year: number): boolean {
  const jdn = newMoonJdn(lunation, year);
  return (
    jdn < julianDayNumberOf({ year: year + 1, month: 1, day: 1 }) &&
    termAt(jdn, year) < WINTER_SOLSTICE_TERM
  );
}

/** Day at UTC+7 on which a new moon falls. */
function newMoonJdn(lunation: number, year: number): number {
  return Math.floor(newMoonJde(lunation) - deltaTDays(year) + UTC_OFFSET_DAYS + HALF_DAY);
}

/** How many principal terms the sun has passed since spring when a day begins at UTC+7. */
function termAt(jdn: number, year: number): number {
  const jde = jdn - HALF_DAY - UTC_OFFSET_DAYS + deltaTDays(year);
  return Math.floor(sunLongitudeDeg(jde) / TERM_DEG);
}
