import { type CalendarDay, calendarDayOf, isoDayText, julianDayNumberOf } from './calendar-day';
import { type EventDays, eventDaysIn } from './event-days';
import type { EventTime } from './event-time';
import { icsFile, icsText } from './ics-lines';

/** An event as a calendar file tells it, in one language. */
export interface IcsEvent {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Where it is held, in words; empty where nobody says. */
  readonly where: string;
  readonly position: { readonly lonDeg: number; readonly latDeg: number } | null;
  /** False where the day should be asked for before one travels. */
  readonly isSure: boolean;
  readonly time: EventTime;
}

/** What a calendar file holds. */
export interface IcsOptions {
  readonly locale: 'vi' | 'en';
  /** First and last Gregorian year, 1988 to 2098. */
  readonly fromYear: number;
  readonly toYear: number;
}

/** Time zone of every event. */
export const EVENT_TIME_ZONE = 'Asia/Ho_Chi_Minh';
/** The name that the calendar carries, by language. */
const TITLES = {
  vi: 'Cung Tây Bắc: lễ hội và chợ phiên',
  en: 'Northwest Arc: festivals and markets',
};
const UNSURE = {
  vi: 'Ngày chưa chắc: hỏi lại địa phương trước khi đi.',
  en: 'The day is not sure: ask locally before you travel.',
};

/**
 * Events as an iCalendar file (RFC 5545). Whole days are plain dates; what has hours carries them
 * in Asia/Ho_Chi_Minh. The same events and years give the same bytes.
 */
export function eventsIcs(events: readonly IcsEvent[], options: IcsOptions): string {
  const lines = events.flatMap((event) => eventLines(event, options));
  return icsFile([...headLines(options), ...lines, 'END:VCALENDAR']);
}

/** Whether a calendar file of those years can hold an event: nothing set anew each year can be. */
export function hasIcsDays({ time }: IcsEvent, { fromYear, toYear }: IcsOptions): boolean {
  return yearsOf(fromYear, toYear).some((year) => eventDaysIn(time, year).length > 0);
}

function yearsOf(fromYear: number, toYear: number): number[] {
  return Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
}

function headLines({ locale }: IcsOptions): string[] {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Northwest Arc//Events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(TITLES[locale])}`,
    `X-WR-TIMEZONE:${EVENT_TIME_ZONE}`,
    'BEGIN:VTIMEZONE',
    `TZID:${EVENT_TIME_ZONE}`,
    'BEGIN:STANDARD',
    // The whole country has kept this hour since then, without summer time.
    'DTSTART:19750613T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0700',
    'TZNAME:+07',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}

function eventLines(event: IcsEvent, options: IcsOptions): string[] {
  const spans = yearsOf(options.fromYear, options.toYear).flatMap((year) =>
    eventDaysIn(event.time, year),
  );
  const repeated = spans.filter((span) => span.repeatsEveryDays !== null);
  const isOfFirstYear = (span: EventDays) => span.first.year === options.fromYear;
  return (repeated.length > 0 ? repeated.filter(isOfFirstYear) : spans).flatMap((span) => [
    'BEGIN:VEVENT',
    `UID:${event.id}-${compact(span.first)}@northwest-arc`,
    // Fixed by the years asked for, so that the same question gives the same bytes.
    `DTSTAMP:${options.fromYear}0101T000000Z`,
    ...timeLines(span, options.toYear),
    ...wordLines(event, options.locale),
    'END:VEVENT',
  ]);
}

function timeLines(span: EventDays, toYear: number): string[] {
  const { first, hours, daysLong, repeatsEveryDays } = span;
  const rule = `RRULE:FREQ=DAILY;INTERVAL=${repeatsEveryDays}`;
  if (hours === null) {
    const after = calendarDayOf(julianDayNumberOf(first) + daysLong);
    return [
      `DTSTART;VALUE=DATE:${compact(first)}`,
      `DTEND;VALUE=DATE:${compact(after)}`,
      ...(repeatsEveryDays === null ? [] : [`${rule};UNTIL=${toYear}1231`]),
    ];
  }
  const clock = (time: string) => `${time.replace(':', '')}00`;
  return [
    `DTSTART;TZID=${EVENT_TIME_ZONE}:${compact(first)}T${clock(hours.from)}`,
    `DTEND;TZID=${EVENT_TIME_ZONE}:${compact(first)}T${clock(hours.to)}`,
    // UNTIL is in UTC where the start carries a time zone: the end of the last year at UTC+7.
    ...(repeatsEveryDays === null ? [] : [`${rule};UNTIL=${toYear}1231T165959Z`]),
  ];
}

function wordLines(event: IcsEvent, locale: 'vi' | 'en'): string[] {
  const { isSure, position, where } = event;
  const words = isSure ? event.summary : `${event.summary}\n${UNSURE[locale]}`;
  return [
    `SUMMARY;LANGUAGE=${locale}:${icsText(event.name)}`,
    `DESCRIPTION;LANGUAGE=${locale}:${icsText(words)}`,
    ...(where === '' ? [] : [`LOCATION;LANGUAGE=${locale}:${icsText(where)}`]),
    ...(position === null ? [] : [`GEO:${position.latDeg};${position.lonDeg}`]),
    `STATUS:${isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
  ];
}

function compact(day: CalendarDay): string {
  return isoDayText(day).replaceAll('-', '');
}
