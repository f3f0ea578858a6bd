import { describe, expect, it } from 'vitest';
import { calendarDayFromIso, isoDayText } from './calendar-day';
import { dayBranchOf } from './day-branch';
import { newMoonJde } from './new-moon';
import { sunLongitudeDeg } from './sun-longitude';
import { calendarDayFromLunar, lunarFromCalendarDay, lunarMonthsOf } from './vietnamese-lunar';

/** First days of Tết Nguyên đán as the national calendar gave or gives them, 2000 to 2035. */
const TET_DAYS = `
2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07
2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28
2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08`;

/** Year and number of its leap month; all other years from 2000 to 2035 have none. */
const LEAP_MONTHS = {
  2001: 4,
  2004: 2,
  2006: 7,
  2009: 5,
  2012: 4,
  2014: 9,
  2017: 6,
  2020: 4,
  2023: 2,
  2025: 6,
  2028: 5,
  2031: 3,
  2033: 11,
};

const YEARS = Array.from({ length: 36 }, (_, index) => 2000 + index);

describe('calendarDayFromLunar', () => {
  it('finds the Tết days of 2000 to 2035', () => {
    const found = YEARS.map((year) => isoOfLunar(year, 1, 1));
    expect(found).toEqual(TET_DAYS.trim().split(/\s+/));
  });

  it.each([
    [2025, 3, 10, '2025-04-07'],
    [2026, 3, 10, '2026-04-26'],
    [2024, 8, 15, '2024-09-17'],
    [2023, 7, 15, '2023-08-30'],
  ])('finds a known feast: lunar %i-%i-%i is %s', (year, month, day, iso) => {
    expect(isoOfLunar(year, month, day)).toBe(iso);
  });

  it('has no thirtieth day in a short month and no leap month in a common year', () => {
    expect(isoOfLunar(2026, 12, 30)).toBe(null);
    const leap = { year: 2026, month: 4, day: 1, isLeapMonth: true };
    expect(calendarDayFromLunar(leap)).toBe(null);
  });

  it('refuses years whose length of day is not known', () => {
    expect(() => lunarMonthsOf(1900)).toThrow(RangeError);
  });
});

describe('lunarMonthsOf', () => {
  it('finds the leap months of 2000 to 2035', () => {
    const leaps = YEARS.flatMap((year) =>
      lunarMonthsOf(year)
        .filter((month) => month.isLeapMonth)
        .map((month) => [year, month.month]),
    );
    expect(Object.fromEntries(leaps)).toEqual(LEAP_MONTHS);
  });

  it('follows day upon day, with months of 29 or 30 days', () => {
    const months = YEARS.flatMap((year) => lunarMonthsOf(year));
    const lengths = new Set(months.map((month) => month.nextJdn - month.firstJdn));
    expect([...lengths].sort()).toEqual([29, 30]);
    const gaps = months.slice(1).filter((month, at) => months[at]?.nextJdn !== month.firstJdn);
    expect(gaps).toEqual([]);
  });
});

describe('lunarFromCalendarDay', () => {
  it('goes back and forth over every day of three years, one with a leap month', () => {
    const lost: string[] = [];
    for (let ms = Date.UTC(2024, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 86_400_000) {
      const iso = new Date(ms).toISOString().slice(0, 10);
      const back = calendarDayFromLunar(lunarFromCalendarDay(calendarDayFromIso(iso)));
      if (back === null || isoDayText(back) !== iso) lost.push(iso);
    }
    expect(lost).toEqual([]);
  });
});

describe('newMoonJde', () => {
  it('agrees with the worked example: lunation -283 is JDE 2443192.65118', () => {
    expect(newMoonJde(-283)).toBeCloseTo(2443192.65118, 4);
  });
});

describe('sunLongitudeDeg', () => {
  it('agrees with the worked example: 199.90895 degrees at JDE 2448908.5', () => {
    expect(sunLongitudeDeg(2448908.5)).toBeCloseTo(199.90895, 4);
  });
});

describe('dayBranchOf', () => {
  it('names 1 January 2000 a day of the horse and 29 January 2025 a day of the dog', () => {
    expect(dayBranchOf(calendarDayFromIso('2000-01-01'))).toBe('ngo');
    expect(dayBranchOf(calendarDayFromIso('2025-01-29'))).toBe('tuat');
  });
});

function isoOfLunar(year: number, month: number, day: number): string | null {
  const found = calendarDayFromLunar({ year, month, day, isLeapMonth: false });
  return found === null ? null : isoDayText(found);
}
