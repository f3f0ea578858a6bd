import { degFromRad, radFromDeg, wrapHeadingDeg } from '#core/geo/angles';
import { REFRACTED_RADIUS_M } from '../light/air-medium';
import { clamp } from '../maths/curves';

/** Height of the ground at a local point round the place, metres above the sea. */
export type HeightAt = (x: number, y: number) => number;

/** What is looked for. */
export interface ViewWish {
  /**
   * A summit is seen from afar and below; a pass or look-out is where one looks from; anything else
   * is seen from a slope above it.
   */
  readonly aim: 'summit' | 'overview' | 'outlook';
  /** Height above the sea of what is looked at. */
  readonly targetM: number;
  /** Headings of the sun in the morning and in the afternoon of the day, degrees. */
  readonly sunHeadingsDeg: readonly [number, number];
  /** How far away an overview may be, metres. */
  readonly distancesM: readonly number[];
}

/** From where, and which way, a place is drawn. */
export interface ChosenView {
  /** Metres east and north of the place. */
  readonly x: number;
  readonly y: number;
  readonly eyeHeightOrthometricM: number;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly horizontalFovDeg: number;
  readonly isMorning: boolean;
  /** Whether nothing stands between: false only where no candidate had a free line. */
  readonly isClear: boolean;
  readonly score: number;
}

const STEP_DEG = 15;
const LEAST_ABOVE_M = 14;
const MOST_ABOVE_M = 240;
/** Ground must stay this far below the line of sight. */
const CLEARANCE_M = 5;
/** Nearer to the place than this the land is the place's own. */
const AT_PLACE_M = 60;
/** A crest of a summit's own may stand this much over the line to it. */
const SHOULDER_M = 35;
const OVERVIEW_FOV_DEG = 58;
const SUMMIT_FOV_DEG = 46;
const SUMMIT_DISTANCES_M = [2600, 3400, 4400, 5600, 7000, 9000];

/** Tries viewpoints all round a place and takes the one with most to see in the best light. */
export function chooseView(heightAt: HeightAt, wish: ViewWish): ChosenView {
  const candidates = [...VIEWS[wish.aim](heightAt, wish)];
  const best = candidates.reduce<ChosenView | undefined>(
    (top, view) => (top === undefined || view.score > top.score ? view : top),
    undefined,
  );
  if (best === undefined) throw new RangeError('Expected a candidate, found none.');
  return best;
}

function* overviews(heightAt: HeightAt, wish: ViewWish): Generator<ChosenView> {
  for (let fromDeg = 0; fromDeg < 360; fromDeg += STEP_DEG) {
    const headingDeg = wrapHeadingDeg(fromDeg + 180);
    for (const distanceM of wish.distancesM) {
      const [x, y] = pointAt(fromDeg, distanceM);
      const groundM = heightAt(x, y);
      for (const depressionDeg of [8, 11, 14]) {
        const wanted = wish.targetM + distanceM * Math.tan(radFromDeg(depressionDeg));
        const eyeM = clamp(wanted, groundM + LEAST_ABOVE_M, groundM + MOST_ABOVE_M);
        const seenDeg = degFromRad(Math.atan2(eyeM - wish.targetM, distanceM));
        if (seenDeg < 4 || seenDeg > 24) continue;
        const isClear = hasFreeLine(heightAt, x, y, eyeM, wish.targetM + 4, 12);
        const sky = skylineOf(heightAt, x, y, eyeM, headingDeg);
        const sun = sunSide(headingDeg, wish.sunHeadingsDeg);
        const score =
          (isClear ? 0 : -3) +
          clamp(sky.highestDeg, -2, 8) / 9 -
          clamp(sky.highestDeg - 9.5, 0, 12) / 5 +
          clamp(sky.spreadDeg, 0, 3) / 4 +
          clamp(Math.log10(Math.max(1, sky.distanceM / 2000)), 0, 1) * 0.5 +
          0.8 * sun.score -
          Math.abs(seenDeg - 11) / 14;
        const pitchDeg = -seenDeg + 4.2;
        const fov = { pitchDeg, horizontalFovDeg: OVERVIEW_FOV_DEG };
        const from = { x, y, eyeHeightOrthometricM: eyeM, headingDeg };
        yield { ...from, ...fov, isMorning: sun.isMorning, isClear, score };
      }
    }
  }
}

