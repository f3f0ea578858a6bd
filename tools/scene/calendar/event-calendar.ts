import { eventsIcs, hasIcsDays, type IcsEvent, type IcsOptions } from '#core/calendar/event-ics';
import { knownOrNull, type Place, type SceneEvent } from '#scene';

/** What a calendar file holds. */
export type EventCalendarOptions = IcsOptions;

/** A calendar file and what it could not hold. */
export interface EventCalendar {
  readonly text: string;
  readonly eventCount: number;
  /** Events whose days are set anew each year or not known. */
  readonly undatedIds: readonly string[];
}

/**
 * Events as an iCalendar file (RFC 5545); the same events and years give the same bytes.
 *
 * @param places - where the events are held, for names and positions
 */
export function eventCalendar(
  events: readonly SceneEvent[],
  places: readonly Place[],
  options: EventCalendarOptions,
): EventCalendar {
  const dated = events
    .flatMap((event) => icsEvent(event, places, options.locale) ?? [])
    .filter((event) => hasIcsDays(event, options));
  const datedIds = new Set(dated.map(({ id }) => id));
  return {
    text: eventsIcs(dated, options),
    eventCount: dated.length,
    undatedIds: events.filter(({ id }) => !datedIds.has(id)).map(({ id }) => id),
  };
}

function icsEvent(
  event: SceneEvent,
  places: readonly Place[],
  locale: 'vi' | 'en',
): IcsEvent | null {
  const time = knownOrNull(event.time);
  if (time === null) return null;
  const held = event.placeIds.flatMap((id) => places.find((place) => place.id === id) ?? []);
  const venue = knownOrNull(event.venue)?.[locale];
  return {
    id: event.id,
    name: event.name[locale],
    summary: event.summary[locale],
    where: venue ?? held.map((place) => place.name[locale]).join(', '),
    position: held[0]?.position ?? null,
    isSure: event.certainty === 'fixed' || event.certainty === 'announced',
    time,
  };
}
