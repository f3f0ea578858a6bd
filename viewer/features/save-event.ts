import type { CalendarDay } from '#core/calendar/calendar-day';
import { eventsIcs, type IcsEvent } from '#core/calendar/event-ics';
import type { EventDetail, PlaceSummary } from '#scene';
import type { Locale } from '../state/store';

/** Years that a saved event reaches: this one and the next. */
const YEARS_AHEAD = 1;
/** The browser has read a download long before that. */
const KEEP_MS = 60_000;

/** An event as a calendar file tells it; null where its time is not known. */
export function icsOfEvent(
  event: EventDetail,
  places: readonly PlaceSummary[],
  locale: Locale,
): IcsEvent | null {
  if ('unknown' in event.time) return null;
  const held = event.placeIds.flatMap((id) => places.find((place) => place.id === id) ?? []);
  const [first] = held;
  return {
    id: event.id,
    name: event.name[locale],
    summary: event.summary[locale],
    where: event.venue?.[locale] ?? held.map(({ name }) => name[locale]).join(', '),
    position: first ? { lonDeg: first.lonDeg, latDeg: first.latDeg } : null,
    isSure: event.certainty === 'fixed' || event.certainty === 'announced',
    time: event.time.told,
  };
}

/** Saves an event as a calendar file with the days of this year and the next. */
export function saveEvent(event: IcsEvent, today: CalendarDay, locale: Locale): void {
  const text = eventsIcs([event], {
    locale,
    fromYear: today.year,
    toYear: today.year + YEARS_AHEAD,
  });
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `${event.id}.ics`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
