import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
import type { GlobePlace, GlobeRoute } from '../../adapters/globe-port';
import type { Locale } from '../../state/store';

/**
 * Places as the globe draws them, in a language.
 *
 * @param foundIds - only these, and seen from far away; null = all
 */
export function globePlacesOf(
  places: readonly PlaceSummary[],
  locale: Locale,
  foundIds: readonly string[] | null,
): GlobePlace[] {
  const found = foundIds && new Set(foundIds);
  const drawn = found ? places.filter(({ id }) => found.has(id)) : places;
  return drawn.map((place) => ({
    id: place.id,
    label: place.name[locale] ?? place.name.vi,
    labelLanguage: locale,
    lonDeg: place.lonDeg,
    latDeg: place.latDeg,
    heightEllipsoidalM: place.heightEllipsoidalM ?? 0,
    importance: found ? 1 : place.importance,
    hasPanorama: place.panoramaIds.length > 0,
  }));
}

/**
 * The routes that the map shows of itself, and the selected one.
 *
 * @param areShown - false where the layer of routes is off
 */
export function routesToDraw(
  { routes, shownRouteIds }: Pick<SceneIndex, 'routes' | 'shownRouteIds'>,
  selectedRouteId: string | null,
  areShown = true,
): RouteSummary[] {
  return routes.filter(
    ({ id }) => id === selectedRouteId || (areShown && shownRouteIds.includes(id)),
  );
}

/** Routes as the globe draws them. */
export function globeRoutesOf(routes: readonly RouteSummary[]): GlobeRoute[] {
  return routes.map((route) => ({
    id: route.id,
    colour: route.colour,
    lines: route.legs.map((leg) => leg.coordinates),
  }));
}
