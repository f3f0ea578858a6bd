import { describe, expect, it } from 'vitest';
import { calendarDayFromIso } from '#core/calendar/calendar-day';
import { translatorOf } from '../i18n/messages';
import { dateText, lunarText, monthsText, ruleText } from './event-words';

const vi = { t: translatorOf('vi'), locale: 'vi' } as const;
const en = { t: translatorOf('en'), locale: 'en' } as const;

describe('ruleText', () => {
  it('says on which days a market meets, and when', () => {
    const time = {
      type: 'weekly',
      weekdays: ['su'],
      hours: { from: '06:00', to: '12:00' },
    } as const;
    expect([ruleText(time, vi), ruleText(time, en)]).toEqual([
      'Chủ Nhật hằng tuần, 06:00–12:00',
      'Every Sunday, 06:00–12:00',
    ]);
  });

  it('names the branches of a sixth-day market', () => {
    const hours = { unknown: 'not asked' };
    const time = { type: 'branch-days', branches: ['dan', 'than'], hours } as const;
    expect([ruleText(time, vi), ruleText(time, en)]).toEqual([
      'Ngày Dần và Thân, sáu ngày một phiên',
      'On days of the tiger and monkey, every sixth day',
    ]);
  });

  it('keeps lunar days as lunar', () => {
    const time = { type: 'lunar', month: 3, day: 8, daysLong: 3 } as const;
    expect(ruleText(time, vi)).toBe('8–10 tháng 3 âm lịch hằng năm');
  });
});

describe('dateText', () => {
  it('writes a day and a span of days', () => {
    const [first, last] = [calendarDayFromIso('2027-03-14'), calendarDayFromIso('2027-03-16')];
    expect(dateText({ first, last: first }, 'en')).toBe('Sun, 14/03/2027');
    expect(dateText({ first, last }, 'en')).toContain('16/03/2027');
  });
});

describe('lunarText', () => {
  it('gives the lunar day beside the solar one', () => {
    expect(lunarText(calendarDayFromIso('2026-04-26'), vi)).toBe('10/3 âm lịch');
  });
});

describe('monthsText', () => {
  it('lists months as each language does', () => {
    expect([monthsText([10, 9], 'vi'), monthsText([10, 9], 'en')]).toEqual([
      'tháng 9, 10',
      'September and October',
    ]);
  });
});
