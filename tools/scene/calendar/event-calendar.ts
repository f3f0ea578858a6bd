import {
  type CalendarDay,
  calendarDayOf,
  isoDayText,
  julianDayNumberOf,
} from '#core/calendar/calendar-day';
import { knownOrNull, type Place, type SceneEvent } from '#scene';
import { type EventDays, eventDaysIn } from './event-days';
import { icsFile, icsText } from './ics-lines';

/** What a calendar file holds. */
export interface EventCalendarOptions {
  readonly locale: 'vi' | 'en';
  /** First and last Gregorian year, 1988 to 2098. */
  readonly fromYear: number;
  readonly toYear: number;
}

/** A calendar file and what it could not hold. */
export interface EventCalendar {
  readonly text: string;
  readonly eventCount: number;
  /** Events whose days are set anew each year or not known. */
  readonly undatedIds: readonly string[];
}

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
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
 *
 * @param places - where the events are held, for names and positions
 */
export function eventCalendar(
  events: readonly SceneEvent[],
  places: readonly Place[],
  options: EventCalendarOptions,
): EventCalendar {
  const entries = events.map((event) => ({ event, lines: eventLines(event, places, options) }));
  const lines = entries.flatMap((entry) => entry.lines);
  return {
    text: icsFile([...headLines(options), ...lines, 'END:VCALENDAR']),
    eventCount: entries.filter((entry) => entry.lines.length > 0).length,
    undatedIds: entries.filter((entry) => entry.lines.length === 0).map(({ event }) => event.id),
  };
}

function headLines({ locale }: EventCalendarOptions): string[] {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Northwest Arc//Events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(TITLES[locale])}`,
    `X-WR-TIMEZONE:${TIME_ZONE}`,
    'BEGIN:VTIMEZONE',
    `TZID:${TIME_ZONE}`,
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

function eventLines(
  event: SceneEvent,
  places: readonly Place[],
  options: EventCalendarOptions,
): string[] {
  const time = knownOrNull(event.time);
  if (time === null) return [];
  const years = Array.from(
    { length: options.toYear - options.fromYear + 1 },
    (_, index) => options.fromYear + index,
  );
  const spans = years.flatMap((year) => eventDaysIn(time, year));
  const repeated = spans.filter((span) => span.repeatsEveryDays !== null);
  const isOfFirstYear = (span: EventDays) => span.first.year === options.fromYear;
  return (repeated.length > 0 ? repeated.filter(isOfFirstYear) : spans).flatMap((span) => [
    'BEGIN:VEVENT',
    `UID:${event.id}-${compact(span.first)}@northwest-arc`,
    // Fixed by the years asked for, so that the same question gives the same bytes.
    `DTSTAMP:${options.fromYear}0101T000000Z`,
    ...timeLines(span, options.toYear),
    ...wordLines(event, places, options.locale),
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
    `DTSTART;TZID=${TIME_ZONE}:${compact(first)}T${clock(hours.from)}`,
    `DTEND;TZID=${TIME_ZONE}:${compact(first)}T${clock(hours.to)}`,
    // UNTIL is in UTC where the start carries a time zone: the end of the last year at UTC+7.
    ...(repeatsEveryDays === null ? [] : [`${rule};UNTIL=${toYear}1231T165959Z`]),
  ];
}

function wordLines(event: SceneEvent, places: readonly Place[], locale: 'vi' | 'en'): string[] {
  const held = event.placeIds.flatMap((id) => places.find((place) => place.id === id) ?? []);
  const venue = knownOrNull(event.venue)?.[locale];
  const where = venue ?? held.map((place) => place.name[locale]).join(', ');
  const isSure = event.certainty === 'fixed' || event.certainty === 'announced';
  const words = isSure ? event.summary[locale] : `${event.summary[locale]}\n${UNSURE[locale]}`;
  const position = held[0]?.position;
  return [
    `SUMMARY;LANGUAGE=${locale}:${icsText(event.name[locale])}`,
    `DESCRIPTION;LANGUAGE=${locale}:${icsText(words)}`,
    ...(where === '' ? [] : [`LOCATION;LANGUAGE=${locale}:${icsText(where)}`]),
    ...(position === undefined ? [] : [`GEO:${position.latDeg};${position.lonDeg}`]),
    `STATUS:${isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
  ];
}

function compact(day: CalendarDay): string {
  return isoDayText(day).replaceAll('-', '');
}
