import type { GeoBoxDeg } from '#core/tiles/geo-box';

const TURN_DEG = 360;

/** A stretch of longitude, eastward; `eastDeg` may lie beyond 180, at most a turn from the west. */
export interface LonSpan {
  readonly westDeg: number;
  readonly eastDeg: number;
}

/**
 * The same meridian counted from another: in [fromDeg, fromDeg + 360). Numbers already there are
 * given back untouched, and both ends of the map's meridian 180 become the same number.
 */
export function lonFrom(fromDeg: number, lonDeg: number): number {
  let lon = lonDeg === 180 ? -180 : lonDeg;
  while (lon < fromDeg) lon += TURN_DEG;
  while (lon >= fromDeg + TURN_DEG) lon -= TURN_DEG;
  return lon;
}

/**
 * The shortest stretch that holds some others.
 *
 * @param joinDeg - gaps up to this width are none; without a gap the stretch is a whole turn
 */
export function lonSpanAround(spans: readonly LonSpan[], joinDeg: number): LonSpan {
  const first = spans[0]!.westDeg;
  const once = spans
    .map(({ westDeg, eastDeg }) => {
      const west = wrapped(first, westDeg);
      return { westDeg: west, eastDeg: west + (eastDeg - westDeg) };
    })
    .sort((a, b) => a.westDeg - b.westDeg);
  let reach = Math.max(...once.map(({ eastDeg }) => eastDeg));
  let widestDeg = -Infinity;
  let around: LonSpan = { westDeg: first, eastDeg: first + TURN_DEG };
  // Second time round: what the first turn reaches is known by then.
  for (const { westDeg, eastDeg } of once) {
    const gapDeg = westDeg + TURN_DEG - reach;
    if (gapDeg > widestDeg) {
      widestDeg = gapDeg;
      around = { westDeg, eastDeg: reach };
    }
    reach = Math.max(reach, eastDeg + TURN_DEG);
  }
  if (widestDeg <= joinDeg) return { westDeg: first, eastDeg: first + TURN_DEG };
  return nearGreenwich(around);
}

/** The same stretch with its west in [-180, 180); untouched where it is already. */
export function nearGreenwich({ westDeg, eastDeg }: LonSpan): LonSpan {
  const west = wrapped(-180, westDeg);
  return { westDeg: west, eastDeg: west === westDeg ? eastDeg : eastDeg + (west - westDeg) };
}

/** How far a place lies outside a box, degrees, going round the Earth; 0 inside. */
export function distanceOutsideDeg(box: GeoBoxDeg, lonDeg: number, latDeg: number): number {
  const x = Math.max(0, Math.min(lonDeg - box.eastDeg, box.westDeg + TURN_DEG - lonDeg));
  const y = Math.max(0, box.southDeg - latDeg, latDeg - box.northDeg);
  return Math.hypot(x, y);
}

/** A box that may cross the antimeridian as boxes that do not. */
export function boxesWithoutSeam(box: GeoBoxDeg): readonly GeoBoxDeg[] {
  if (box.eastDeg - box.westDeg >= TURN_DEG) return [{ ...box, westDeg: -180, eastDeg: 180 }];
  const { westDeg, eastDeg } = nearGreenwich(box);
  if (eastDeg <= 180) return [{ ...box, westDeg, eastDeg }];
  return [
    { ...box, westDeg: -180, eastDeg: eastDeg - TURN_DEG },
    { ...box, westDeg, eastDeg: 180 },
  ];
}

/** The box grown on every side, cut at the poles, and at a whole turn. */
export function boxGrownRound(box: GeoBoxDeg, marginDeg: number): GeoBoxDeg {
  const spare = (TURN_DEG - (box.eastDeg - box.westDeg)) / 2;
  const sideways = Math.min(marginDeg, Math.max(0, spare));
  return {
    westDeg: box.westDeg - sideways,
    southDeg: Math.max(-90, box.southDeg - marginDeg),
    eastDeg: box.eastDeg + sideways,
    northDeg: Math.min(90, box.northDeg + marginDeg),
  };
}

function wrapped(fromDeg: number, lonDeg: number): number {
  let lon = lonDeg;
  while (lon < fromDeg) lon += TURN_DEG;
  while (lon >= fromDeg + TURN_DEG) lon -= TURN_DEG;
  return lon;
}
