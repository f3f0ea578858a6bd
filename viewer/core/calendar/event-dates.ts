import { type CalendarDay, calendarDayOf, julianDayNumberOf } from './calendar-day';
import { type EventDays, eventDaysIn } from './event-days';
import type { EventTime } from './event-time';

/** One holding of an event: days in a row. */
export interface EventDate {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  /** Hours of each of the days, where known. */
  readonly hours: EventDays['hours'];
}

/** Years ahead that are looked through: a lunar feast comes within thirteen months. */
const YEARS_AHEAD = 2;

/**
 * Every holding of an event that touches a span of days, the earliest first.
 *
 * @param from - first day of the span
 * @param to - last day of the span
 * @returns nothing where only the months are known
 * @throws RangeError outside 1988 to 2098
 */
export function eventDatesBetween(
  time: EventTime,
  from: CalendarDay,
  to: CalendarDay,
): readonly EventDate[] {
  const fromJdn = julianDayNumberOf(from);
  const toJdn = julianDayNumberOf(to);
  const dates: EventDate[] = [];
  // What begins in December may last into January.
  for (let year = from.year - 1; year <= to.year; year++) {
    for (const span of eventDaysIn(time, year)) dates.push(...holdings(span, year, fromJdn, toJdn));
  }
  return dates.toSorted((a, b) => julianDayNumberOf(a.first) - julianDayNumberOf(b.first));
}

/** The holding that goes on today, else the next one; null where none is known. */
export function nextEventDate(time: EventTime, today: CalendarDay): EventDate | null {
  const until = calendarDayOf(julianDayNumberOf(today) + YEARS_AHEAD * 366);
  return eventDatesBetween(time, today, until)[0] ?? null;
}

/** Holdings of a year's span that touch days between two, what repeats spelt out. */
function holdings(span: EventDays, year: number, fromJdn: number, toJdn: number): EventDate[] {
  const everyDays = span.repeatsEveryDays;
  const yearEndJdn = julianDayNumberOf({ year, month: 12, day: 31 });
  const dates: EventDate[] = [];
  let jdn = julianDayNumberOf(span.first);
  if (everyDays !== null && jdn < fromJdn)
    jdn += Math.ceil((fromJdn - jdn) / everyDays) * everyDays;
  while (jdn <= toJdn && (everyDays === null || jdn <= yearEndJdn)) {
    const lastJdn = jdn + span.daysLong - 1;
    if (lastJdn >= fromJdn) {
      dates.push({ first: calendarDayOf(jdn), last: calendarDayOf(lastJdn), hours: span.hours });
    }
    if (everyDays === null) break;
    jdn += everyDays;
  }
  return dates;
}
