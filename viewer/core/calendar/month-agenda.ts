import { type CalendarDay, calendarDayOf, isoDayText, julianDayNumberOf } from './calendar-day';
import { type EventDate, eventDatesBetween } from './event-dates';
import type { EventTime } from './event-time';

/** A month of a year, 1 to 12. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/** What a month holds. */
export interface MonthAgenda<T> {
  /** Feasts by day, those that began before and go on first. */
  readonly feasts: readonly { readonly event: T; readonly date: EventDate }[];
  /** What meets again and again, with its days in the month. */
  readonly regular: readonly { readonly event: T; readonly dates: readonly EventDate[] }[];
  /** Held in this month every year, the days set anew each time. */
  readonly undated: readonly T[];
}

/** Sorts events into a month. */
export function monthAgenda<T extends { readonly time: EventTime }>(
  events: readonly T[],
  month: CalendarMonth,
): MonthAgenda<T> {
  const { first, last } = daysOfMonth(month);
  const dated = events.map((event) => ({
    event,
    dates: eventDatesBetween(event.time, first, last),
  }));
  return {
    feasts: dated
      .filter(({ event }) => !isRegular(event.time))
      .flatMap(({ event, dates }) => dates.map((date) => ({ event, date })))
      .toSorted((a, b) => compareDays(a.date.first, b.date.first)),
    regular: dated.filter(({ event, dates }) => isRegular(event.time) && dates.length > 0),
    undated: events.filter(
      ({ time }) => time.type === 'months' && time.months.includes(month.month),
    ),
  };
}

/** Events that are held on a day. */
export function eventsOn<T extends { readonly time: EventTime }>(
  events: readonly T[],
  day: CalendarDay,
): readonly T[] {
  return events.filter(({ time }) => eventDatesBetween(time, day, day).length > 0);
}

/** The month some months after another, or before it. */
export function monthAfter({ year, month }: CalendarMonth, months: number): CalendarMonth {
  const count = year * 12 + (month - 1) + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** Months from one to another, negative where that lies before. */
export function monthsBetween(from: CalendarMonth, to: CalendarMonth): number {
  return (to.year - from.year) * 12 + to.month - from.month;
}

function daysOfMonth(month: CalendarMonth): { first: CalendarDay; last: CalendarDay } {
  const first = { ...month, day: 1 };
  const next = { ...monthAfter(month, 1), day: 1 };
  return { first, last: calendarDayOf(julianDayNumberOf(next) - 1) };
}

function isRegular({ type }: EventTime): boolean {
  return type === 'weekly' || type === 'branch-days';
}

function compareDays(a: CalendarDay, b: CalendarDay): number {
  return isoDayText(a) < isoDayText(b) ? -1 : 1;
}
