import { footOnSegment, metresBetween, type Vertex } from '../geo/local-plane';

/** Kilometres from a point to another, along the ground. */
export function kmBetween(from: Vertex, to: Vertex): number {
  return metresBetween(from, to) / 1000;
}

/**
 * Kilometres from a point to the nearest of some lines.
 *
 * @param lines - vertices in order; a line of one vertex is that point
 * @returns Infinity where there is no vertex
 */
export function kmToLines(point: Vertex, lines: readonly (readonly Vertex[])[]): number {
  let leastM = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      const start = line[i] as Vertex;
      const end = line[i + 1] ?? start;
      leastM = Math.min(leastM, footOnSegment(point, start, end).awayM);
    }
  }
  return leastM / 1000;
}
