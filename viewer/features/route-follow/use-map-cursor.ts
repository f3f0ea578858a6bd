import { useEffect } from 'react';
import { footOnJourney, type Journey, pointAtKm } from '#core/route/journey';
import type { GlobePort } from '../../adapters/globe-port';
import type { RouteCursor } from './route-cursor';

/** The mouse is on the route when it is this near to it, kilometres. */
const ON_ROUTE_KM = 2.5;

/** Ties the cursor of the profile and the point on the map together, both ways. */
export function useMapCursor(
  globe: GlobePort | null,
  journey: Journey,
  cursor: RouteCursor,
  isFlying: boolean,
): void {
  useEffect(
    function tieMapAndProfile() {
      if (!globe) return;
      const show = (alongKm: number | null): void => {
        const point = alongKm === null ? undefined : journey.points[pointAtKm(journey, alongKm)];
        globe.setRouteCursor(point ?? null);
      };
      const stops = [cursor.onMoved(show)];
      if (!isFlying) {
        stops.push(
          globe.on('groundHovered', (ground) => {
            if (!ground) return;
            const foot = footOnJourney(journey, [ground.lonDeg, ground.latDeg]);
            if (foot.awayKm < ON_ROUTE_KM) cursor.move(foot.alongKm);
          }),
        );
      }
      show(cursor.alongKm());
      return () => {
        for (const stop of stops) stop();
        globe.setRouteCursor(null);
      };
    },
    [globe, journey, cursor, isFlying],
  );
}
