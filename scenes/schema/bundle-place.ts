import type { EventTime } from '#core/calendar/event-time';
import type { LocalizedText, SourceLine } from './bundle';

/** Something told, or the reason why nobody can tell it yet. */
export type Told<T> = { readonly told: T } | { readonly unknown: LocalizedText };

/** What the card of a place says; null = not written yet. */
export interface PlaceDetail {
  readonly id: string;
  readonly summary: LocalizedText;
  readonly isPositionApproximate: boolean;
  /** Heights above the sea that people say, each with what exactly is that high. */
  readonly heights: readonly {
    readonly heightOrthometricM: number;
    readonly says: LocalizedText;
  }[];
  readonly visit: PlaceVisitDetail;
  readonly peoples: readonly {
    readonly name: LocalizedText;
    readonly ownName: string | null;
    readonly note: LocalizedText | null;
  }[];
  readonly customs: Told<LocalizedText> | null;
  /** The year of the sub-region it lies in, by id of a `ClimateSummary`; null where none fits. */
  readonly climateId: string | null;
  /** False where the place is not named by that sub-region, only near one that is. */
  readonly isClimateOwn: boolean;
  /** Routes that stop here. */
  readonly routeIds: readonly string[];
  /** The nearest other places, nearest first. */
  readonly nearby: readonly NearbyPlace[];
  readonly events: readonly EventDetail[];
  readonly products: readonly ProductDetail[];
  readonly links: readonly {
    readonly title: string;
    readonly url: string;
    readonly language: string;
  }[];
  readonly sources: readonly SourceLine[];
}

/** What somebody who wants to go there needs to know. */
export interface PlaceVisitDetail {
  readonly seasons: readonly { readonly months: readonly number[]; readonly why: LocalizedText }[];
  readonly gettingThere: Told<LocalizedText> | null;
  readonly nearestTown: {
    readonly name: LocalizedText;
    readonly placeId: string | null;
    readonly roadKm: number | null;
  } | null;
  readonly hoursNeeded: { readonly from: number; readonly to: number } | null;
  readonly difficulty: 'easy' | 'moderate' | 'hard' | 'expert' | null;
  readonly safety: Told<LocalizedText> | null;
  readonly accessibility: Told<LocalizedText> | null;
  /** `validOn`: the day on which that was true, 2026-11-21. */
  readonly opening: Told<{ readonly text: LocalizedText; readonly validOn: string }> | null;
  readonly fees: Told<{
    readonly items: readonly { readonly label: LocalizedText; readonly amountVnd: number }[];
    readonly validOn: string;
  }> | null;
}

export interface NearbyPlace {
  readonly placeId: string;
  /** As the crow flies. */
  readonly distanceKm: number;
  /** Compass bearing from the place of the card. */
  readonly headingDeg: number;
}

/** How sure the time of an event is. */
export type EventCertainty = 'fixed' | 'usual' | 'announced' | 'past' | 'unsure';

/** An event; its dates are counted from `time` when they are asked for. */
export interface EventDetail {
  readonly id: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly provinceIds: readonly string[];
  readonly placeIds: readonly string[];
  /** Where it is held, where that is none of our places. */
  readonly venue: LocalizedText | null;
  readonly time: Told<EventTime>;
  readonly certainty: EventCertainty;
  readonly organiser: LocalizedText | null;
  readonly url: string | null;
  readonly sources: readonly SourceLine[];
}

/** Something made or grown here. */
export interface ProductDetail {
  readonly id: string;
  readonly kind: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly provinceIds: readonly string[];
  readonly placeIds: readonly string[];
  /** Months in which it is fresh or made. */
  readonly season: Told<readonly number[]>;
  /** Stars of the One Commune One Product programme and the date of the grading, where known. */
  readonly ocop: { readonly stars: number; readonly gradedOn: string | null } | null;
  readonly maker: LocalizedText | null;
}
