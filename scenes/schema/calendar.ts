import { z } from 'zod';
import type { FormatCode } from './format-rules';
import { formatCheck, localizedProseSchema } from './text';

const DAY = /^(?:1[0-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const DATE = /^(?:1[0-9]|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$/;

/** A Gregorian date as exact as it is known: 2026, 2026-11 or 2026-11-21 (Asia/Ho_Chi_Minh). */
export const dateSchema = z
  .string()
  .regex(DATE, 'scene-date-format' satisfies FormatCode)
  .check(formatCheck('scene-date-format', doesDayExist))
  .meta({ id: 'CalendarDate' });

/** A whole Gregorian day, 2026-11-21. */
export const daySchema = z
  .string()
  .regex(DAY, 'scene-date-format' satisfies FormatCode)
  .check(formatCheck('scene-date-format', doesDayExist))
  .meta({ id: 'CalendarDay' });

/** Months of the Gregorian year, 1 to 12. */
export const monthsSchema = z
  .array(z.int().min(1).max(12))
  .min(1)
  .max(12)
  .check(formatCheck('scene-months-order', (months) => new Set(months).size === months.length))
  .meta({ uniqueItems: true });

/** Months in which something is at its best, and why. */
export const seasonSchema = z
  .strictObject({
    months: monthsSchema,
    why: localizedProseSchema,
  })
  .meta({ id: 'Season' });

function doesDayExist(date: string): boolean {
  if (!DATE.test(date) || date.length < 10) return true;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
