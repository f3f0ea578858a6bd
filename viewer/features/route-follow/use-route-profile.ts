import { useEffect, useMemo, useState } from 'react';
import type { FlyPoint } from '#core/route/fly-path';
import { type Journey, type JourneyProfile, journeyOf, journeyProfile } from '#core/route/journey';
import { type JourneyStop, journeyStops } from '#core/route/journey-stops';
import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
import type { GlobePort } from '../../adapters/globe-port';
import { useAppState } from '../../state/app-context';

/** A route as its strip shows it. */
export interface RouteOnGround {
  readonly journey: Journey;
  readonly stops: readonly JourneyStop[];
  /** Null while the heights are on their way, or where there is no globe to ask. */
  readonly profile: JourneyProfile | null;
  /** What is flown along; null like the profile. */
  readonly flyPoints: readonly FlyPoint[] | null;
}

const POINT_COUNT = 480;

/** Cuts a route into points and asks the terrain that is shown for their heights. */
export function useRouteOnGround(
  scene: SceneIndex,
  route: RouteSummary,
  globe: GlobePort | null,
): RouteOnGround {
  const journey = useMemo(() => journeyOf(route.legs, POINT_COUNT), [route]);
  const stops = useMemo(() => stopsOf(journey, route, scene), [journey, route, scene]);
  const tier = useAppState((state) => state.onlineTerrainPhase);
  const isGlobeReady = useAppState((state) => state.hasGlobeSettled);
  const [heights, setHeights] = useState<{
    journey: Journey;
    ellipsoidalM: readonly (number | null)[];
  } | null>(null);
  useEffect(
    function askTerrain() {
      if (!globe || !isGlobeReady || tier === 'connecting') return;
      let isWanted = true;
      const spacingM = (journey.lengthKm * 1000) / journey.points.length;
      globe
        .sampleHeights(
          journey.points.map(({ lonDeg, latDeg }) => [lonDeg, latDeg]),
          spacingM,
        )
        .then(
          (ellipsoidalM) => {
            if (isWanted)
              setHeights({ journey, ellipsoidalM: insideOnly(journey, ellipsoidalM, scene) });
          },
          // Without heights there is no profile; the route itself is still there.
          () => undefined,
        );
      return () => {
        isWanted = false;
      };
    },
    [globe, journey, scene, tier, isGlobeReady],
  );
  return useMemo(() => {
    if (heights?.journey !== journey) return { journey, stops, profile: null, flyPoints: null };
    const { ellipsoidalM } = heights;
    const aboveSea = ellipsoidalM.map((heightM, at) => {
      const point = journey.points[at];
      if (heightM === null || !point) return null;
      return heightM + geoidDropM(scene.places, point.lonDeg, point.latDeg);
    });
    return {
      journey,
      stops,
      profile: journeyProfile(journey, route.legs, aboveSea),
      flyPoints: journey.points.map((point, at) => ({
        ...point,
        heightEllipsoidalM: ellipsoidalM[at] ?? 0,
      })),
    };
  }, [heights, journey, stops, route, scene]);
}

function stopsOf(journey: Journey, route: RouteSummary, scene: SceneIndex) {
  const places = new Map(scene.places.map((place) => [place.id, place]));
  return journeyStops(journey, route.stopPlaceIds, (id) => {
    const place = places.get(id);
    return place && [place.lonDeg, place.latDeg];
  });
}

/** Outside the region the globe is a smooth ball: what it says there are no heights. */
function insideOnly(
  { points }: Journey,
  heightsM: readonly (number | null)[],
  { regionBoxDeg: box }: SceneIndex,
): readonly (number | null)[] {
  return heightsM.map((heightM, at) => {
    const point = points[at];
    const isInside =
      point &&
      point.lonDeg >= box.westDeg &&
      point.lonDeg <= box.eastDeg &&
      point.latDeg >= box.southDeg &&
      point.latDeg <= box.northDeg;
    return isInside ? heightM : null;
  });
}

/**
 * What is added to a height above the ellipsoid to have it above the sea: that of the nearest place
 * whose both heights the scene knows. The geoid is smooth: within half a metre in this region.
 */
function geoidDropM(places: readonly PlaceSummary[], lonDeg: number, latDeg: number): number {
  let leastDeg = Number.POSITIVE_INFINITY;
  let dropM = 0;
  for (const { heightOrthometricM, heightEllipsoidalM, ...place } of places) {
    if (heightOrthometricM === null || heightEllipsoidalM === null) continue;
    const awayDeg = Math.hypot(place.lonDeg - lonDeg, place.latDeg - latDeg);
    if (awayDeg >= leastDeg) continue;
    leastDeg = awayDeg;
    dropM = heightOrthometricM - heightEllipsoidalM;
  }
  return dropM;
}
