import type { FileIssue } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';
import { positionsAlongLine } from './line-position';
import { warning } from './rule';
import type { StrictFindings } from './spelling';

/** Our own lines are good to this; what stands on a border may lie on either side. */
export const BORDER_ZONE_KM = 3;

type Vertex = readonly [lonDeg: number, latDeg: number];
/** A closed line: its first vertex comes again at its end, or is thought to. */
type Ring = readonly Vertex[];

/**
 * Places lie inside a province that they say they are in, of either map, or in its border zone.
 * Looked at only where the province has a `border`; inside one is on land, for there is no sea.
 */
export function borderIssues(content: SceneContent): StrictFindings {
  const borders = bordersOf(content);
  if (borders.size === 0) return { issues: [], skipped: 'borders: no province has its line yet' };
  const issues = recordsOf(content, 'place').flatMap(({ file, record }): FileIssue[] => {
    const { lonDeg, latDeg } = record.position;
    return [
      ...strayIssue(file, '$.provinceIds', record.provinceIds, 'province'),
      ...strayIssue(
        file,
        '$.provinceBefore2025Ids',
        record.provinceBefore2025Ids,
        'province-before-2025',
      ),
    ];

    function strayIssue(
      ofFile: string,
      path: string,
      ids: readonly string[],
      kind: BorderKind,
    ): FileIssue[] {
      const rings = ids.map((id) => borders.get(`${kind} ${id}`));
      if (rings.some((ring) => ring === undefined)) return [];
      const known = rings.flatMap((ring) => ring ?? []);
      const awayKm = kmOutside(known, [lonDeg, latDeg]);
      if (awayKm <= BORDER_ZONE_KM) return [];
      return [strayPlace(ofFile, path, ids, awayKm)];
    }
  });
  return { issues };
}

type BorderKind = 'province' | 'province-before-2025';

/** Rings by kind and id, of the provinces that have them. */
function bordersOf(content: SceneContent): ReadonlyMap<string, readonly Ring[]> {
  const kinds: readonly BorderKind[] = ['province', 'province-before-2025'];
  const entries = kinds.flatMap((kind) =>
    recordsOf(content, kind).flatMap(({ record }): [string, readonly Ring[]][] => {
      const rings = ringsIn(new Map<string, unknown>(Object.entries(record)).get('border'));
      return rings.length === 0 ? [] : [[`${kind} ${record.id}`, rings]];
    }),
  );
  return new Map(entries);
}

/** The closed lines in a value: one ring, or an array of rings. */
function ringsIn(value: unknown): readonly Ring[] {
  if (isRing(value)) return [value];
  return Array.isArray(value) ? value.filter(isRing) : [];
}

function isRing(value: unknown): value is Ring {
  return (
    Array.isArray(value) &&
    value.length >= 3 &&
    value.every(
      (vertex: unknown) =>
        Array.isArray(vertex) &&
        vertex.length === 2 &&
        vertex.every((part) => typeof part === 'number'),
    )
  );
}

/**
 * How far a place lies outside closed lines.
 *
 * @returns kilometres to the nearest line; 0 inside one
 */
export function kmOutside(rings: readonly Ring[], place: Vertex): number {
  if (rings.some((ring) => isInsideRing(ring, place))) return 0;
  const distances = rings.flatMap((ring) => {
    const [first] = ring;
    const closed = first === undefined ? ring : [...ring, first];
    return positionsAlongLine(closed, place).map(({ awayKm }) => awayKm);
  });
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

/** Even-odd rule on longitude and latitude. */
function isInsideRing(ring: Ring, [lonDeg, latDeg]: Vertex): boolean {
  let isInside = false;
  for (const [at, [lon, lat]] of ring.entries()) {
    const [beforeLon, beforeLat] = ring[(at + ring.length - 1) % ring.length] ?? [lon, lat];
    if (lat > latDeg === beforeLat > latDeg) continue;
    if (lonDeg < lon + ((latDeg - lat) / (beforeLat - lat)) * (beforeLon - lon)) {
      isInside = !isInside;
    }
  }
  return isInside;
}

function strayPlace(file: string, path: string, ids: readonly string[], awayKm: number): FileIssue {
  return warning(file, {
    code: 'scene-place-outside-province',
    path,
    expected: `a place in ${ids.join(' or ')}, or within ${BORDER_ZONE_KM} km of its border`,
    found: `${awayKm.toFixed(1)} km outside`,
    fix: 'Mend the position, or name the province that it lies in.',
  });
}
