import type { Ecef } from '../geo/ellipsoid';

/** A sphere in Earth-fixed metres. */
export interface BoundingSphere {
  readonly centerEcef: Ecef;
  readonly radiusM: number;
}

/**
 * A sphere that contains all points: round the middle of their box, or by Ritter's walk where
 * that is smaller.
 *
 * @param pointsEcef - x, y, z after each other, metres; at least one point
 */
export function boundingSphereOf(pointsEcef: Float64Array): BoundingSphere {
  if (pointsEcef.length < 3) throw new RangeError('Expected at least one point, got none.');
  const boxed = sphereRound(boxCenter(pointsEcef), pointsEcef);
  const walked = ritterSphere(pointsEcef);
  return walked.radiusM < boxed.radiusM ? walked : boxed;
}

function boxCenter(points: Float64Array): Ecef {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const axis = i % 3;
    low[axis] = Math.min(low[axis]!, points[i]!);
    high[axis] = Math.max(high[axis]!, points[i]!);
  }
  return [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
}

function sphereRound(centerEcef: Ecef, points: Float64Array): BoundingSphere {
  const far = farthestFrom(centerEcef, points);
  return { centerEcef, radiusM: distanceM(centerEcef, pointAt(points, far)) };
}

function ritterSphere(points: Float64Array): BoundingSphere {
  const start = pointAt(points, 0);
  const one = pointAt(points, farthestFrom(start, points));
  const other = pointAt(points, farthestFrom(one, points));
  let center: Ecef = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2];
  let radiusM = distanceM(one, other) / 2;
  for (let i = 0; i < points.length; i += 3) {
    const point = pointAt(points, i);
    const reachM = distanceM(center, point);
    if (reachM <= radiusM) continue;
    const grownM = (radiusM + reachM) / 2;
    const shift = (reachM - grownM) / reachM;
    center = [
      center[0] + (point[0] - center[0]) * shift,
      center[1] + (point[1] - center[1]) * shift,
      center[2] + (point[2] - center[2]) * shift,
    ];
    radiusM = grownM;
  }
  return sphereRound(center, points);
}

function farthestFrom(origin: Ecef, points: Float64Array): number {
  let best = 0;
  let bestM = -1;
  for (let i = 0; i < points.length; i += 3) {
    const reachM = distanceM(origin, pointAt(points, i));
    if (reachM > bestM) {
      bestM = reachM;
      best = i;
    }
  }
  return best;
}

function pointAt(points: Float64Array, at: number): Ecef {
  return [points[at]!, points[at + 1]!, points[at + 2]!];
}

function distanceM(a: Ecef, b: Ecef): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return Math.sqrt(x * x + y * y + z * z);
}
