import { describe, expect, it } from 'vitest';
import { isoDayText } from './calendar-day';
import type { EventTime } from './event-time';
import { eventsOn, monthAfter, monthAgenda, monthsBetween } from './month-agenda';

const hours = { unknown: 'not asked' };
const event = (id: string, time: EventTime) => ({ id, time });
const EVENTS = [
  event('market', { type: 'weekly', weekdays: ['su'], hours }),
  event('new-year', { type: 'lunar', month: 1, day: 1, daysLong: 3 }),
  event('bloom', { type: 'months', months: [2, 3] }),
  event('long', { type: 'solar', month: 1, day: 30, daysLong: 4 }),
  event('summer', { type: 'solar', month: 6, day: 1, daysLong: 1 }),
];

describe('monthAgenda', () => {
  it('parts feasts, what meets again and again, and what has no days yet', () => {
    const agenda = monthAgenda(EVENTS, { year: 2027, month: 2 });
    expect(agenda.feasts.map(({ event: { id }, date }) => [id, isoDayText(date.first)])).toEqual([
      ['long', '2027-01-30'],
      ['new-year', '2027-02-06'],
    ]);
    expect(agenda.regular.map(({ event: { id }, dates }) => [id, dates.length])).toEqual([
      ['market', 4],
    ]);
    expect(agenda.undated.map(({ id }) => id)).toEqual(['bloom']);
  });
});

describe('eventsOn', () => {
  it('finds what is held on a day', () => {
    const day = { year: 2027, month: 2, day: 7 };
    expect(eventsOn(EVENTS, day).map(({ id }) => id)).toEqual(['market', 'new-year']);
  });
});

describe('monthAfter', () => {
  it('goes over the new year both ways, as monthsBetween counts', () => {
    const november = { year: 2026, month: 11 };
    expect(monthAfter(november, 2)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter({ year: 2027, month: 1 }, -2)).toEqual(november);
    expect(monthsBetween(november, { year: 2027, month: 1 })).toBe(2);
  });
});
