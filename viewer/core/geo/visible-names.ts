import { degFromRad, radFromDeg } from './angles';
import {
  ecefFromGeodetic,
  type GeodeticRad,
  geodeticFromEcef,
  WGS84_SEMI_MAJOR_AXIS_M,
} from './ellipsoid';
import { type Sighting, sightingOf } from './enu';
import { ellipsoidalFromOrthometricM } from './geoid';

/**
 * Refraction coefficient of the air for sights over land by day: the ray bends with the Earth,
 * with 0.13 of its curvature.
 *
 * @see Gauss's mean value, used by surveyors since
 */
export const REFRACTION = 0.13;

/** Height above a sight line's chord per product of the distances to its two ends, 1/m. */
const BEND_PER_M = REFRACTION / (2 * WGS84_SEMI_MAJOR_AXIS_M);

/** A grid of posts, bilinear between them: what a sight line is held against. */
export interface SightGround {
  readonly boxDeg: {
    readonly westDeg: number;
    readonly southDeg: number;
    readonly eastDeg: number;
    readonly northDeg: number;
  };
  readonly cols: number;
  readonly rows: number;
  /** Metres above the EGM96 geoid. */
  sample(lonDeg: number, latDeg: number): number;
}

/** Which part of a sight line counts. */
export interface ClearanceOptions {
  /** Ground nearer to the eye than this does not hide. */
  readonly fromEyeM?: number;
  /** Ground nearer to the target than this does not hide. */
  readonly beforeTargetM?: number;
}

export const CLEARANCE_DEFAULTS = {
  fromEyeM: 0,
  beforeTargetM: 0,
} as const satisfies ClearanceOptions;

/** Between two of these, the track and the height of the chord are straight to 5 mm. */
const KNOT_M = 500;

/**
 * Direction in which an eye sees a point: exact on the ellipsoid, the Earth's curvature included,
 * and raised by refraction.
 */
export function refractedSighting(eye: GeodeticRad, target: GeodeticRad): Sighting {
  const sighting = sightingOf(eye, target);
  return {
    ...sighting,
    pitchDeg: sighting.pitchDeg + degFromRad(BEND_PER_M * sighting.distanceM),
  };
}

/**
 * How far a sight line stays above the ground at its tightest place; below 0 the target is hidden.
 *
 * The light's way is the straight chord through the Earth-fixed frame, raised by refraction. The
 * ground is crossed cell by cell of its grid: within each, the difference is a parabola whose
 * lowest point is found exactly, so no crest is stepped over.
 *
 * @returns metres; infinity where no part of the line counts or it lies outside the grid
 */
export function sightClearanceM(
  eye: GeodeticRad,
  target: GeodeticRad,
  ground: SightGround,
  options: ClearanceOptions = CLEARANCE_DEFAULTS,
): number {
  const { fromEyeM = 0, beforeTargetM = 0 } = options;
  const { distanceM } = sightingOf(eye, target);
  const toM = distanceM - beforeTargetM;
  if (!(toM > fromEyeM)) return Number.POSITIVE_INFINITY;
  const pieces = Math.max(1, Math.ceil((toM - fromEyeM) / KNOT_M));
  const stepM = (toM - fromEyeM) / pieces;
  const knotAt = createKnots(eye, target, distanceM);
  let least = Number.POSITIVE_INFINITY;
  let from = knotAt(fromEyeM);
  for (let piece = 1; piece <= pieces; piece++) {
    const to = knotAt(fromEyeM + piece * stepM);
    least = Math.min(least, pieceClearanceM(from, to, ground));
    from = to;
  }
  return least;
}

/** A point of the light's way. */
interface Knot {
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Of the light's way, above the geoid. */
  readonly heightM: number;
}

function createKnots(
  eye: GeodeticRad,
  target: GeodeticRad,
  distanceM: number,
): (alongM: number) => Knot {
  const from = ecefFromGeodetic(eye);
  const to = ecefFromGeodetic(target);
  return (alongM) => {
    const share = alongM / distanceM;
    const { lonRad, latRad, heightEllipsoidalM } = geodeticFromEcef([
      from[0] + share * (to[0] - from[0]),
      from[1] + share * (to[1] - from[1]),
      from[2] + share * (to[2] - from[2]),
    ]);
    const lonDeg = degFromRad(lonRad);
    const latDeg = degFromRad(latRad);
    const undulationM = ellipsoidalFromOrthometricM(lonDeg, latDeg, 0);
    const raisedM = BEND_PER_M * alongM * (distanceM - alongM);
    return { lonDeg, latDeg, heightM: heightEllipsoidalM + raisedM - undulationM };
  };
}

/** The least of a straight piece's height above the ground. */
function pieceClearanceM(from: Knot, to: Knot, ground: SightGround): number {
  const { boxDeg, cols, rows } = ground;
  const colsPerDeg = (cols - 1) / (boxDeg.eastDeg - boxDeg.westDeg);
  const rowsPerDeg = (rows - 1) / (boxDeg.northDeg - boxDeg.southDeg);
  const cuts = [0, 1];
  addCrossings(
    cuts,
    (from.lonDeg - boxDeg.westDeg) * colsPerDeg,
    (to.lonDeg - boxDeg.westDeg) * colsPerDeg,
  );
  addCrossings(
    cuts,
    (boxDeg.northDeg - from.latDeg) * rowsPerDeg,
    (boxDeg.northDeg - to.latDeg) * rowsPerDeg,
  );
  cuts.sort((a, b) => a - b);
  const above = (share: number): number => {
    const lonDeg = from.lonDeg + share * (to.lonDeg - from.lonDeg);
    const latDeg = from.latDeg + share * (to.latDeg - from.latDeg);
    if (!isInBox(boxDeg, lonDeg, latDeg)) return Number.POSITIVE_INFINITY;
    return from.heightM + share * (to.heightM - from.heightM) - ground.sample(lonDeg, latDeg);
  };
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < cuts.length; at++) {
    const start = cuts[at - 1]!;
    const end = cuts[at]!;
    least = Math.min(least, lowestOfParabola(above(start), above((start + end) / 2), above(end)));
  }
  return least;
}

/** Shares of a piece at which it passes from one row or column of posts to the next. */
function addCrossings(cuts: number[], from: number, to: number): void {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  for (let line = Math.ceil(low); line <= high; line++) {
    const share = (line - from) / (to - from);
    if (share > 0 && share < 1) cuts.push(share);
  }
}

/** Lowest value of the parabola through a start, a middle and an end, between them. */
function lowestOfParabola(start: number, middle: number, end: number): number {
  const ends = Math.min(start, middle, end);
  const bend = 2 * (start + end - 2 * middle);
  if (!(bend > 0)) return ends;
  const slope = 4 * middle - 3 * start - end;
  const at = -slope / (2 * bend);
  return at > 0 && at < 1 ? Math.min(ends, start + slope * at + bend * at * at) : ends;
}

function isInBox(box: SightGround['boxDeg'], lonDeg: number, latDeg: number): boolean {
  return (
    lonDeg >= box.westDeg &&
    lonDeg <= box.eastDeg &&
    latDeg >= box.southDeg &&
    latDeg <= box.northDeg
  );
}

/** A position as maps give it, for sights. */
export function geodeticOfMap(position: {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightOrthometricM: number;
}): GeodeticRad {
  const { lonDeg, latDeg, heightOrthometricM } = position;
  return {
    lonRad: radFromDeg(lonDeg),
    latRad: radFromDeg(latDeg),
    heightEllipsoidalM: ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM),
  };
}
