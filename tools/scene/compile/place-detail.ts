import {
  knownOrNull,
  type NearbyPlace,
  type Place,
  type PlaceDetail,
  type PlaceVisitDetail,
  sourceLine,
  type Told,
} from '#scene';
import { toldOrNull } from './told';

/** What a place's card takes from other records. */
export type PlaceSurroundings = Pick<
  PlaceDetail,
  'climateId' | 'isClimateOwn' | 'routeIds' | 'events' | 'products'
> & { readonly nearby: readonly NearbyPlace[] };

/** What the card of a place says. */
export function placeDetail(place: Place, around: PlaceSurroundings): PlaceDetail {
  return {
    id: place.id,
    summary: place.summary,
    isPositionApproximate: place.position.isApproximate === true,
    heights: (knownOrNull(place.heights) ?? []).map(({ heightOrthometricM, says }) => ({
      heightOrthometricM,
      says,
    })),
    visit: visitDetail(place),
    peoples: (knownOrNull(place.peoples) ?? []).map(({ name, ownName, note }) => ({
      name,
      ownName: ownName ?? null,
      note: note ?? null,
    })),
    customs: toldOrNull(place.customs),
    ...around,
    links: place.links,
    sources: place.sources.map(sourceLine),
  };
}

function visitDetail(place: Place): PlaceVisitDetail {
  const town = knownOrNull(place.nearestTown);
  return {
    seasons: knownOrNull(place.bestSeasons) ?? [],
    gettingThere: toldOrNull(place.gettingThere),
    nearestTown: town && {
      name: town.name,
      placeId: town.placeId ?? null,
      roadKm: knownOrNull(town.roadKm),
    },
    hoursNeeded: knownOrNull(place.hoursNeeded),
    difficulty: knownOrNull(place.difficulty),
    safety: toldOrNull(place.safety),
    accessibility: toldOrNull(place.accessibility),
    opening: withoutSources(toldOrNull(place.opening)),
    fees: withoutSources(toldOrNull(place.fees)),
  };
}

/** The card names the sources of the whole record; those of a single fact stay in the file. */
function withoutSources<T extends { readonly sourceIds: readonly string[] }>(
  fact: Told<T> | null,
): Told<Omit<T, 'sourceIds'>> | null {
  if (fact === null || 'unknown' in fact) return fact;
  const { sourceIds: _, ...told } = fact.told;
  return { told };
}
