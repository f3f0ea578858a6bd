import { type CalendarDay, isoDayText } from '#core/calendar/calendar-day';
import type { DayBranch } from '#core/calendar/day-branch';
import type { EventDate } from '#core/calendar/event-dates';
import type { EventTime, Weekday } from '#core/calendar/event-time';
import { lunarFromCalendarDay } from '#core/calendar/vietnamese-lunar';
import type { EventCertainty } from '#scene';
import type { Locale } from '../state/store';
import type { Words } from './use-translate';

const BRANCHES: Readonly<Record<Locale, Readonly<Record<DayBranch, string>>>> = {
  vi: {
    ty: 'Tý',
    suu: 'Sửu',
    dan: 'Dần',
    mao: 'Mão',
    thin: 'Thìn',
    ti: 'Tỵ',
    ngo: 'Ngọ',
    mui: 'Mùi',
    than: 'Thân',
    dau: 'Dậu',
    tuat: 'Tuất',
    hoi: 'Hợi',
  },
  en: {
    ty: 'rat',
    suu: 'ox',
    dan: 'tiger',
    mao: 'cat',
    thin: 'dragon',
    ti: 'snake',
    ngo: 'horse',
    mui: 'goat',
    than: 'monkey',
    dau: 'rooster',
    tuat: 'dog',
    hoi: 'pig',
  },
};

/** Words for how sure the time of an event is. */
export const CERTAINTY_KEYS = {
  fixed: 'calendar.fixed',
  usual: 'calendar.usual',
  announced: 'calendar.announced',
  past: 'calendar.past',
  unsure: 'calendar.unsure',
} as const satisfies Record<EventCertainty, string>;

/** A Monday, from which weekdays are named. */
const MONDAY_UTC_MS = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;
const WEEKDAYS: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** When something is held, as a rule: "every Sunday, 06:00–12:00". */
export function ruleText(time: EventTime, words: Pick<Words, 't' | 'locale'>): string {
  const { t, locale } = words;
  switch (time.type) {
    case 'lunar':
      return t('calendar.lunarEveryYear', { day: spanOfDays(time), month: time.month });
    case 'solar':
      return t('calendar.solarEveryYear', { day: spanOfDays(time), month: time.month });
    case 'weekly': {
      const days = time.weekdays.map((weekday) => weekdayName(weekday, locale));
      return withHours(t('calendar.weekly', { days: listed(days, locale) }), time.hours);
    }
    case 'branch-days': {
      const days = listed(
        time.branches.map((branch) => BRANCHES[locale][branch]),
        locale,
      );
      const key = time.branches.length === 1 ? 'calendar.branchDay' : 'calendar.branchDays';
      return withHours(t(key, { days }), time.hours);
    }
    case 'months':
      return t('calendar.months', { months: monthsText(time.months, locale) });
    case 'once':
      return time.from === time.to ? time.from : `${time.from} – ${time.to}`;
  }
}

/** Days of a holding: "CN, 22/11/2026", "14/3 – 16/3/2027". */
export function dateText(
  { first, last }: Pick<EventDate, 'first' | 'last'>,
  locale: Locale,
): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  if (isoDayText(first) === isoDayText(last)) return format.format(utcDate(first));
  return format.formatRange(utcDate(first), utcDate(last));
}

/** The lunar day of a Gregorian one: "10/3 âm lịch". */
export function lunarText(day: CalendarDay, { t }: Pick<Words, 't'>): string {
  const lunar = lunarFromCalendarDay(day);
  const values = { day: lunar.day, month: lunar.month };
  return lunar.isLeapMonth ? t('calendar.lunarLeapDay', values) : t('calendar.lunarDay', values);
}

/** Months as a list: "tháng 9, 10", "September and October". */
export function monthsText(months: readonly number[], locale: Locale): string {
  const sorted = months.toSorted((a, b) => a - b);
  if (locale === 'vi') return `tháng ${sorted.join(', ')}`;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return listed(
    sorted.map((month) => format.format(new Date(Date.UTC(2026, month - 1, 1)))),
    locale,
  );
}

function spanOfDays({
  day,
  daysLong,
}: {
  readonly day: number;
  readonly daysLong: number;
}): string {
  return daysLong === 1 ? String(day) : `${day}–${day + daysLong - 1}`;
}

function weekdayName(weekday: Weekday, locale: Locale): string {
  const date = new Date(MONDAY_UTC_MS + WEEKDAYS.indexOf(weekday) * DAY_MS);
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const name = format.format(date);
  return locale === 'vi' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function withHours(
  rule: string,
  hours: { from: string; to: string } | { unknown: string },
): string {
  return 'unknown' in hours ? rule : `${rule}, ${hours.from}–${hours.to}`;
}

function listed(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function utcDate({ year, month, day }: CalendarDay): Date {
  return new Date(Date.UTC(year, month - 1, day));
}
