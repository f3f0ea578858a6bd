import type { Border } from '#scene';
import { isInsideRing, provinceOutline, type Vertex } from '../borders/province-outline';
import type { FileIssue } from '../file-issue';
import { idsOf, recordById, recordsOf, type SceneContent } from '../read-scene';
import { positionsAlongLine } from './line-position';
import { warning } from './rule';
import type { StrictFindings } from './spelling';

/** Our own lines are good to this; what stands on a border may lie on either side. */
export const BORDER_ZONE_KM = 3;

type Outlines = ReadonlyMap<string, readonly Vertex[]>;

/**
 * Places lie inside a province that they say they are in, of either map, or in its border zone.
 * Looked at only where the stretches of border close; inside one is on land, for the provinces have
 * no sea, and what lies on a lake says so by its kind.
 */
export function borderIssues(content: SceneContent): StrictFindings {
  const borders = recordsOf(content, 'border').map(({ record }) => record);
  const outlines = outlinesOf(content, borders);
  if (outlines.size === 0) return { issues: [], skipped: 'borders: no province has its line yet' };
  const issues = recordsOf(content, 'place').flatMap(({ file, record }): FileIssue[] => {
    const place: Vertex = [record.position.lonDeg, record.position.latDeg];
    const present = record.provinceIds.flatMap(
      (id) => recordById(content, 'province', id)?.formedFromIds ?? [],
    );
    return [
      ...strayIssue(file, '$.provinceBefore2025Ids', record.provinceBefore2025Ids, outlines, place),
      ...strayIssue(file, '$.provinceIds', present, outlines, place),
    ];
  });
  return { issues };
}

/** Closed outlines of the provinces before 2025 that have them, by id. */
function outlinesOf(content: SceneContent, borders: readonly Border[]): Outlines {
  const entries = idsOf(content, 'province-before-2025').flatMap(
    (id): [string, readonly Vertex[]][] => {
      const outline = provinceOutline(borders, id);
      return outline === null ? [] : [[id, outline]];
    },
  );
  return new Map(entries);
}

function strayIssue(
  file: string,
  path: string,
  ids: readonly string[],
  outlines: Outlines,
  place: Vertex,
): FileIssue[] {
  const rings = ids.map((id) => outlines.get(id));
  if (rings.length === 0 || rings.includes(undefined)) return [];
  const awayKm = kmOutside(
    rings.flatMap((ring) => (ring === undefined ? [] : [ring])),
    place,
  );
  if (awayKm <= BORDER_ZONE_KM) return [];
  return [
    warning(file, {
      code: 'scene-place-outside-province',
      path,
      expected: `a place in ${ids.join(' or ')}, or within ${BORDER_ZONE_KM} km of its border`,
      found: `${awayKm.toFixed(1)} km outside`,
      fix: 'Mend the position, or name the province that it lies in.',
    }),
  ];
}

/**
 * How far a place lies outside closed rings.
 *
 * @returns kilometres to the nearest ring; 0 inside one
 */
export function kmOutside(rings: readonly (readonly Vertex[])[], place: Vertex): number {
  if (rings.some((ring) => isInsideRing(place, ring))) return 0;
  const distances = rings.flatMap((ring) =>
    positionsAlongLine(ring, place).map(({ awayKm }) => awayKm),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}
