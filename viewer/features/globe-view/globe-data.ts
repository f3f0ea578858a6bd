import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
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

/** The routes that the map shows of itself, and the selected one. */
export function routesToDraw(
  { routes, shownRouteIds }: Pick<SceneIndex, 'routes' | 'shownRouteIds'>,
  selectedRouteId: string | null,
): RouteSummary[] {
  return routes.filter(({ id }) => id === selectedRouteId || shownRouteIds.includes(id));
}

/** Routes as the globe draws them. */
export function globeRoutesOf(routes: readonly RouteSummary[]): GlobeRoute[] {
  return routes.map((route) => ({
    id: route.id,
    colour: route.colour,
    lines: route.legs.map((leg) => leg.coordinates),
  }));
}
