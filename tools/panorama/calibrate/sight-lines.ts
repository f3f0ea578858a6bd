import type { Sighting } from '#core/geo/enu';
import { geodeticOfMap, refractedSighting } from '#core/geo/visible-names';
import type { CameraPosition } from '#scene';

/**
 * Direction in which a camera sees a point: exact on the ellipsoid, the Earth's curvature included,
 * and raised by refraction.
 */
export function sightWithRefraction(from: CameraPosition, to: CameraPosition): Sighting {
  return refractedSighting(geodeticOfMap(from), geodeticOfMap(to));
}
