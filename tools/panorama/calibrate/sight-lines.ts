import { radFromDeg } from '#core/geo/angles';
import { WGS84_SEMI_MAJOR_AXIS_M } from '#core/geo/ellipsoid';
import { type Sighting, sightingOf } from '#core/geo/enu';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import type { CameraPosition } from '#scene';

/**
 * Refraction coefficient of the air for sights over land by day: the ray bends with the Earth,
 * with 0.13 of its curvature.
 *
 * @see Gauss's mean value, used by surveyors since
 */
export const REFRACTION = 0.13;

/**
 * Direction in which a camera sees a point: exact on the ellipsoid, the Earth's curvature included,
 * and raised by refraction.
 */
export function sightWithRefraction(from: CameraPosition, to: CameraPosition): Sighting {
  const sighting = sightingOf(geodetic(from), geodetic(to));
  const raisedDeg =
    (180 / Math.PI) * ((REFRACTION * sighting.distanceM) / (2 * WGS84_SEMI_MAJOR_AXIS_M));
  return { ...sighting, pitchDeg: sighting.pitchDeg + raisedDeg };
}

function geodetic({ lonDeg, latDeg, heightOrthometricM }: CameraPosition) {
  return {
    lonRad: radFromDeg(lonDeg),
    latRad: radFromDeg(latDeg),
    heightEllipsoidalM: ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM),
  };
}
