import type { EventTime } from '#core/calendar/event-time';
import type { EventDetail } from '#scene';

/** An event whose time is known, with it. */
export interface DatedEvent {
  readonly detail: EventDetail;
  readonly time: EventTime;
}

/** The events whose time is known. */
export function datedEvents(events: readonly EventDetail[]): readonly DatedEvent[] {
  return events.flatMap((detail) =>
    'told' in detail.time ? [{ detail, time: detail.time.told }] : [],
  );
}
