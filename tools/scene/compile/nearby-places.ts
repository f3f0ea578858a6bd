import { degFromRad, wrapHeadingDeg } from '#core/geo/angles';
import { M_PER_DEG_LAT, metresBetween, mPerDegLon } from '#core/geo/local-plane';
import type { NearbyPlace, Place } from '#scene';

/** Places that a card names, and how far away one is still near by. */
const NEARBY_COUNT = 6;
const NEARBY_KM = 40;

/** The nearest other places, nearest first. */
export function nearbyPlaces(place: Place, places: readonly Place[]): readonly NearbyPlace[] {
  return places
    .filter(({ id }) => id !== place.id)
    .map((other) => sighting(place, other))
    .filter(({ distanceKm }) => distanceKm <= NEARBY_KM)
    .toSorted((a, b) => a.distanceKm - b.distanceKm || (a.placeId < b.placeId ? -1 : 1))
    .slice(0, NEARBY_COUNT);
}

function sighting({ position: from }: Place, { id, position: to }: Place): NearbyPlace {
  const middleDeg = (from.latDeg + to.latDeg) / 2;
  const east = (to.lonDeg - from.lonDeg) * mPerDegLon(middleDeg);
  const north = (to.latDeg - from.latDeg) * M_PER_DEG_LAT;
  const metres = metresBetween([from.lonDeg, from.latDeg], [to.lonDeg, to.latDeg]);
  return {
    placeId: id,
    distanceKm: Number((metres / 1000).toFixed(1)),
    headingDeg: Math.round(wrapHeadingDeg(degFromRad(Math.atan2(east, north)))) % 360,
  };
}
