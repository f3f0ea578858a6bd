import type { Vertex } from '../geo/local-plane';
import { footOnJourney, type Journey } from './journey';

/** A stop and where on the journey it is met. */
export interface JourneyStop {
  readonly placeId: string;
  readonly alongKm: number;
}

/** A stop farther than this from the line is met at the line's nearest point, but not shown on it. */
const BESIDE_KM = 12;

/**
 * Where the stops of a journey are met, each after the one before: a place may be met twice.
 *
 * @param placeAt - undefined for a place that is not there
 */
export function journeyStops(
  journey: Journey,
  placeIds: readonly string[],
  placeAt: (placeId: string) => Vertex | undefined,
): readonly JourneyStop[] {
  const stops: JourneyStop[] = [];
  let fromKm = 0;
  for (const placeId of placeIds) {
    const place = placeAt(placeId);
    if (!place) continue;
    const foot = footOnJourney(journey, place, fromKm);
    if (foot.awayKm > BESIDE_KM) continue;
    stops.push({ placeId, alongKm: foot.alongKm });
    fromKm = foot.alongKm;
  }
  return stops;
}
