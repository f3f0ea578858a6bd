import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { type Place, type PlaceSummary, placeHeightM } from '#scene';
import { roundedM } from './rounding';

/** What the globe needs of a place. */
export function placeSummary(
  place: Place,
  panoramaIds: readonly string[],
  detailUrl: string,
): PlaceSummary {
  const { lonDeg, latDeg } = place.position;
  const heightOrthometricM = placeHeightM(place);
  return {
    id: place.id,
    kind: place.kind,
    name: place.name,
    lonDeg,
    latDeg,
    heightOrthometricM,
    heightEllipsoidalM:
      heightOrthometricM === null
        ? null
        : roundedM(ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM)),
    importance: place.importance,
    provinceIds: place.provinceIds,
    panoramaIds,
    detailUrl,
  };
}
