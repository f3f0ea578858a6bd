import { degFromRad, radFromDeg } from '#core/geo/angles';
import { WGS84_FLATTENING, WGS84_SEMI_MAJOR_AXIS_M } from '#core/geo/ellipsoid';

/** Flat metres round an origin: x east, y north, true in distance and azimuth from the origin. */
export interface LandFrame {
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Longitude and latitude of a point, written into `out`. */
  toGeographic(x: number, y: number, out: { lonDeg: number; latDeg: number }): void;
  /** Local metres of a place; exact inverse of `toGeographic` to a centimetre within 200 km. */
  toLocal(lonDeg: number, latDeg: number): readonly [number, number];
}

/**
 * Makes the frame of one origin (azimuthal equidistant, Legendre's series to third order: the
 * fourth is below a metre at 130 km).
 */
export function createLandFrame(lonDeg: number, latDeg: number): LandFrame {
  const latRad = radFromDeg(latDeg);
  const eccentricity2 = WGS84_FLATTENING * (2 - WGS84_FLATTENING);
  const w2 = 1 - eccentricity2 * Math.sin(latRad) ** 2;
  const primeM = WGS84_SEMI_MAJOR_AXIS_M / Math.sqrt(w2);
  const meridianM = (primeM * (1 - eccentricity2)) / w2;
  const t = Math.tan(latRad);
  const cos = Math.cos(latRad);
  const toGeographic = (x: number, y: number, out: { lonDeg: number; latDeg: number }): void => {
    const p = y / meridianM;
    const q = x / primeM;
    const qq = q * q;
    const dLat = p - (qq * t * primeM) / (2 * meridianM) - (qq * p * (1 + 3 * t * t)) / 6;
    const dLon = q + q * p * t + (q * p * p * (1 + 3 * t * t)) / 3 - (q * qq * t * t) / 3;
    out.latDeg = latDeg + degFromRad(dLat);
    out.lonDeg = lonDeg + degFromRad(dLon / cos);
  };
  const toLocal = (lon: number, lat: number): readonly [number, number] => {
    let x = radFromDeg(lon - lonDeg) * cos * primeM;
    let y = radFromDeg(lat - latDeg) * meridianM;
    const at = { lonDeg: 0, latDeg: 0 };
    for (let i = 0; i < 6; i++) {
      toGeographic(x, y, at);
      x += radFromDeg(lon - at.lonDeg) * cos * primeM;
      y += radFromDeg(lat - at.latDeg) * meridianM;
    }
    return [x, y];
  };
  return { lonDeg, latDeg, toGeographic, toLocal };
}
