import type { Leg, LocalizedText, Place, RouteStop, Scene } from '#scene';
import { PLACEHOLDERS } from './placeholders';

/** Kinds of records that `arc scene new` starts. */
export const NEW_KINDS = ['place', 'panorama', 'route', 'event', 'product', 'story'] as const;

/** A kind of record that `arc scene new` starts. */
export type NewKind = (typeof NEW_KINDS)[number];

/** A point that was given on the command line. */
export interface LonLat {
  readonly lonDeg: number;
  readonly latDeg: number;
}

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
}

interface Owned extends Named {
  readonly provinceIds: readonly string[];
  readonly provinceBefore2025Ids: readonly string[];
}

const UNKNOWN = { unknown: PLACEHOLDERS.reason };

/** A source that somebody still has to name. */
function source(day: string) {
  return {
    type: 'knowledge',
    id: 'writers',
    title: PLACEHOLDERS.source,
    by: PLACEHOLDERS.source,
    date: day,
  };
}

/** A place with everything that must be there, and reasons still to be given. */
export function newPlace(owned: Owned, position: LonLat, kind: string, day: string): object {
  const { id, name, provinceIds, provinceBefore2025Ids } = owned;
  return {
    schemaVersion: 1,
    id,
    kind,
    name,
    provinceIds,
    provinceBefore2025Ids,
    position,
    positionSourceIds: ['writers'],
    heights: UNKNOWN,
    importance: 3,
    summary: PLACEHOLDERS.summary,
    sources: [source(day)],
  };
}

/** A draft of a photograph of a place, for which a picture is still to be added. */
export function newPanorama({ id, name }: Named, place: Place): object {
  return {
    schemaVersion: 1,
    id,
    placeId: place.id,
    kind: 'photo',
    title: name,
    description: PLACEHOLDERS.description,
    isDraft: true,
  };
}

/** A route whose line still goes straight from stop to stop. */
export function newRoute(
  { id, name }: Named,
  provinceIds: readonly string[],
  stops: readonly { readonly stop: Pick<RouteStop, 'type'>; readonly position: LonLat }[],
  mode: Leg['mode'],
  day: string,
): object {
  return {
    schemaVersion: 1,
    id,
    name,
    summary: PLACEHOLDERS.summary,
    provinceIds,
    legs: [
      { mode, coordinates: stops.map(({ position: { lonDeg, latDeg } }) => [lonDeg, latDeg]) },
    ],
    stops: stops.map(({ stop }) => ({ ...stop, day: 1 })),
    days: UNKNOWN,
    seasons: UNKNOWN,
    sources: [source(day)],
  };
}

/** An event whose days are still to be found out. */
export function newEvent(owned: Owned, day: string): object {
  const { id, name, provinceIds, provinceBefore2025Ids } = owned;
  return {
    schemaVersion: 1,
    id,
    name,
    summary: PLACEHOLDERS.summary,
    provinceIds,
    provinceBefore2025Ids,
    time: UNKNOWN,
    certainty: 'unsure',
    sources: [source(day)],
  };
}

/** A product whose season and grade are still to be found out. */
export function newProduct(owned: Owned, kind: string, day: string): object {
  const { id, name, provinceIds, provinceBefore2025Ids } = owned;
  return {
    schemaVersion: 1,
    id,
    kind,
    name,
    summary: PLACEHOLDERS.summary,
    provinceIds,
    provinceBefore2025Ids,
    season: UNKNOWN,
    ocop: UNKNOWN,
    sources: [source(day)],
  };
}

/** A story of two chapters over the scene's opening view. */
export function newStory(
  { id, name }: Named,
  provinceIds: readonly string[],
  { openingView }: Pick<Scene, 'openingView'>,
  day: string,
): object {
  const chapter = {
    title: name,
    narration: PLACEHOLDERS.narration,
    type: 'globe',
    view: openingView,
  };
  return {
    schemaVersion: 1,
    id,
    title: name,
    summary: PLACEHOLDERS.summary,
    provinceIds,
    chapters: [chapter, chapter],
    sources: [source(day)],
  };
}
