import { degFromRad, headingDifferenceDeg, radFromDeg, wrapHeadingDeg } from '#core/geo/angles';
import { ecefFromGeodetic, geodeticFromEcef } from '#core/geo/ellipsoid';
import { ecefFromEnu } from '#core/geo/enu';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { geodeticOfMap, REFRACTION } from '#core/geo/visible-names';
import type { CameraPosition, HorizonLandmark } from '#scene';
import type { HeightField } from '../../terrain/height-field';
import type { DrawnLand } from '../labels/drawn-land';

/** How far two far skylines are apart, over the headings that count. */
export interface SkylineJudgement {
  /** Headings at which the reference reaches far enough. */
  readonly headings: number;
  readonly medianDeg: number;
  readonly p90Deg: number;
  /** Share of the headings at which nearer, imagined ground stands before the far skyline. */
  readonly coveredShare: number;
  /** Where they are farthest apart. */
  readonly worst: { readonly headingDeg: number; readonly differenceDeg: number };
}

/** How far the drawn tops are beside the summits they stand for. */
export interface SummitJudgement {
  readonly summits: number;
  readonly medianDeg: number;
  readonly worstDeg: number;
  readonly worstName: string;
}

/** Headings at which the reference does not reach this far do not count. */
const LEAST_REACH_M = 30_000;
const HEADING_STEP_DEG = 0.5;
const EARTH_RADIUS_M = 6_371_000;
/** Nearer ground is the near field's: imagined, and said to be. */
export const FAR_FROM_M = 1000;
const STEP_RATIO = 0.002;
const LEAST_STEP_M = 20;

/**
 * Holds the far skyline of the land that a render draws, from {@link FAR_FROM_M} on, against that of
 * a surveyed elevation model, both out to the model's edge. The drawn one is marched over the very heights that the renderer
 * marches (without trees, objects and clouds); the survey along the straight
 * line of sight in Earth-fixed coordinates, with refraction.
 */
export function judgeSkyline(
  eye: CameraPosition,
  drawn: DrawnLand,
  survey: HeightField,
): SkylineJudgement {
  let covered = 0;
  const differences: { headingDeg: number; differenceDeg: number }[] = [];
  for (let headingDeg = 0; headingDeg < 360; headingDeg += HEADING_STEP_DEG) {
    const edgeM = distanceToEdgeM(eye, headingDeg, survey);
    if (edgeM < LEAST_REACH_M) continue;
    const reachM = Math.min(edgeM, drawn.reachM);
    const truth = surveyedHorizonDeg(eye, headingDeg, survey, reachM);
    const { beforeDeg, withinDeg } = drawn.look(
      radFromDeg(headingDeg),
      FAR_FROM_M,
      reachM,
      'ground',
    );
    if (beforeDeg > withinDeg) covered++;
    differences.push({ headingDeg, differenceDeg: Math.abs(withinDeg - truth) });
  }
  const sorted = differences.toSorted((a, b) => a.differenceDeg - b.differenceDeg);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.differenceDeg ??
    Number.NaN;
  return {
    headings: sorted.length,
    medianDeg: at(0.5),
    p90Deg: at(0.9),
    coveredShare: covered / Math.max(1, sorted.length),
    worst: sorted.at(-1) ?? { headingDeg: 0, differenceDeg: Number.NaN },
  };
}

/** Elevation of the highest surveyed ground along a heading. */
function surveyedHorizonDeg(
  eye: CameraPosition,
  headingDeg: number,
  survey: HeightField,
  reachM: number,
): number {
  const { lonDeg, latDeg, heightOrthometricM } = eye;
  let steepest = Number.NEGATIVE_INFINITY;
  const along = createWalk(eye, headingDeg);
  for (let d = FAR_FROM_M; d < reachM; d += Math.max(LEAST_STEP_M, d * STEP_RATIO)) {
    const place = along(d);
    const groundM = survey.sample(place.lonDeg, place.latDeg);
    // Heights above the geoid on both sides: over 130 km it bends by less than a metre in ten.
    const bendM = ellipsoidalFromOrthometricM(place.lonDeg, place.latDeg, 0);
    const ownBendM = ellipsoidalFromOrthometricM(lonDeg, latDeg, 0);
    const riseM = groundM + bendM - heightOrthometricM - ownBendM;
    const curveM = ((1 - REFRACTION) * d * d) / (2 * EARTH_RADIUS_M);
    steepest = Math.max(steepest, (riseM - curveM) / d);
  }
  return degFromRad(Math.atan(steepest));
}

