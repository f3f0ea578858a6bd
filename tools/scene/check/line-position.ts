/** A vertex: longitude, latitude in degrees. */
type Vertex = readonly [lonDeg: number, latDeg: number];

/** Where on a line something is. */
export interface LinePosition {
  readonly alongKm: number;
  readonly awayKm: number;
}

const KM_PER_DEG_LAT = 111.2;

/**
 * The nearest points of a line to a place, one per segment, in order along the line.
 *
 * @returns distances good to 1 % up to some tens of kilometres from the place
 */
export function positionsAlongLine(line: readonly Vertex[], place: Vertex): LinePosition[] {
  const kmPerDegLon = KM_PER_DEG_LAT * Math.cos((place[1] * Math.PI) / 180);
  const local = line.map(
    ([lon, lat]): Vertex => [(lon - place[0]) * kmPerDegLon, (lat - place[1]) * KM_PER_DEG_LAT],
  );
  let startKm = 0;
  return local.slice(1).map((end, at) => {
    const start = local[at] ?? end;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const lengthKm = Math.hypot(dx, dy);
    const dot = -(start[0] * dx + start[1] * dy);
    const share = lengthKm === 0 ? 0 : Math.min(1, Math.max(0, dot / lengthKm ** 2));
    const position = {
      alongKm: startKm + share * lengthKm,
      awayKm: Math.hypot(start[0] + share * dx, start[1] + share * dy),
    };
    startKm += lengthKm;
    return position;
  });
}

/**
 * Where a traveller who is already at `fromKm` first passes a place.
 *
 * @param maxAwayKm - what still counts as passing it
 * @returns null where the line does not pass it any more
 */
export function firstPassage(
  positions: readonly LinePosition[],
  fromKm: number,
  maxAwayKm: number,
): LinePosition | null {
  let best: LinePosition | null = null;
  for (const position of positions) {
    if (position.alongKm < fromKm - maxAwayKm) continue;
    if (position.awayKm > maxAwayKm) {
      if (best !== null) return best;
      continue;
    }
    if (best === null || position.awayKm < best.awayKm) best = position;
  }
  return best;
}