function* summitViews(heightAt: HeightAt, wish: ViewWish): Generator<ChosenView> {
  for (let fromDeg = 0; fromDeg < 360; fromDeg += STEP_DEG) {
    const headingDeg = wrapHeadingDeg(fromDeg + 180);
    for (const distanceM of SUMMIT_DISTANCES_M) {
      const [x, y] = pointAt(fromDeg, distanceM);
      const groundM = heightAt(x, y);
      const dropM = (distanceM * distanceM) / (2 * REFRACTED_RADIUS_M);
      for (const aboveM of [25, 80, 180, 320]) {
        const eyeM = groundM + aboveM;
        const topDeg = degFromRad(Math.atan2(wish.targetM - dropM - eyeM, distanceM));
        if (topDeg < 0.5 || topDeg > 17) continue;
        const isClear = hasFreeLine(heightAt, x, y, eyeM, wish.targetM, SHOULDER_M);
        const beside = skylineOf(heightAt, x, y, eyeM, headingDeg, 4.5);
        const sun = sunSide(headingDeg, wish.sunHeadingsDeg);
        const deepM = eyeM - lowestBetween(heightAt, x, y, distanceM);
        const score =
          (isClear ? 0 : -3) +
          clamp(topDeg - beside.highestDeg, -3, 5) / 5 +
          clamp(deepM, 0, 900) / 900 +
          0.9 * sun.score -
          aboveM / 600 -
          Math.abs(topDeg - 6) / 12;
        const fov = { pitchDeg: topDeg - 7, horizontalFovDeg: SUMMIT_FOV_DEG };
        const from = { x, y, eyeHeightOrthometricM: eyeM, headingDeg };
        yield { ...from, ...fov, isMorning: sun.isMorning, isClear, score };
      }
    }
  }
}

function* outlooks(heightAt: HeightAt, wish: ViewWish): Generator<ChosenView> {
  for (let headingDeg = 0; headingDeg < 360; headingDeg += STEP_DEG) {
    for (const behindM of [60, 220]) {
      const [x, y] = pointAt(wrapHeadingDeg(headingDeg + 180), behindM);
      const groundM = heightAt(x, y);
      for (const aboveM of [16, 45]) {
        const eyeM = Math.max(groundM, wish.targetM) + aboveM;
        const sky = skylineOf(heightAt, x, y, eyeM, headingDeg);
        const sun = sunSide(headingDeg, wish.sunHeadingsDeg);
        const deepM = eyeM - lowestAhead(heightAt, x, y, headingDeg);
        const score =
          clamp(sky.highestDeg, -2, 5) / 7 -
          clamp(sky.highestDeg - 8, 0, 12) / 5 +
          clamp(sky.spreadDeg, 0, 3) / 5 +
          clamp(deepM, 0, 700) / 500 +
          clamp(Math.log10(Math.max(1, sky.distanceM / 2000)), 0, 1) * 0.6 +
          0.8 * sun.score;
        const fov = { pitchDeg: -6.5, horizontalFovDeg: OVERVIEW_FOV_DEG };
        const from = { x, y, eyeHeightOrthometricM: eyeM, headingDeg };
        yield { ...from, ...fov, isMorning: sun.isMorning, isClear: true, score };
      }
    }
  }
}

const VIEWS = { summit: summitViews, overview: overviews, outlook: outlooks } as const;

