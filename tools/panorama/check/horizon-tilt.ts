import { degFromRad, radFromDeg, wrapHeadingDeg } from '#core/geo/angles';
import { directionOfPixel } from '#core/panorama/direction';
import type { PanoramaPose } from '#core/panorama/pose';
import type { RawPicture } from '../../io/picture';

/** How a horizon that goes all around lies. */
export interface HorizonTilt {
  /** Of the plane through the horizon against the level, after the pose. */
  readonly tiltDeg: number;
  /** Where it is lowest. */
  readonly headingDeg: number;
}

const SEARCH_DEG = 35;
const COLUMNS = 180;
/** Brightness of 0 to 255 by which the sky must stand out from the ground. */
const MIN_STEP = 18;
/** A skyline nearer to one plane than this is the sea, a plain or far hills: it tells the level. */
const MAX_SCATTER_DEG = 1.2;
const MIN_SHARE = 0.75;
const ROUNDS = 6;

interface SkyPoint {
  readonly headingRad: number;
  readonly pitchDeg: number;
}

/**
 * The tilt of the horizon, where it can be told: where the edge between sky and ground is found
 * nearly all around and lies near one plane. Mountains and houses near by do not, and then nobody
 * can tell by pixels alone.
 *
 * @returns null where it cannot be told
 */
export function horizonTilt(sphere: RawPicture, pose: PanoramaPose): HorizonTilt | null {
  const points = skyline(sphere, pose);
  if (points.length < MIN_SHARE * COLUMNS) return null;
  let kept = points;
  let plane = fitPlane(kept);
  for (let round = 0; round < ROUNDS; round++) {
    kept = points.filter((point) => Math.abs(offPlane(point, plane)) <= 2 * MAX_SCATTER_DEG);
    if (kept.length < MIN_SHARE * COLUMNS) return null;
    plane = fitPlane(kept);
  }
  const squares = kept.reduce((sum, point) => sum + offPlane(point, plane) ** 2, 0);
  if (Math.sqrt(squares / kept.length) > MAX_SCATTER_DEG) return null;
  const [, east, north] = plane;
  return {
    tiltDeg: Math.hypot(east, north),
    headingDeg: wrapHeadingDeg(degFromRad(Math.atan2(-east, -north))),
  };
}

/** Per column, where brightness falls most from above to below near the middle. */
function skyline(sphere: RawPicture, pose: PanoramaPose): readonly SkyPoint[] {
  const points: SkyPoint[] = [];
  const { widthPx, heightPx } = sphere;
  const first = Math.round(heightPx * (0.5 - SEARCH_DEG / 180));
  const last = Math.round(heightPx * (0.5 + SEARCH_DEG / 180));
  const reach = Math.max(2, Math.round(heightPx / 180));
  for (let i = 0; i < COLUMNS; i++) {
    const col = Math.floor(((i + 0.5) / COLUMNS) * widthPx);
    let bestRow = -1;
    let bestStep = MIN_STEP;
    for (let row = first; row <= last; row++) {
      const step =
        brightness(sphere, col, row - reach, row) - brightness(sphere, col, row, row + reach);
      if (step > bestStep) [bestRow, bestStep] = [row, step];
    }
    if (bestRow < 0) continue;
    const seen = directionOfPixel((col + 0.5) / widthPx, bestRow / heightPx, pose);
    points.push({ headingRad: radFromDeg(seen.headingDeg), pitchDeg: seen.pitchDeg });
  }
  return points;
}

function brightness({ data, widthPx }: RawPicture, col: number, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) {
    const at = (row * widthPx + col) * 3;
    sum += (data[at] ?? 0) + (data[at + 1] ?? 0) + 2 * (data[at + 2] ?? 0);
  }
  return sum / 4 / (to - from);
}

type Plane = readonly [level: number, east: number, north: number];

function offPlane({ headingRad, pitchDeg }: SkyPoint, [level, east, north]: Plane): number {
  return pitchDeg - level - east * Math.sin(headingRad) - north * Math.cos(headingRad);
}

/** Least squares of pitch = level + east sin + north cos, by the normal equations. */
function fitPlane(points: readonly SkyPoint[]): Plane {
  const rows = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (const { headingRad, pitchDeg } of points) {
    const basis = [1, Math.sin(headingRad), Math.cos(headingRad)];
    rows.forEach((row, i) => {
      for (let j = 0; j < 3; j++) row[j] = (row[j] ?? 0) + (basis[i] ?? 0) * (basis[j] ?? 0);
      row[3] = (row[3] ?? 0) + (basis[i] ?? 0) * pitchDeg;
    });
  }
  const solved = solve(rows);
  return [solved[0] ?? 0, solved[1] ?? 0, solved[2] ?? 0];
}

/** Gauss and Jordan on three equations. */
function solve(rows: number[][]): readonly number[] {
  for (let i = 0; i < rows.length; i++) {
    const order = rows.slice(i).sort((a, b) => Math.abs(b[i] ?? 0) - Math.abs(a[i] ?? 0));
    rows.splice(i, rows.length - i, ...order);
    const pivot = rows[i];
    const head = pivot?.[i] ?? 0;
    if (pivot === undefined || Math.abs(head) < 1e-9) return [];
    rows.forEach((row, other) => {
      if (other === i) return;
      const factor = (row[i] ?? 0) / head;
      for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  }
  return rows.map((row, i) => (row[3] ?? 0) / (row[i] ?? 1));
}
