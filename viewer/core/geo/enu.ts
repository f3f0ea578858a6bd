import { degFromRad, wrapHeadingDeg } from './angles';
import { type Ecef, ecefFromGeodetic, type GeodeticRad } from './ellipsoid';

/** A vector in a local frame: [east, north, up], metres unless said otherwise. */
export type Enu = readonly [number, number, number];

/** Where something is seen from somewhere: compass heading, elevation and distance. */
export interface Sighting {
  /** Compass azimuth, 0 = true north, clockwise, [0, 360). */
  readonly headingDeg: number;
  /** Elevation above the observer's ellipsoidal horizon plane, + = up. */
  readonly pitchDeg: number;
  /** Straight-line distance. */
  readonly distanceM: number;
}

/**
 * Turns an Earth-fixed difference into the local frame of an origin.
 *
 * @param origin - where the local frame stands
 * @param differenceEcef - Earth-fixed vector
 */
export function enuFromEcef(origin: GeodeticRad, differenceEcef: Ecef): Enu {
  const [x, y, z] = differenceEcef;
  const sinLon = Math.sin(origin.lonRad);
  const cosLon = Math.cos(origin.lonRad);
  const sinLat = Math.sin(origin.latRad);
  const cosLat = Math.cos(origin.latRad);
  const towardAxis = cosLon * x + sinLon * y;
  return [
    cosLon * y - sinLon * x,
    cosLat * z - sinLat * towardAxis,
    cosLat * towardAxis + sinLat * z,
  ];
}

/**
 * Turns a local vector into the Earth-fixed frame; undoes {@link enuFromEcef}.
 *
 * @param origin - where the local frame stands
 */
export function ecefFromEnu(origin: GeodeticRad, enu: Enu): Ecef {
  const [east, north, up] = enu;
  const sinLon = Math.sin(origin.lonRad);
  const cosLon = Math.cos(origin.lonRad);
  const sinLat = Math.sin(origin.latRad);
  const cosLat = Math.cos(origin.latRad);
  const towardAxis = cosLat * up - sinLat * north;
  return [
    cosLon * towardAxis - sinLon * east,
    sinLon * towardAxis + cosLon * east,
    cosLat * north + sinLat * up,
  ];
}

/**
 * Direction and distance of a target as an observer sees it, through ECEF and ENU:
 * exact on the ellipsoid, with the Earth's curvature and without refraction.
 */
export function sightingOf(observer: GeodeticRad, target: GeodeticRad): Sighting {
  const from = ecefFromGeodetic(observer);
  const to = ecefFromGeodetic(target);
  const [east, north, up] = enuFromEcef(observer, [
    to[0] - from[0],
    to[1] - from[1],
    to[2] - from[2],
  ]);
  const flatM = Math.hypot(east, north);
  return {
    headingDeg: wrapHeadingDeg(degFromRad(Math.atan2(east, north))),
    pitchDeg: degFromRad(Math.atan2(up, flatM)),
    distanceM: Math.hypot(flatM, up),
  };
}
