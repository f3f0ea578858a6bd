import { describe, expect, it } from 'vitest';
import { calendarDayFromIso, isoDayText } from './calendar-day';
import { eventDatesBetween, nextEventDate } from './event-dates';
import type { EventTime } from './event-time';

const day = calendarDayFromIso;
const between = (time: EventTime, from: string, to: string) =>
  eventDatesBetween(time, day(from), day(to)).map(
    ({ first, last }) => `${isoDayText(first)}/${isoDayText(last)}`,
  );
const sundays: EventTime = {
  type: 'weekly',
  weekdays: ['su'],
  hours: { from: '06:00', to: '12:00' },
};

describe('eventDatesBetween', () => {
  it('spells out what is held every week, across the new year too', () => {
    expect(between(sundays, '2026-12-20', '2027-01-10')).toEqual([
      '2026-12-20/2026-12-20',
      '2026-12-27/2026-12-27',
      '2027-01-03/2027-01-03',
      '2027-01-10/2027-01-10',
    ]);
  });

  it('holds a market of two branches every sixth day without a gap at the new year', () => {
    const time: EventTime = {
      type: 'branch-days',
      branches: ['dan', 'than'],
      hours: { unknown: 'not asked' },
    };
    const dates = eventDatesBetween(time, day('2026-11-01'), day('2027-03-01'));
    const gaps = dates
      .slice(1)
      .map(
        (date, i) =>
          Date.parse(isoDayText(date.first)) -
          Date.parse(isoDayText(dates[i]?.first ?? date.first)),
      );
    expect(new Set(gaps)).toEqual(new Set([6 * 86_400_000]));
  });

  it('keeps a feast that began before the span and goes on in it', () => {
    const time: EventTime = { type: 'solar', month: 12, day: 30, daysLong: 5 };
    expect(between(time, '2027-01-02', '2027-01-31')).toEqual(['2026-12-30/2027-01-03']);
  });

  it('finds a lunar day in every one of 24 months ahead', () => {
    const time: EventTime = { type: 'lunar', month: 3, day: 10, daysLong: 1 };
    expect(between(time, '2026-11-22', '2028-11-21')).toEqual([
      '2027-04-16/2027-04-16',
      '2028-04-04/2028-04-04',
    ]);
  });

  it('knows no day where the days are set anew each year', () => {
    expect(between({ type: 'months', months: [10] }, '2026-01-01', '2027-12-31')).toEqual([]);
  });
});

describe('nextEventDate', () => {
  it('counts today in, and gives its hours', () => {
    expect(nextEventDate(sundays, day('2026-11-22'))).toEqual({
      first: { year: 2026, month: 11, day: 22 },
      last: { year: 2026, month: 11, day: 22 },
      hours: { from: '06:00', to: '12:00' },
    });
  });

  it('gives the feast of next year when that of this year is over', () => {
    const time: EventTime = { type: 'solar', month: 2, day: 29, daysLong: 1 };
    expect(nextEventDate(time, day('2026-11-22'))?.first).toEqual({
      year: 2028,
      month: 2,
      day: 29,
    });
  });
});
