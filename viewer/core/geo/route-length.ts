import turfLength from '@turf/length';

/** A vertex of a line: longitude, latitude in degrees. */
export type LonLatDeg = readonly [lonDeg: number, latDeg: number];

/**
 * Length of a line along the ground, without its climbs.
 *
 * @param coordinates - vertices in order, at least two
 * @returns kilometres on a sphere of 6,371,008.8 m; within 0.5 % of the ellipsoid
 * @throws RangeError with fewer than two vertices
 */
export function routeLengthKm(coordinates: readonly LonLatDeg[]): number {
  if (coordinates.length < 2) {
    throw new RangeError(`Expected at least two vertices, got ${coordinates.length}.`);
  }
  return turfLength(
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: coordinates.map(([lon, lat]) => [lon, lat]) },
    },
    { units: 'kilometers' },
  );
}
