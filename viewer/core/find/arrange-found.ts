import type { Vertex } from '../geo/local-plane';
import type { Finder } from './create-finder';
import type { Findable } from './findable';
import { fits, type Narrowing } from './narrowing';
import { kmBetween, kmToLines } from './nearness';

/** What a visitor looks for. */
export interface FindWish {
  readonly text: string;
  readonly narrowing: Narrowing;
  /** Lines of a route that it should lie along; null = anywhere. */
  readonly alongLines: readonly (readonly Vertex[])[] | null;
  /** Where the visitor is; null = not asked, or not known. */
  readonly here: Vertex | null;
}

/** Something found, and how far it is where that was asked for. */
export interface Found {
  readonly findable: Findable;
  /** From the visitor, as the crow flies; null where that is not known. */
  readonly distanceKm: number | null;
}

/** Within this distance of a route's line something lies along it. */
export const ALONG_KM = 10;

/**
 * What is found, in the order in which it is shown: by name where a text was typed, by distance
 * where the visitor's position is known, else the best known first.
 *
 * @param all - everything, in an order of its own for equals
 * @param placeAt - position of a place; undefined for one that is not there
 */
export function arrangeFound(
  wish: FindWish,
  all: readonly Findable[],
  finder: Finder,
  placeAt: (placeId: string) => Vertex | undefined,
): readonly Found[] {
  const { narrowing, alongLines, here } = wish;
  const hasText = wish.text.trim() !== '';
  const pointsOf = ({ placeIds }: Findable) =>
    placeIds.map(placeAt).filter((point) => point !== undefined);
  const found = (hasText ? finder.find(wish.text) : all)
    .filter((findable) => fits(findable, narrowing))
    .map((findable) => ({ findable, points: pointsOf(findable) }))
    .filter(({ points }) => alongLines === null || isAlong(points, alongLines))
    .map(({ findable, points }) => ({
      findable,
      distanceKm: here === null || points.length === 0 ? null : nearestKm(here, points),
    }));
  if (hasText) return found;
  if (here !== null) return found.toSorted((a, b) => farness(a) - farness(b));
  return found.toSorted((a, b) => a.findable.importance - b.findable.importance);
}

function isAlong(points: readonly Vertex[], lines: readonly (readonly Vertex[])[]): boolean {
  return points.some((point) => kmToLines(point, lines) <= ALONG_KM);
}

function nearestKm(here: Vertex, points: readonly Vertex[]): number {
  return Math.min(...points.map((point) => kmBetween(here, point)));
}

function farness({ distanceKm }: Found): number {
  return distanceKm ?? Number.POSITIVE_INFINITY;
}
