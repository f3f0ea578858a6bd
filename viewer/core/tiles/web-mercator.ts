/** Latitude at which the square of web mercator ends. */
export const MERCATOR_EDGE_LAT_DEG = 85.0511287798066;

/** Web mercator tile position, y down from the north; whole numbers are corners of tiles. */
export function tileFromGeo(
  lonDeg: number,
  latDeg: number,
  zoom: number,
): readonly [number, number] {
  // The poles lie at infinity; a hair beside them is far beyond the last tile already.
  const latRad = (Math.min(89.99, Math.max(-89.99, latDeg)) * Math.PI) / 180;
  const mercator = Math.asinh(Math.tan(latRad));
  return [2 ** zoom * (lonDeg / 360 + 0.5), 2 ** zoom * (0.5 - mercator / (2 * Math.PI))];
}

/** WGS84 place [lonDeg, latDeg] of a web mercator tile position. */
export function geoFromTile(x: number, y: number, zoom: number): readonly [number, number] {
  const mercator = (0.5 - y / 2 ** zoom) * 2 * Math.PI;
  return [(x / 2 ** zoom - 0.5) * 360, (Math.atan(Math.sinh(mercator)) * 180) / Math.PI];
}
