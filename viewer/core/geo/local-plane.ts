/** A vertex: longitude, latitude in degrees (WGS84). */
export type Vertex = readonly [lonDeg: number, latDeg: number];

/** Metres in one degree of latitude on the sphere of 6,371,008.8 m that route lengths use. */
export const M_PER_DEG_LAT = 111_195.08;

/** Metres in one degree of longitude at a latitude. */
export function mPerDegLon(latDeg: number): number {
  return M_PER_DEG_LAT * Math.cos((latDeg * Math.PI) / 180);
}

/**
 * Metres between two places.
 *
 * @returns good to 0.1 % up to some tens of kilometres
 */
export function metresBetween(from: Vertex, to: Vertex): number {
  const east = (to[0] - from[0]) * mPerDegLon((from[1] + to[1]) / 2);
  return Math.hypot(east, (to[1] - from[1]) * M_PER_DEG_LAT);
}

/** The point of a segment that is nearest to a place. */
export interface Foot {
  /** From 0 at the segment's start to 1 at its end. */
  readonly share: number;
  readonly point: Vertex;
  readonly awayM: number;
}

/** Where a place's perpendicular meets a segment, or the end that is nearer. */
export function footOnSegment(place: Vertex, start: Vertex, end: Vertex): Foot {
  const mPerLon = mPerDegLon(place[1]);
  const [startX, startY] = [(start[0] - place[0]) * mPerLon, (start[1] - place[1]) * M_PER_DEG_LAT];
  const [endX, endY] = [(end[0] - place[0]) * mPerLon, (end[1] - place[1]) * M_PER_DEG_LAT];
  const [dx, dy] = [endX - startX, endY - startY];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : clamped(-(startX * dx + startY * dy) / squared);
  return {
    share,
    point: between(start, end, share),
    awayM: Math.hypot(startX + share * dx, startY + share * dy),
  };
}

/** The point at a share of a segment. */
export function between(start: Vertex, end: Vertex, share: number): Vertex {
  return [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
}

/** Length of a line in metres; 0 for fewer than two vertices. */
export function lineLengthM(line: readonly Vertex[]): number {
  return line
    .slice(1)
    .reduce((sumM, vertex, at) => sumM + metresBetween(line[at] ?? vertex, vertex), 0);
}

/**
 * Points along a line: every vertex, and between vertices as many as keep them `stepM` apart.
 *
 * @param stepM - more than 0
 */
export function pointsAlong(line: readonly Vertex[], stepM: number): Vertex[] {
  const [first] = line;
  if (first === undefined) return [];
  const onward = line.slice(1).flatMap((end, at): Vertex[] => {
    const start = line[at] ?? end;
    const steps = Math.max(1, Math.ceil(metresBetween(start, end) / stepM));
    return Array.from({ length: steps }, (_, step) => between(start, end, (step + 1) / steps));
  });
  return [first, ...onward];
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
