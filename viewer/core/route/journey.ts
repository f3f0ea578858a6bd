import { footOnSegment, lineLengthM, type Vertex } from '../geo/local-plane';
import { climbAndDescent, equalSteps, PROFILE_DEFAULTS, smoothed } from './route-profile';

/** One piece of a journey: how one travels, and the line as drawn. */
export interface JourneyLeg {
  readonly mode: string;
  readonly coordinates: readonly Vertex[];
}

/** One point of a journey. */
export interface JourneyPoint {
  /** From the start, along the lines as drawn. */
  readonly alongKm: number;
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly legIndex: number;
}

/** A journey cut into equal steps, leg by leg. */
export interface Journey {
  readonly lengthKm: number;
  readonly points: readonly JourneyPoint[];
}

/** A journey's points with heights: null where one flies, or where there is no terrain. */
export interface JourneyProfile {
  readonly heightsM: readonly (number | null)[];
  readonly climbM: number;
  readonly descentM: number;
  readonly highestM: number;
  readonly lowestM: number;
}

/** Ways of travelling on which one climbs by one's own wheels or feet. */
const CLIMBING_MODES: ReadonlySet<string> = new Set(['road', 'trek']);
const SHORTEST_STEP_M = 100;

/**
 * Cuts a journey into about as many points as asked for.
 *
 * @param legs - each of at least two vertices
 * @param pointCount - at least 2
 */
export function journeyOf(legs: readonly JourneyLeg[], pointCount: number): Journey {
  const lengthsM = legs.map(({ coordinates }) => lineLengthM(coordinates));
  const lengthM = lengthsM.reduce((sum, one) => sum + one, 0);
  const stepM = Math.max(SHORTEST_STEP_M, lengthM / Math.max(1, pointCount - 1));
  const points: JourneyPoint[] = [];
  let beforeM = 0;
  for (const [legIndex, { coordinates }] of legs.entries()) {
    const { points: steps, spacingM } = equalSteps(coordinates, stepM);
    for (const [at, [lonDeg, latDeg]] of steps.entries()) {
      points.push({ alongKm: (beforeM + at * spacingM) / 1000, lonDeg, latDeg, legIndex });
    }
    beforeM += lengthsM[legIndex] ?? 0;
  }
  return { lengthKm: lengthM / 1000, points };
}

/**
 * The profile of a journey. Heights are smoothed leg by leg; climbs count on roads and paths.
 *
 * @param heightsM - above the sea, one for each point; null where there is none
 * @throws RangeError if there are not as many heights as points
 */
export function journeyProfile(
  journey: Journey,
  legs: readonly JourneyLeg[],
  heightsM: readonly (number | null)[],
): JourneyProfile {
  if (heightsM.length !== journey.points.length) {
    throw new RangeError(
      `Expected ${journey.points.length} heights, one a point, got ${heightsM.length}.`,
    );
  }
  const all: (number | null)[] = [];
  let climbM = 0;
  let descentM = 0;
  for (const [legIndex, { mode }] of legs.entries()) {
    const own = heightsM.filter((_, at) => journey.points[at]?.legIndex === legIndex);
    if (mode === 'air') {
      all.push(...own.map(() => null));
      continue;
    }
    const runs = runsOf(own);
    const sigma = PROFILE_DEFAULTS.smoothM / stepOf(journey, legIndex);
    for (const run of runs) {
      if (!run.every((height) => height !== null)) {
        all.push(...run);
        continue;
      }
      const smooth = smoothed(run, sigma);
      all.push(...smooth);
      if (!CLIMBING_MODES.has(mode)) continue;
      const sums = climbAndDescent(smooth, PROFILE_DEFAULTS.thresholdM);
      climbM += sums.climbM;
      descentM += sums.descentM;
    }
  }
  const known = all.filter((height) => height !== null);
  return {
    heightsM: all,
    climbM,
    descentM,
    highestM: known.reduce((most, height) => Math.max(most, height), Number.NEGATIVE_INFINITY),
    lowestM: known.reduce((least, height) => Math.min(least, height), Number.POSITIVE_INFINITY),
  };
}

/** The index of the point at a distance from the start, the nearest one. */
export function pointAtKm({ points }: Journey, alongKm: number): number {
  let best = 0;
  for (const [at, point] of points.entries()) {
    if (Math.abs(point.alongKm - alongKm) < Math.abs((points[best]?.alongKm ?? 0) - alongKm)) {
      best = at;
    }
  }
  return best;
}

/** Where on a journey one is nearest to a place. */
export interface JourneyFoot {
  readonly alongKm: number;
  readonly awayKm: number;
}

/**
 * The nearest point of a journey to a place; of equally near ones the first after `fromKm`, so
 * that the stops of a loop follow each other.
 *
 * @param fromKm - what lies before it does not count
 */
export function footOnJourney({ points }: Journey, place: Vertex, fromKm = 0): JourneyFoot {
  let best: JourneyFoot = { alongKm: fromKm, awayKm: Number.POSITIVE_INFINITY };
  for (const [at, point] of points.entries()) {
    const next = points[at + 1];
    if (!next || next.alongKm < fromKm || next.legIndex !== point.legIndex) continue;
    const foot = footOnSegment(place, [point.lonDeg, point.latDeg], [next.lonDeg, next.latDeg]);
    const alongKm = point.alongKm + foot.share * (next.alongKm - point.alongKm);
    const awayKm = foot.awayM / 1000;
    // A metre nearer on a later round is no nearer.
    if (alongKm >= fromKm && awayKm < best.awayKm - 1e-3) best = { alongKm, awayKm };
  }
  return best;
}

function stepOf({ points }: Journey, legIndex: number): number {
  const first = points.findIndex((point) => point.legIndex === legIndex);
  const [a, b] = [points[first], points[first + 1]];
  return a && b ? Math.max(1, (b.alongKm - a.alongKm) * 1000) : SHORTEST_STEP_M;
}

/** Values cut where known and unknown ones meet. */
function runsOf(values: readonly (number | null)[]): (number | null)[][] {
  const runs: (number | null)[][] = [];
  for (const [at, value] of values.entries()) {
    const before = values[at - 1];
    const run = runs.at(-1);
    if (run && at > 0 && (before === null) === (value === null)) run.push(value);
    else runs.push([value]);
  }
  return runs;
}
