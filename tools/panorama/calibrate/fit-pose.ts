import { degFromRad, wrapHeadingDeg } from '#core/geo/angles';
import type { Enu } from '#core/geo/enu';
import { enuFromCamera } from '#core/panorama/direction';
import type { PanoramaPose } from '#core/panorama/pose';

/** A direction in the camera's frame (right, ahead, up), and the same thing in the level world. */
export interface DirectionPair {
  /** Unit vector. */
  readonly camera: Enu;
  /** Unit vector, east, north, up. */
  readonly world: Enu;
}

/** A pose and how well each pair agrees with it. */
export interface FittedPose {
  readonly pose: PanoramaPose;
  /** Angle between what a pair says and where the pose puts it, in the order of the pairs. */
  readonly residualsDeg: readonly number[];
}

/**
 * The pose that brings directions of the camera nearest to those of the world: least squares over
 * the differences of unit vectors, solved in closed form through the quaternion of the largest
 * eigenvalue, so that no first guess is needed and nothing can diverge.
 *
 * @param pairs - at least two, not all in one line through the camera (see {@link spreadDeg})
 * @see Horn 1987, "Closed-form solution of absolute orientation using unit quaternions"
 */
export function fitPose(pairs: readonly DirectionPair[]): FittedPose {
  const sums = Array.from({ length: 3 }, (_, a) =>
    Array.from({ length: 3 }, (__, b) =>
      pairs.reduce((sum, { camera, world }) => sum + at(camera, a) * at(world, b), 0),
    ),
  );
  const s = (a: number, b: number) => sums[a]?.[b] ?? 0;
  const quaternion = largestEigenvector([
    [s(0, 0) + s(1, 1) + s(2, 2), s(1, 2) - s(2, 1), s(2, 0) - s(0, 2), s(0, 1) - s(1, 0)],
    [s(1, 2) - s(2, 1), s(0, 0) - s(1, 1) - s(2, 2), s(0, 1) + s(1, 0), s(2, 0) + s(0, 2)],
    [s(2, 0) - s(0, 2), s(0, 1) + s(1, 0), s(1, 1) - s(0, 0) - s(2, 2), s(1, 2) + s(2, 1)],
    [s(0, 1) - s(1, 0), s(2, 0) + s(0, 2), s(1, 2) + s(2, 1), s(2, 2) - s(0, 0) - s(1, 1)],
  ]);
  const pose = poseOf(quaternion);
  const residualsDeg = pairs.map(({ camera, world }) =>
    angleDeg(enuFromCamera(camera, pose), world),
  );
  return { pose, residualsDeg };
}

/**
 * How far apart directions are, for telling whether they fix a pose: the angle off a common line
 * of the direction that is farthest from the first one. Straight behind counts as in line.
 *
 * @returns degrees, 0 to 90
 */
export function spreadDeg(directions: readonly Enu[]): number {
  let widest = 0;
  for (const [i, a] of directions.entries()) {
    for (const b of directions.slice(i + 1)) {
      const between = angleDeg(a, b);
      widest = Math.max(widest, Math.min(between, 180 - between));
    }
  }
  return widest;
}

/** Angle between two vectors, good for small ones too. */
export function angleDeg(a: Enu, b: Enu): number {
  const cross = Math.hypot(
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  );
  return degFromRad(Math.atan2(cross, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
}

function at(vector: Enu, axis: number): number {
  return vector[axis] ?? 0;
}

/** Heading, pitch and roll of the rotation that a quaternion (w, x, y, z) is. */
function poseOf([w = 1, x = 0, y = 0, z = 0]: readonly number[]): PanoramaPose {
  const aheadEast = 2 * (x * y - w * z);
  const aheadNorth = 1 - 2 * (x * x + z * z);
  const aheadUp = 2 * (y * z + w * x);
  const rightUp = 2 * (x * z - w * y);
  const upUp = 1 - 2 * (x * x + y * y);
  return {
    headingDeg: wrapHeadingDeg(degFromRad(Math.atan2(aheadEast, aheadNorth))),
    pitchDeg: degFromRad(Math.asin(Math.max(-1, Math.min(1, aheadUp)))),
    rollDeg: degFromRad(Math.atan2(-rightUp, upUp)),
  };
}

const SWEEPS = 32;

/** Unit eigenvector of the largest eigenvalue of a symmetric matrix (Jacobi's rotations). */
function largestEigenvector(symmetric: readonly (readonly number[])[]): readonly number[] {
  const size = symmetric.length;
  const m = symmetric.map((row) => Float64Array.from(row));
  const vectors = symmetric.map((_, i) =>
    Float64Array.from({ length: size }, (__, j) => +(i === j)),
  );
  const get = (list: readonly Float64Array[], row: number, col: number) => list[row]?.[col] ?? 0;
  const set = (list: readonly Float64Array[], row: number, col: number, value: number) => {
    const line = list[row];
    if (line !== undefined) line[col] = value;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = get(m, p, q);
        if (Math.abs(off) < 1e-300) continue;
        const theta = Math.atan2(2 * off, get(m, q, q) - get(m, p, p)) / 2;
        const cos = Math.cos(theta);
        const sin = Math.sin(theta);
        for (let k = 0; k < size; k++) {
          const a = get(m, k, p);
          const b = get(m, k, q);
          set(m, k, p, cos * a - sin * b);
          set(m, k, q, sin * a + cos * b);
        }
        for (let k = 0; k < size; k++) {
          const a = get(m, p, k);
          const b = get(m, q, k);
          set(m, p, k, cos * a - sin * b);
          set(m, q, k, sin * a + cos * b);
          const u = get(vectors, k, p);
          const v = get(vectors, k, q);
          set(vectors, k, p, cos * u - sin * v);
          set(vectors, k, q, sin * u + cos * v);
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i < size; i++) if (get(m, i, i) > get(m, best, best)) best = i;
  return vectors.map((row) => row[best] ?? 0);
}
