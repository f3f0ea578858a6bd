import type { CalendarMonth } from '#core/calendar/month-agenda';

const MONTH = /^(20[0-9]{2})-(0[1-9]|1[0-2])$/;

/** A month as the address holds it: 2026-12. */
export function encodeMonth({ year, month }: CalendarMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The month that a text says; null where it says none that the calendar knows. */
export function decodeMonth(text: string | null): CalendarMonth | null {
  const match = MONTH.exec(text ?? '');
  // The lunar calendar is known to the end of 2098.
  if (match === null || Number(match[1]) > 2097) return null;
  return { year: Number(match[1]), month: Number(match[2]) };
}
