import { type Ecef, WGS84_SEMI_MAJOR_AXIS_M, WGS84_SEMI_MINOR_AXIS_M } from '../geo/ellipsoid';

/** How far out the point is put where no point on the ray can stand for the tile. */
const BEYOND_EVERY_CAMERA_RATIO = 1e9;

/**
 * The horizon occlusion point of a tile: if it is below the horizon, so is every vertex.
 *
 * @param directionEcef - from the Earth's centre, usually the bounding sphere's centre
 * @param pointsEcef - the vertices, x, y, z after each other
 * @returns in the ellipsoid-scaled frame (axes of length 1); for a tile so wide that no such point
 *   exists (a root), one so far out that it hides nothing
 * @see quantized-mesh 1.0, header; K. Ring, Computing the horizon occlusion point (2013)
 */
export function horizonOcclusionPoint(directionEcef: Ecef, pointsEcef: Float64Array): Ecef {
  const direction = normalized(scaledToEllipsoid(directionEcef));
  let magnitude = 0;
  for (let i = 0; i < pointsEcef.length; i += 3) {
    const point = scaledToEllipsoid([pointsEcef[i]!, pointsEcef[i + 1]!, pointsEcef[i + 2]!]);
    const needed = magnitudeFor(point, direction);
    if (needed === undefined) {
      magnitude = BEYOND_EVERY_CAMERA_RATIO;
      break;
    }
    magnitude = Math.max(magnitude, needed);
  }
  return [direction[0] * magnitude, direction[1] * magnitude, direction[2] * magnitude];
}

function magnitudeFor(point: Ecef, direction: Ecef): number | undefined {
  const [x, y, z] = point;
  const length = Math.sqrt(x * x + y * y + z * z);
  // A vertex under the ellipsoid is taken to lie on it.
  const outside = Math.max(1, length);
  const cosAlpha = (x * direction[0] + y * direction[1] + z * direction[2]) / length;
  const sinAlpha = Math.sqrt(Math.max(0, 1 - cosAlpha * cosAlpha));
  const cosBeta = 1 / outside;
  const sinBeta = Math.sqrt(outside * outside - 1) * cosBeta;
  const denominator = cosAlpha * cosBeta - sinAlpha * sinBeta;
  return denominator > 1 / BEYOND_EVERY_CAMERA_RATIO ? 1 / denominator : undefined;
}

function scaledToEllipsoid(ecef: Ecef): Ecef {
  return [
    ecef[0] / WGS84_SEMI_MAJOR_AXIS_M,
    ecef[1] / WGS84_SEMI_MAJOR_AXIS_M,
    ecef[2] / WGS84_SEMI_MINOR_AXIS_M,
  ];
}

function normalized(vector: Ecef): Ecef {
  const length = Math.hypot(...vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}
