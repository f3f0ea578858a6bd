import { wrapHeadingDeg } from '../geo/angles';
import { type CameraView, cameraViewOf } from '../geo/camera-view';
import { M_PER_DEG_LAT, mPerDegLon } from '../geo/local-plane';

/** A point of the way that is flown along. */
export interface FlyPoint {
  readonly alongKm: number;
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightEllipsoidalM: number;
}

/** How the visitor looks aside while flying. */
export interface LookAside {
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** A way made smooth enough to fly along. */
export interface FlyPath {
  readonly fromKm: number;
  readonly toKm: number;
  /** The camera at a distance from the start. */
  viewAt(alongKm: number, aside?: LookAside): CameraView;
}

/** Bends shorter than this are flown straight, share of the whole; at least `SMOOTH_LEAST_KM`. */
const SMOOTH_SHARE = 0.02;
const SMOOTH_LEAST_KM = 1.2;
const PITCH_DEG = -24;
const LEAST_DISTANCE_M = 2600;
const MOST_DISTANCE_M = 14_000;
const DISTANCE_SHARE = 0.045;
const LEAST_PITCH_DEG = -80;
const MOST_PITCH_DEG = -6;
const STRAIGHT_AHEAD: LookAside = { headingDeg: 0, pitchDeg: 0 };

/**
 * A way to fly along: the camera hangs behind a point that glides over the bends, looks where the
 * way goes, and stands the farther off the longer the way is.
 *
 * @param points - at least two, by `alongKm`
 * @throws RangeError for fewer
 */
export function flyPathOf(points: readonly FlyPoint[]): FlyPath {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) {
    throw new RangeError(`Expected at least two points, got ${points.length}.`);
  }
  const lengthKm = last.alongKm - first.alongKm;
  const reachKm = Math.max(SMOOTH_LEAST_KM, lengthKm * SMOOTH_SHARE);
  const distanceM = Math.min(
    MOST_DISTANCE_M,
    Math.max(LEAST_DISTANCE_M, lengthKm * 1000 * DISTANCE_SHARE),
  );
  const gliding = (alongKm: number) => meanAround(points, alongKm, reachKm);
  return {
    fromKm: first.alongKm,
    toKm: last.alongKm,
    viewAt(alongKm, aside = STRAIGHT_AHEAD) {
      const here = gliding(alongKm);
      const back = gliding(Math.max(first.alongKm, alongKm - reachKm));
      const ahead = gliding(Math.min(last.alongKm, alongKm + 2 * reachKm));
      const pitchDeg = Math.min(
        MOST_PITCH_DEG,
        Math.max(LEAST_PITCH_DEG, PITCH_DEG + aside.pitchDeg),
      );
      return cameraViewOf(here, {
        headingDeg: wrapHeadingDeg(headingBetween(back, ahead) + aside.headingDeg),
        pitchDeg,
        distanceM,
      });
    },
  };
}

/** Mean of the points within a reach, the near ones counting more: no jerk at any vertex. */
function meanAround(points: readonly FlyPoint[], alongKm: number, reachKm: number): FlyPoint {
  let weight = 0;
  let lonDeg = 0;
  let latDeg = 0;
  let heightEllipsoidalM = 0;
  for (let at = firstAfter(points, alongKm - reachKm); at < points.length; at++) {
    const point = points[at] as FlyPoint;
    if (point.alongKm > alongKm + reachKm) break;
    const away = (point.alongKm - alongKm) / reachKm;
    const share = (1 - away * away) ** 2 + 1e-6;
    weight += share;
    lonDeg += share * point.lonDeg;
    latDeg += share * point.latDeg;
    heightEllipsoidalM += share * point.heightEllipsoidalM;
  }
  return {
    alongKm,
    lonDeg: lonDeg / weight,
    latDeg: latDeg / weight,
    heightEllipsoidalM: heightEllipsoidalM / weight,
  };
}

/** Index of the first point at or after a distance. */
function firstAfter(points: readonly FlyPoint[], alongKm: number): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.alongKm ?? 0) < alongKm) low = middle + 1;
    else high = middle;
  }
  return low;
}

function headingBetween(from: FlyPoint, to: FlyPoint): number {
  const eastM = (to.lonDeg - from.lonDeg) * mPerDegLon(from.latDeg);
  const northM = (to.latDeg - from.latDeg) * M_PER_DEG_LAT;
  return (Math.atan2(eastM, northM) * 180) / Math.PI;
}
