import type { SnappedLine } from './snap-line';

/** Degrees are written to about a decimetre. */
const DECIMALS = 6;

/** Snapped lines as a GeoJSON text (RFC 7946), one feature per line, with how it was laid. */
export function snappedGeoJson(
  lines: readonly (SnappedLine & { readonly name: string })[],
): string {
  const features = lines.map(({ name, coordinates, ...line }) => ({
    type: 'Feature',
    properties: {
      name,
      lengthKm: Number(line.lengthKm.toFixed(3)),
      matchedRatio: Number(line.matchedRatio.toFixed(4)),
      meanShiftM: Math.round(line.meanShiftM),
      maxShiftM: Math.round(line.maxShiftM),
    },
    geometry: {
      type: 'LineString',
      coordinates: coordinates.map((vertex) =>
        vertex.map((angleDeg) => Number(angleDeg.toFixed(DECIMALS))),
      ),
    },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
