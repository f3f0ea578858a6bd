import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import type { HeightPosts } from '../../render/land/land-heights';

/**
 * A second, independent way to the same answers, for tests: light is walked step by step along its
 * bent way, headings come from the geodesic. Shares no formula with the labels' own code.
 */

/** Longitude, latitude in degrees; height above the sea. */
export interface ReferencePoint {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightOrthometricM: number;
}

type Vector = [number, number, number];

const AXES = [0, 1, 2] as const;

const A = 6_378_137;
const B = 6_356_752.314245;
const F = 1 - B / A;
const RAD = Math.PI / 180;
const K = 0.13;

/** Heading at the start of the geodesic, by Vincenty's inverse formula, degrees in [0, 360). */
export function vincentyHeadingDeg(from: ReferencePoint, to: ReferencePoint): number {
  const u1 = Math.atan((1 - F) * Math.tan(from.latDeg * RAD));
  const u2 = Math.atan((1 - F) * Math.tan(to.latDeg * RAD));
  const l = (to.lonDeg - from.lonDeg) * RAD;
  let lambda = l;
  for (let i = 0; i < 50; i++) {
    const sinSigma = Math.hypot(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2M = cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha;
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    lambda =
      l +
      (1 - c) *
        F *
        sinAlpha *
        (sigma + c * sinSigma * (cos2M + c * cosSigma * (-1 + 2 * cos2M ** 2)));
  }
  const heading = Math.atan2(
    Math.cos(u2) * Math.sin(lambda),
    Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
  );
  return (heading / RAD + 360) % 360;
}

/**
 * Least height of the light's way over the ground, walked in steps.
 *
 * @param stepM - along the way
 * @returns metres, negative where hidden; and how far from the target the walk ended
 */
export function walkedClearanceM(
  from: ReferencePoint,
  to: ReferencePoint,
  posts: HeightPosts,
  stepM: number,
): { readonly clearanceM: number; readonly missedByM: number } {
  const at = earthFixed(from);
  const end = earthFixed(to);
  const way: Vector = [end[0] - at[0], end[1] - at[1], end[2] - at[2]];
  const distanceM = Math.hypot(...way);
  const direction = scaled(way, 1 / distanceM);
  // Raised at the start so that the bend brings it down onto the target.
  tilt(direction, upAt(from.lonDeg, from.latDeg), (K * distanceM) / (2 * A));
  let clearanceM = Number.POSITIVE_INFINITY;
  let walkedM = 0;
  while (walkedM < distanceM) {
    const now = onMap(at);
    const aboveM = now.heightOrthometricM - groundAt(posts, now.lonDeg, now.latDeg);
    clearanceM = Math.min(clearanceM, aboveM);
    const step = Math.min(stepM, distanceM - walkedM);
    tilt(direction, upAt(now.lonDeg, now.latDeg), -(K * step) / (2 * A));
    for (const axis of AXES) at[axis] += direction[axis] * step;
    tilt(direction, upAt(now.lonDeg, now.latDeg), -(K * step) / (2 * A));
    walkedM += step;
  }
  const last = onMap(at);
  const lastM = last.heightOrthometricM - groundAt(posts, last.lonDeg, last.latDeg);
  const missedByM = Math.hypot(at[0] - end[0], at[1] - end[1], at[2] - end[2]);
  return { clearanceM: Math.min(clearanceM, lastM), missedByM };
}

function earthFixed({ lonDeg, latDeg, heightOrthometricM }: ReferencePoint): Vector {
  const heightM = ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM);
  const [lon, lat] = [lonDeg * RAD, latDeg * RAD];
  const n = A ** 2 / Math.sqrt((A * Math.cos(lat)) ** 2 + (B * Math.sin(lat)) ** 2);
  const ring = (n + heightM) * Math.cos(lat);
  const z = ((B / A) ** 2 * n + heightM) * Math.sin(lat);
  return [ring * Math.cos(lon), ring * Math.sin(lon), z];
}

/** Longitude, latitude and height above the sea, by fixed point iteration. */
function onMap([x, y, z]: Vector): ReferencePoint {
  const ring = Math.hypot(x, y);
  const e2 = 1 - (B / A) ** 2;
  let lat = Math.atan2(z, ring * (1 - e2));
  let heightM = 0;
  for (let i = 0; i < 6; i++) {
    const n = A / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    heightM = ring / Math.cos(lat) - n;
    lat = Math.atan2(z, ring * (1 - (e2 * n) / (n + heightM)));
  }
  const lonDeg = Math.atan2(y, x) / RAD;
  const latDeg = lat / RAD;
  const heightOrthometricM = heightM - ellipsoidalFromOrthometricM(lonDeg, latDeg, 0);
  return { lonDeg, latDeg, heightOrthometricM };
}

function upAt(lonDeg: number, latDeg: number): Vector {
  const [lon, lat] = [lonDeg * RAD, latDeg * RAD];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** Turns a unit vector by a small angle towards up, in place. */
function tilt(direction: Vector, up: Vector, angleRad: number): void {
  const rise = direction[0] * up[0] + direction[1] * up[1] + direction[2] * up[2];
  const flat = Math.sqrt(1 - rise ** 2);
  for (const axis of AXES) {
    const across = (up[axis] - rise * direction[axis]) / flat;
    direction[axis] = direction[axis] * Math.cos(angleRad) + across * Math.sin(angleRad);
  }
}

function scaled(vector: Vector, factor: number): Vector {
  return [vector[0] * factor, vector[1] * factor, vector[2] * factor];
}

/** Bilinear height of a grid of posts. */
function groundAt(posts: HeightPosts, lonDeg: number, latDeg: number): number {
  const { boxDeg, cols, rows, heightsOrthometricM: h } = posts;
  const x = ((lonDeg - boxDeg.westDeg) / (boxDeg.eastDeg - boxDeg.westDeg)) * (cols - 1);
  const y = ((boxDeg.northDeg - latDeg) / (boxDeg.northDeg - boxDeg.southDeg)) * (rows - 1);
  const i = Math.max(0, Math.min(cols - 2, Math.floor(x)));
  const j = Math.max(0, Math.min(rows - 2, Math.floor(y)));
  const [u, v] = [x - i, y - j];
  const at = (row: number, col: number): number => h[row * cols + col] ?? Number.NaN;
  const north = (1 - u) * at(j, i) + u * at(j, i + 1);
  const south = (1 - u) * at(j + 1, i) + u * at(j + 1, i + 1);
  return (1 - v) * north + v * south;
}
