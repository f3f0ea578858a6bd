import { type CalendarDay, calendarDayFromIso } from './calendar-day';

/** Vietnam is seven hours ahead of UTC, without summer time. */
const UTC_OFFSET_MS = 7 * 3_600_000;

/** The Gregorian day in Vietnam at an instant, wherever the device is. */
export function vietnamDayOf(instant: Date): CalendarDay {
  return calendarDayFromIso(new Date(instant.getTime() + UTC_OFFSET_MS).toISOString().slice(0, 10));
}