/** Places along a heading, by distance over the ground. */
function createWalk(eye: CameraPosition, headingDeg: number) {
  const origin = { ...geodeticOfMap(eye), heightEllipsoidalM: 0 };
  const start = ecefFromGeodetic(origin);
  const headingRad = radFromDeg(headingDeg);
  return (distanceM: number): { lonDeg: number; latDeg: number } => {
    // The tangent plane's point falls back onto the ellipsoid: as far out as the arc is long.
    const flatM = EARTH_RADIUS_M * Math.tan(distanceM / EARTH_RADIUS_M);
    const [x, y, z] = ecefFromEnu(origin, [
      flatM * Math.sin(headingRad),
      flatM * Math.cos(headingRad),
      0,
    ]);
    const place = geodeticFromEcef([start[0] + x, start[1] + y, start[2] + z]);
    return { lonDeg: degFromRad(place.lonRad), latDeg: degFromRad(place.latRad) };
  };
}

/** How far an elevation model reaches along a heading. */
function distanceToEdgeM(eye: CameraPosition, headingDeg: number, { boxDeg }: HeightField): number {
  const along = createWalk(eye, headingDeg);
  let reachM = 0;
  for (let d = 1000; d < 400_000; d += 1000) {
    const { lonDeg, latDeg } = along(d);
    const isInside =
      lonDeg > boxDeg.westDeg &&
      lonDeg < boxDeg.eastDeg &&
      latDeg > boxDeg.southDeg &&
      latDeg < boxDeg.northDeg;
    if (!isInside) break;
    reachM = d;
  }
  return reachM;
}

const TOP_SEARCH_DEG = 1.5;
const TOP_STEP_DEG = 0.02;
const TOP_WINDOW_M = 700;

/**
 * How far the drawn land's highest point in sight near each visible summit stands beside the
 * summit's true heading.
 */
export function judgeSummits(
  drawn: DrawnLand,
  labels: readonly HorizonLandmark[],
): SummitJudgement {
  const found = labels
    .filter(({ kind }) => kind === 'summit')
    .map((label) => ({ name: label.name.vi, awayDeg: topAwayDeg(drawn, label) }))
    .toSorted((a, b) => a.awayDeg - b.awayDeg);
  const worst = found.at(-1);
  return {
    summits: found.length,
    medianDeg: found[Math.floor(found.length / 2)]?.awayDeg ?? Number.NaN,
    worstDeg: worst?.awayDeg ?? Number.NaN,
    worstName: worst?.name ?? '',
  };
}

function topAwayDeg(drawn: DrawnLand, { headingDeg, distanceM }: HorizonLandmark): number {
  const windowM = Math.max(TOP_WINDOW_M, distanceM * 0.02);
  const halfDeg = Math.min(TOP_SEARCH_DEG, degFromRad(Math.atan(TOP_WINDOW_M / distanceM)));
  let best = { pitchDeg: Number.NEGATIVE_INFINITY, headingDeg };
  for (let turnDeg = -halfDeg; turnDeg <= halfDeg; turnDeg += TOP_STEP_DEG) {
    const heading = headingDeg + turnDeg;
    const pitchDeg = drawn.steepestDeg(
      radFromDeg(heading),
      distanceM - windowM,
      distanceM + windowM,
    );
    if (pitchDeg > best.pitchDeg) best = { pitchDeg, headingDeg: heading };
  }
  return Math.abs(headingDifferenceDeg(headingDeg, wrapHeadingDeg(best.headingDeg)));
}
