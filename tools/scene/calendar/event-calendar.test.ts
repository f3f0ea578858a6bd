import { describe, expect, it } from 'vitest';
import { isoDayText } from '#core/calendar/calendar-day';
import { eventDaysIn } from '#core/calendar/event-days';
import { icsFile, icsText } from '#core/calendar/ics-lines';
import { type EventTime, parseRecord, type SceneEvent } from '#scene';
import { eventCalendar } from './event-calendar';

const OPTIONS = { locale: 'vi', fromYear: 2027, toYear: 2028 } as const;

describe('eventDaysIn', () => {
  it('finds the tenth day of the third lunar month', () => {
    const time: EventTime = { type: 'lunar', month: 3, day: 10, daysLong: 1 };
    expect(daysOf(time, 2026)).toEqual(['2026-04-26']);
  });

  it('finds a feast of the twelfth month in the Gregorian year in which it falls', () => {
    const time: EventTime = { type: 'lunar', month: 12, day: 23, daysLong: 1 };
    expect(daysOf(time, 2027)).toEqual(['2027-01-30']);
  });

  it('finds the first Sunday of a year', () => {
    const time: EventTime = { type: 'weekly', weekdays: ['su'], hours: { unknown: 'not asked' } };
    expect(daysOf(time, 2027)).toEqual(['2027-01-03']);
  });

  it('finds the first days of a branch', () => {
    const time: EventTime = {
      type: 'branch-days',
      branches: ['dan', 'than'],
      hours: { unknown: 'not asked' },
    };
    expect(eventDaysIn(time, 2027).map((span) => span.repeatsEveryDays)).toEqual([12, 12]);
    expect(daysOf(time, 2027)).toEqual(['2027-01-11', '2027-01-05']);
  });

  it('gives no day where only the months are known', () => {
    expect(daysOf({ type: 'months', months: [3] }, 2027)).toEqual([]);
  });

  it('gives days that were once only in their own year', () => {
    const time: EventTime = { type: 'once', from: '2025-03-14', to: '2025-03-16' };
    expect(daysOf(time, 2025)).toEqual(['2025-03-14']);
    expect(daysOf(time, 2026)).toEqual([]);
  });
});

describe('icsFile', () => {
  it('folds lines at 75 octets without cutting a character, and ends them with CRLF', () => {
    const line = `SUMMARY:${'Lễ hội Gầu Tào '.repeat(12)}`;
    const text = icsFile([line]);
    const sizes = text
      .split('\r\n')
      .slice(0, -1)
      .map((part) => new TextEncoder().encode(part).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
  });
});

describe('icsText', () => {
  it('escapes what a value may not carry bare', () => {
    expect(icsText('a, b; c\\d\ne')).toBe('a\\, b\\; c\\\\d\\ne');
  });
});

describe('eventCalendar', () => {
  it('writes whole days as dates, one entry for each year of a lunar feast', () => {
    const event = eventOf({ type: 'lunar', month: 3, day: 10, daysLong: 2 });
    const { text } = eventCalendar([event], [], OPTIONS);
    expect(linesWith(text, 'DTSTART')).toEqual([
      'DTSTART;VALUE=DATE:20270416',
      'DTSTART;VALUE=DATE:20280404',
    ]);
    expect(linesWith(text, 'DTEND')[0]).toBe('DTEND;VALUE=DATE:20270418');
  });

  it('repeats a market at the hours of Asia/Ho_Chi_Minh until the end of the last year', () => {
    const hours = { from: '06:00', to: '12:00' };
    const event = eventOf({ type: 'weekly', weekdays: ['su'], hours });
    const { text } = eventCalendar([event], [], OPTIONS);
    expect(linesWith(text, 'DTSTART;')).toEqual(['DTSTART;TZID=Asia/Ho_Chi_Minh:20270103T060000']);
    expect(linesWith(text, 'RRULE')).toEqual([
      'RRULE:FREQ=DAILY;INTERVAL=7;UNTIL=20281231T165959Z',
    ]);
    expect(linesWith(text, 'TZOFFSETTO')).toEqual(['TZOFFSETTO:+0700']);
  });

  it('says which events have no days', () => {
    const event = eventOf({ type: 'months', months: [3] });
    expect(eventCalendar([event], [], OPTIONS)).toMatchObject({
      eventCount: 0,
      undatedIds: ['ban-flowers'],
    });
  });

  it('marks what is not sure as tentative and says so', () => {
    const event = eventOf({ type: 'solar', month: 3, day: 13, daysLong: 1 });
    const { text } = eventCalendar([event], [], OPTIONS);
    expect(linesWith(text, 'STATUS')).toEqual(['STATUS:TENTATIVE', 'STATUS:TENTATIVE']);
    expect(text.replaceAll('\r\n ', '')).toContain('Ngày chưa chắc');
  });
});

function daysOf(time: EventTime, year: number): string[] {
  return eventDaysIn(time, year).map((span) => isoDayText(span.first));
}

function linesWith(text: string, start: string): string[] {
  const lines = text.split('\r\n');
  const from = start.startsWith('TZ') ? 0 : lines.indexOf('END:VTIMEZONE');
  return lines.slice(from).filter((line) => line.startsWith(start));
}

function eventOf(time: EventTime): SceneEvent {
  const parsed = parseRecord('event', {
    schemaVersion: 1,
    id: 'ban-flowers',
    name: { vi: 'Lễ hội Hoa Ban', en: 'Ban Flower Festival' },
    summary: { vi: 'Hoa ban nở.', en: 'Ban flowers open.' },
    provinceIds: ['dien-bien'],
    provinceBefore2025Ids: ['dien-bien'],
    time,
    certainty: 'usual',
    sources: [
      { type: 'knowledge', id: 'writers', title: 'Writers', by: 'Writers', date: '2026-11' },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
