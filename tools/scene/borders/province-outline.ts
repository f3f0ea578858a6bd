import type { Border } from '#scene';

/** [longitude, latitude] in degrees. */
export type Vertex = readonly [lonDeg: number, latDeg: number];

/**
 * The outline of a province, joined from the stretches of border that name it.
 *
 * @param provinceId - a province before 2025
 * @returns a closed ring (first vertex again at the end), or null where the stretches do not close
 */
export function provinceOutline(
  borders: readonly Border[],
  provinceId: string,
): readonly Vertex[] | null {
  const left = borders
    .filter((border) => border.provinceBefore2025Ids.includes(provinceId))
    .map((border): readonly Vertex[] => border.line);
  const ring: Vertex[] = [...(left.shift() ?? [])];
  while (left.length > 0) {
    const end = ring.at(-1);
    const at = left.findIndex((line) => isSame(line[0], end) || isSame(line.at(-1), end));
    const [next] = at < 0 ? [] : left.splice(at, 1);
    if (next === undefined) return null;
    ring.push(...(isSame(next[0], end) ? next : next.toReversed()).slice(1));
  }
  return ring.length > 3 && isSame(ring[0], ring.at(-1)) ? ring : null;
}

/** Whether a point lies inside a closed ring in degrees. */
export function isInsideRing([lonDeg, latDeg]: Vertex, ring: readonly Vertex[]): boolean {
  let isInside = false;
  for (let at = 1; at < ring.length; at++) {
    const [fromLon, fromLat] = ring[at - 1] as Vertex;
    const [toLon, toLat] = ring[at] as Vertex;
    if (fromLat > latDeg === toLat > latDeg) continue;
    const crossLon = fromLon + ((latDeg - fromLat) / (toLat - fromLat)) * (toLon - fromLon);
    if (lonDeg < crossLon) isInside = !isInside;
  }
  return isInside;
}

function isSame(a: Vertex | undefined, b: Vertex | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
