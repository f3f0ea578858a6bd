import type { PlaceSummary, RouteSummary } from '#scene';
import type { GlobePlace, GlobeRoute } from '../../adapters/globe-port';
import type { Locale } from '../../state/store';

/** Places as the globe draws them, in a language. */
export function globePlacesOf(places: readonly PlaceSummary[], locale: Locale): GlobePlace[] {
  return places.map((place) => ({
    id: place.id,
    label: place.name[locale] ?? place.name.vi,
    labelLanguage: locale,
    lonDeg: place.lonDeg,
    latDeg: place.latDeg,
    heightEllipsoidalM: place.heightEllipsoidalM ?? 0,
    importance: place.importance,
    hasPanorama: place.panoramaIds.length > 0,
  }));
}

/** Routes as the globe draws them. */
export function globeRoutesOf(routes: readonly RouteSummary[]): GlobeRoute[] {
  return routes.map((route) => ({
    id: route.id,
    colour: route.colour,
    lines: route.legs.map((leg) => leg.coordinates),
  }));
}
