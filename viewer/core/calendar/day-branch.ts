import { type CalendarDay, julianDayNumberOf } from './calendar-day';

/** The twelve branches by which days are named, Tý (rat) first, without marks. */
export const DAY_BRANCHES = [
  'ty',
  'suu',
  'dan',
  'mao',
  'thin',
  'ti',
  'ngo',
  'mui',
  'than',
  'dau',
  'tuat',
  'hoi',
] as const;

/** A branch of the twelve: `ty` is Tý, the rat; `ti` is Tỵ, the snake. */
export type DayBranch = (typeof DAY_BRANCHES)[number];

/** Branch of a day; highland markets that meet every sixth day follow it. */
export function dayBranchOf(day: CalendarDay): DayBranch {
  const branch = DAY_BRANCHES[(julianDayNumberOf(day) + 1) % DAY_BRANCHES.length];
  if (branch === undefined) throw new RangeError('Expected a day after the beginning of counting.');
  return branch;
}
