import { eventDaysIn } from '#core/calendar/event-days';
import type { Findable } from '#core/find/findable';
import { foldMarks } from '#core/text/fold-marks';
import {
  type EventTime,
  type FindIndex,
  knownOrNull,
  type LocalizedText,
  type Place,
  type Product,
  type Route,
  type SceneEvent,
} from '#scene';
import { compareText } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';

/** Years whose days say in which months an event that wanders may fall. */
const MONTH_YEARS = [2026, 2027, 2028, 2029, 2030];
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * What the search reads of a scene.
 *
 * @param placesWithPanoramas - ids of places whose panoramas are shown
 */
export function findIndex(
  content: SceneContent,
  placesWithPanoramas: ReadonlySet<string>,
): FindIndex {
  const all = <K extends 'place' | 'route' | 'event' | 'product'>(kind: K) =>
    recordsOf(content, kind)
      .map(({ record }) => record)
      .toSorted((a, b) => compareText(a.id, b.id));
  const places = all('place');
  const peoples = peoplesOf(places);
  const byId = new Map(places.map((place) => [place.id, place]));
  const around = { byId, peoples, placesWithPanoramas };
  return {
    id: 'find',
    peoples: peoples.map(({ id, name }) => ({ id, name })),
    findables: [
      ...places.map((place) => placeFindable(place, around)),
      ...all('route').map((route) => routeFindable(route, around)),
      ...all('event').map((event) => eventFindable(event, around)),
      ...all('product').map((product) => productFindable(product, around)),
    ],
  };
}

interface People {
  readonly id: string;
  readonly name: LocalizedText;
  readonly placeCount: number;
}

interface Around {
  readonly byId: ReadonlyMap<string, Place>;
  readonly peoples: readonly People[];
  readonly placesWithPanoramas: ReadonlySet<string>;
}

function placeFindable(place: Place, around: Around): Findable {
  return {
    type: 'place',
    id: place.id,
    name: place.name,
    alsoCalled: [...place.alsoCalled, ...place.localNames.map(({ text }) => text)],
    kind: place.kind,
    provinceIds: place.provinceIds,
    provinceBefore2025Ids: place.provinceBefore2025Ids,
    months: sorted((knownOrNull(place.bestSeasons) ?? []).flatMap(({ months }) => months)),
    peoples: peopleIdsOf(place, around.peoples),
    difficulty: knownOrNull(place.difficulty),
    hasPanorama: around.placesWithPanoramas.has(place.id),
    placeIds: [place.id],
    importance: place.importance,
  };
}

function routeFindable(route: Route, around: Around): Findable {
  const placeIds = route.stops.flatMap((stop) => (stop.type === 'place' ? [stop.placeId] : []));
  return {
    ...surroundings(placeIds, around),
    type: 'route',
    id: route.id,
    name: route.name,
    alsoCalled: [],
    kind: 'route',
    provinceIds: route.provinceIds,
    months: sorted((knownOrNull(route.seasons) ?? []).flatMap(({ months }) => months)),
    difficulty: knownOrNull(route.difficulty),
    importance: 2,
  };
}

function eventFindable(event: SceneEvent, around: Around): Findable {
  const time = knownOrNull(event.time);
  return {
    ...surroundings(event.placeIds, around),
    type: 'event',
    id: event.id,
    name: event.name,
    alsoCalled: [],
    kind: 'event',
    provinceIds: event.provinceIds,
    provinceBefore2025Ids: event.provinceBefore2025Ids,
    months: time === null ? [] : monthsOfEvent(time),
    difficulty: null,
    importance: 3,
  };
}

function productFindable(product: Product, around: Around): Findable {
  return {
    ...surroundings(product.placeIds, around),
    type: 'product',
    id: product.id,
    name: product.name,
    alsoCalled: [],
    kind: product.kind,
    provinceIds: product.provinceIds,
    provinceBefore2025Ids: product.provinceBefore2025Ids,
    months: sorted(knownOrNull(product.season) ?? []),
    difficulty: null,
    importance: 4,
  };
}

/** What something has from the places that it belongs to. */
function surroundings(placeIds: readonly string[], around: Around) {
  const places = placeIds.flatMap((id) => around.byId.get(id) ?? []);
  return {
    placeIds,
    provinceBefore2025Ids: [...new Set(places.flatMap((place) => place.provinceBefore2025Ids))],
    peoples: [...new Set(places.flatMap((place) => peopleIdsOf(place, around.peoples)))],
    hasPanorama: placeIds.some((id) => around.placesWithPanoramas.has(id)),
  };
}

/** Months in which an event may be held; those of a lunar one differ from year to year. */
function monthsOfEvent(time: EventTime): readonly number[] {
  if (time.type === 'months') return sorted(time.months);
  if (time.type === 'weekly' || time.type === 'branch-days') return ALL_MONTHS;
  const years = time.type === 'once' ? [Number(time.from.slice(0, 4))] : MONTH_YEARS;
  const months = years.flatMap((year) =>
    eventDaysIn(time, year).flatMap(({ first, daysLong }) => {
      const last = new Date(Date.UTC(first.year, first.month - 1, first.day + daysLong - 1));
      return [first.month, last.getUTCMonth() + 1];
    }),
  );
  return sorted(months);
}

/** Every people that a place names, by how many places name it. */
function peoplesOf(places: readonly Place[]): readonly People[] {
  const peoples = new Map<string, People>();
  for (const place of places) {
    for (const { name } of knownOrNull(place.peoples) ?? []) {
      const id = peopleId(name);
      const placeCount = (peoples.get(id)?.placeCount ?? 0) + 1;
      peoples.set(id, { id, name: peoples.get(id)?.name ?? shortName(name), placeCount });
    }
  }
  return [...peoples.values()].toSorted(
    (a, b) => b.placeCount - a.placeCount || compareText(a.id, b.id),
  );
}

/** Peoples of a place; a branch ("Thái trắng") belongs to its people ("Thái") too. */
function peopleIdsOf(place: Place, peoples: readonly People[]): readonly string[] {
  const ids = (knownOrNull(place.peoples) ?? []).map(({ name }) => peopleId(name));
  return peoples
    .map(({ id }) => id)
    .filter((id) => ids.some((own) => own === id || own.startsWith(`${id}-`)));
}

function peopleId(name: LocalizedText): string {
  return foldMarks(shortName(name).vi)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** "Người Mông" as people call themselves in a list: "Mông". */
function shortName(name: LocalizedText): LocalizedText {
  return { ...name, vi: name.vi.replace(/^Người /, '') };
}

function sorted(months: readonly number[]): readonly number[] {
  return [...new Set(months)].toSorted((a, b) => a - b);
}
