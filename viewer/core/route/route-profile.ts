import { between, metresBetween, type Vertex } from '../geo/local-plane';

export interface ProfileOptions {
  /** Heights are read this far apart along the line, metres. */
  readonly stepM?: number;
  /** Heights are smoothed by a bell of this standard width, metres; 0 keeps them as read. */
  readonly smoothM?: number;
  /** Ups and downs smaller than this are noise and do not count, metres. */
  readonly thresholdM?: number;
}

/**
 * Steps finer than the posts of common elevation models; a bell about as wide as one of 30 arc
 * seconds blurs; a threshold near the error of such models over one hill.
 */
export const PROFILE_DEFAULTS = {
  stepM: 100,
  smoothM: 250,
  thresholdM: 10,
} as const satisfies ProfileOptions;

/** One point of a profile. */
export interface ProfilePoint {
  readonly alongKm: number;
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Metres above the sea, smoothed. */
  readonly heightOrthometricM: number;
}

/** What a line climbs. */
export interface RouteProfile {
  readonly lengthKm: number;
  readonly climbM: number;
  readonly descentM: number;
  readonly highestOrthometricM: number;
  readonly lowestOrthometricM: number;
  readonly points: readonly ProfilePoint[];
}

/** Bells are cut off where they are thin. */
const BELL_REACH = 3;
const ORIGIN: Vertex = [0, 0];

/**
 * Heights along a line, and what one climbs and descends on it.
 *
 * Heights are read at equal steps, smoothed along the line, and summed with hysteresis: only a
 * turn of at least the threshold ends a climb.
 *
 * @param line - at least two vertices, degrees
 * @param heightAt - metres above the sea at a place in degrees
 * @throws RangeError for a shorter line, a step that is not positive, or negative widths
 */
export function routeProfile(
  line: readonly Vertex[],
  heightAt: (lonDeg: number, latDeg: number) => number,
  options: ProfileOptions = PROFILE_DEFAULTS,
): RouteProfile {
  const { stepM, smoothM, thresholdM } = { ...PROFILE_DEFAULTS, ...options };
  if (line.length < 2) throw new RangeError(`Expected at least two vertices, got ${line.length}.`);
  if (!(stepM > 0 && smoothM >= 0 && thresholdM >= 0)) {
    throw new RangeError(`Expected a step above 0 m, got ${stepM}, ${smoothM}, ${thresholdM}.`);
  }
  const { points, spacingM, lengthM } = equalSteps(line, stepM);
  const read = points.map(([lonDeg, latDeg]) => heightAt(lonDeg, latDeg));
  const heights = smoothed(read, smoothM / spacingM);
  const { climbM, descentM } = climbAndDescent(heights, thresholdM);
  return {
    lengthKm: lengthM / 1000,
    climbM,
    descentM,
    highestOrthometricM: heights.reduce((most, height) => Math.max(most, height)),
    lowestOrthometricM: heights.reduce((least, height) => Math.min(least, height)),
    points: points.map(([lonDeg, latDeg], at) => ({
      alongKm: (at * spacingM) / 1000,
      lonDeg,
      latDeg,
      heightOrthometricM: heights[at] ?? 0,
    })),
  };
}

/** Points at equal distances along a line of at least two vertices, both ends among them. */
export function equalSteps(line: readonly Vertex[], stepM: number) {
  const alongM = [0];
  for (const [at, vertex] of line.slice(1).entries()) {
    alongM.push((alongM[at] ?? 0) + metresBetween(line[at] ?? vertex, vertex));
  }
  const lengthM = alongM.at(-1) ?? 0;
  const steps = Math.max(1, Math.round(lengthM / stepM));
  // A line of no length still has its two ends.
  const spacingM = lengthM === 0 ? stepM : lengthM / steps;
  let segment = 0;
  const points = Array.from({ length: steps + 1 }, (_, step): Vertex => {
    const wantedM = Math.min(lengthM, step * spacingM);
    while (segment < line.length - 2 && (alongM[segment + 1] ?? 0) < wantedM) segment++;
    const [fromM, toM] = [alongM[segment] ?? 0, alongM[segment + 1] ?? 0];
    const start = line[segment] ?? ORIGIN;
    const end = line[segment + 1] ?? start;
    return between(start, end, toM > fromM ? (wantedM - fromM) / (toM - fromM) : 0);
  });
  return { points, spacingM, lengthM };
}

/**
 * Values under a bell, whose part beyond the ends is left out.
 *
 * @param sigma - standard width in steps
 */
export function smoothed(values: readonly number[], sigma: number): number[] {
  if (sigma === 0) return [...values];
  const reach = Math.ceil(BELL_REACH * sigma);
  const bell = Array.from({ length: reach + 1 }, (_, at) => Math.exp(-((at / sigma) ** 2) / 2));
  return values.map((_, centre) => {
    // The same reach on both sides keeps an even slope as it is, up to the very ends.
    const side = Math.min(reach, centre, values.length - 1 - centre);
    let sum = 0;
    let weight = 0;
    for (let offset = -side; offset <= side; offset++) {
      const share = bell[Math.abs(offset)] ?? 0;
      sum += share * (values[centre + offset] ?? 0);
      weight += share;
    }
    return sum / weight;
  });
}

/**
 * What heights climb and descend in turn; only a turn of at least the threshold ends a climb.
 *
 * @param heights - metres, in order
 */
export function climbAndDescent(heights: readonly number[], thresholdM: number) {
  let climbM = 0;
  let descentM = 0;
  let turn = heights[0] ?? 0;
  let extreme = turn;
  // +1 on the way up, -1 on the way down, 0 before the first way is known.
  let trend = 0;
  for (const height of heights) {
    if (trend === 0) {
      if (Math.abs(height - turn) < thresholdM) continue;
      trend = Math.sign(height - turn);
      extreme = height;
    } else if (trend * (height - extreme) > 0) {
      extreme = height;
    } else if (Math.abs(height - extreme) >= Math.max(thresholdM, Number.MIN_VALUE)) {
      if (trend > 0) climbM += extreme - turn;
      else descentM += turn - extreme;
      turn = extreme;
      extreme = height;
      trend = -trend;
    }
  }
  if (trend > 0) climbM += extreme - turn;
  if (trend < 0) descentM += turn - extreme;
  return { climbM, descentM };
}