/** Lowest ground in the middle of a picture, 300 m to 3 km ahead. */
function lowestAhead(heightAt: HeightAt, x: number, y: number, headingDeg: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const beside of [-14, 0, 14]) {
    for (let r = 300; r < 3000; r *= 1.25) {
      const [east, north] = pointAt(headingDeg + beside, r);
      lowest = Math.min(lowest, heightAt(x + east, y + north));
    }
  }
  return lowest;
}

function pointAt(headingDeg: number, distanceM: number): readonly [number, number] {
  const a = radFromDeg(headingDeg);
  return [Math.sin(a) * distanceM, Math.cos(a) * distanceM];
}

/** Whether the line from the eye to a point over the place clears the ground. */
function hasFreeLine(
  heightAt: HeightAt,
  x: number,
  y: number,
  eyeM: number,
  targetM: number,
  shoulderM: number,
): boolean {
  const distanceM = Math.hypot(x, y);
  const steps = Math.ceil(distanceM / 45);
  for (let k = 1; k < steps; k++) {
    const t = k / steps;
    const along = distanceM * t;
    const dropM = (along * (distanceM - along)) / (2 * REFRACTED_RADIUS_M);
    const lineM = eyeM + (targetM - eyeM) * t - dropM;
    const isAtPlace = t > 0.93 || distanceM - along < AT_PLACE_M;
    const clearanceM = isAtPlace ? -shoulderM : CLEARANCE_M;
    if (heightAt(x * (1 - t), y * (1 - t)) + clearanceM > lineM) return false;
  }
  return true;
}

interface Skyline {
  readonly highestDeg: number;
  readonly spreadDeg: number;
  /** How far away its highest part is. */
  readonly distanceM: number;
}

/** The skyline of a picture's middle; headings nearer to the middle than `exceptDeg` left out. */
function skylineOf(
  heightAt: HeightAt,
  x: number,
  y: number,
  eyeM: number,
  headingDeg: number,
  exceptDeg = -1,
): Skyline {
  const found: { deg: number; distanceM: number }[] = [];
  for (let beside = -24; beside <= 24; beside += 6) {
    if (Math.abs(beside) < exceptDeg) continue;
    const a = radFromDeg(headingDeg + beside);
    let top = { deg: -90, distanceM: 0 };
    for (let r = 900; r < 32_000; r *= 1.13) {
      const h = heightAt(x + Math.sin(a) * r, y + Math.cos(a) * r);
      const deg = degFromRad(Math.atan2(h - (r * r) / (2 * REFRACTED_RADIUS_M) - eyeM, r));
      if (deg > top.deg) top = { deg, distanceM: r };
    }
    found.push(top);
  }
  const mean = found.reduce((sum, { deg }) => sum + deg, 0) / found.length;
  const squares = found.reduce((sum, { deg }) => sum + (deg - mean) ** 2, 0) / found.length;
  const highest = found.reduce((top, one) => (one.deg > top.deg ? one : top));
  return {
    highestDeg: highest.deg,
    spreadDeg: Math.sqrt(squares),
    distanceM: highest.distanceM,
  };
}

function lowestBetween(heightAt: HeightAt, x: number, y: number, distanceM: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let t = 0.08; t < 0.9; t += 250 / distanceM) {
    lowest = Math.min(lowest, heightAt(x * (1 - t), y * (1 - t)));
  }
  return lowest;
}

/** Light from the side models land best; against the sun it is hazy, with it flat. */
function sunSide(
  headingDeg: number,
  [morningDeg, afternoonDeg]: readonly [number, number],
): { readonly score: number; readonly isMorning: boolean } {
  const score = (sunDeg: number): number => {
    const off = Math.abs(((headingDeg - sunDeg + 540) % 360) - 180);
    return clamp(1 - Math.abs(off - 95) / 70, 0, 1);
  };
  const [morning, afternoon] = [score(morningDeg), score(afternoonDeg)];
  return { score: Math.max(morning, afternoon), isMorning: morning >= afternoon };
}
