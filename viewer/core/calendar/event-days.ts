import {
  type CalendarDay,
  calendarDayFromIso,
  calendarDayOf,
  julianDayNumberOf,
} from './calendar-day';
import { type DayBranch, dayBranchOf } from './day-branch';
import type { EventTime } from './event-time';
import { calendarDayFromLunar } from './vietnamese-lunar';

/** Days in a row on which an event is held. */
export interface EventDays {
  readonly first: CalendarDay;
  readonly daysLong: number;
  /** Hours of each of the days, where known: 06:00 to 12:00. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** Days from one of its kind to the next, where they follow each other all year. */
  readonly repeatsEveryDays: number | null;
}

const WEEK_DAYS = 7;
const BRANCH_ROUND_DAYS = 12;
/** Julian day 0 was a Monday. */
const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/**
 * When an event begins in a Gregorian year; what repeats all year is given once, by its first day.
 *
 * @param year - 1988 to 2098, the years that the lunar calendar knows
 * @returns nothing where the year has no such day, or where only the months are known
 */
export function eventDaysIn(time: EventTime, year: number): readonly EventDays[] {
  switch (time.type) {
    case 'lunar':
      return [year - 1, year]
        .map((lunarYear) =>
          calendarDayFromLunar({
            year: lunarYear,
            month: time.month,
            day: time.day,
            isLeapMonth: false,
          }),
        )
        .filter((day) => day !== null)
        .filter((day) => day.year === year)
        .map((day) => wholeDays(day, time.daysLong));
    case 'solar':
      return solarDays(year, time.month, time.day, time.daysLong);
    case 'once':
      return onceDays(time.from, time.to, year);
    case 'weekly':
      return time.weekdays.map((weekday) => ({
        ...wholeDays(
          firstOfYear(year, WEEK_DAYS, (jdn) => WEEKDAYS[jdn % 7] === weekday),
          1,
        ),
        hours: 'unknown' in time.hours ? null : time.hours,
        repeatsEveryDays: WEEK_DAYS,
      }));
    case 'branch-days':
      return time.branches.map((branch) => ({
        ...wholeDays(firstBranchDay(year, branch), 1),
        hours: 'unknown' in time.hours ? null : time.hours,
        repeatsEveryDays: BRANCH_ROUND_DAYS,
      }));
    case 'months':
      return [];
  }
}

function wholeDays(first: CalendarDay, daysLong: number): EventDays {
  return { first, daysLong, hours: null, repeatsEveryDays: null };
}

/** The same day each year; 29 February has none in common years. */
function solarDays(year: number, month: number, day: number, daysLong: number): EventDays[] {
  const isThere = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isThere ? [wholeDays({ year, month, day }, daysLong)] : [];
}

function onceDays(from: string, to: string, year: number): EventDays[] {
  const first = calendarDayFromIso(from);
  const daysLong = julianDayNumberOf(calendarDayFromIso(to)) - julianDayNumberOf(first) + 1;
  return first.year === year ? [wholeDays(first, daysLong)] : [];
}

function firstBranchDay(year: number, branch: DayBranch): CalendarDay {
  return firstOfYear(year, BRANCH_ROUND_DAYS, (jdn) => dayBranchOf(calendarDayOf(jdn)) === branch);
}

/** The first day of a year that a question is answered with yes for, within a round of days. */
function firstOfYear(
  year: number,
  roundDays: number,
  isIt: (julianDayNumber: number) => boolean,
): CalendarDay {
  const newYear = julianDayNumberOf({ year, month: 1, day: 1 });
  for (let jdn = newYear; jdn < newYear + roundDays; jdn++)
    if (isIt(jdn)) return calendarDayOf(jdn);
  throw new RangeError(`Expected a day within ${roundDays} days of ${year}.`);
}
