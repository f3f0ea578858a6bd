import type { CalendarDay } from '#core/calendar/calendar-day';
import { DAY_BRANCHES, type DayBranch } from '#core/calendar/day-branch';
import { eventDatesBetween } from '#core/calendar/event-dates';
import type { EventTime, Weekday } from '#core/calendar/event-time';
import { monthNames, type PageLanguage } from './page-words';

const BRANCH_NAMES: Readonly<Record<PageLanguage, readonly string[]>> = {
  vi: ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'],
  en: [
    'rat',
    'ox',
    'tiger',
    'cat',
    'dragon',
    'snake',
    'horse',
    'goat',
    'monkey',
    'rooster',
    'dog',
    'pig',
  ],
};
const WEEKDAYS: Readonly<Record<PageLanguage, Readonly<Record<Weekday, string>>>> = {
  vi: {
    mo: 'thứ Hai',
    tu: 'thứ Ba',
    we: 'thứ Tư',
    th: 'thứ Năm',
    fr: 'thứ Sáu',
    sa: 'thứ Bảy',
    su: 'Chủ nhật',
  },
  en: {
    mo: 'Monday',
    tu: 'Tuesday',
    we: 'Wednesday',
    th: 'Thursday',
    fr: 'Friday',
    sa: 'Saturday',
    su: 'Sunday',
  },
};
const MOST_DATES = 4;

/** When something is held, as a rule. */
export function eventRule(time: EventTime, language: PageLanguage): string {
  const isVi = language === 'vi';
  switch (time.type) {
    case 'lunar': {
      const days = daySpan(time.day, time.daysLong);
      return isVi
        ? `ngày ${days} tháng ${time.month} âm lịch`
        : `day ${days} of the ${ordinal(time.month)} lunar month`;
    }
    case 'solar': {
      const days = daySpan(time.day, time.daysLong);
      return isVi
        ? `ngày ${days} tháng ${time.month}`
        : `${days} ${monthNames([time.month], 'en')}`;
    }
    case 'weekly': {
      const days = time.weekdays.map((day) => WEEKDAYS[language][day]).join(', ');
      return (isVi ? `${days} hằng tuần` : `every ${days}`) + hoursText(time.hours);
    }
    case 'branch-days': {
      const days = time.branches.map((branch) => branchName(branch, language)).join(', ');
      return (isVi ? `các ngày ${days}` : `days of the ${days}`) + hoursText(time.hours);
    }
    case 'months':
      return monthNames(time.months, language);
    case 'once':
      return time.from === time.to ? time.from : `${time.from} – ${time.to}`;
  }
}

/** The next dates from a day on, ISO; empty where only months are known, or it is held weekly. */
export function comingDates(time: EventTime, from: CalendarDay): readonly string[] {
  if (time.type === 'weekly' || time.type === 'branch-days') return [];
  const to = { ...from, year: from.year + MOST_DATES };
  return eventDatesBetween(time, from, to)
    .slice(0, MOST_DATES)
    .map(({ first }) => isoDay(first));
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daySpan(day: number, daysLong: number): string {
  return daysLong === 1 ? String(day) : `${day}–${day + daysLong - 1}`;
}

function hoursText(hours: { readonly from: string; readonly to: string } | { unknown: string }) {
  return 'unknown' in hours ? '' : `, ${hours.from}–${hours.to}`;
}

function branchName(branch: DayBranch, language: PageLanguage): string {
  return BRANCH_NAMES[language][DAY_BRANCHES.indexOf(branch)] ?? branch;
}

function ordinal(month: number): string {
  const ending = month === 1 ? 'st' : month === 2 ? 'nd' : month === 3 ? 'rd' : 'th';
  return `${month}${ending}`;
}
