import { routeLengthKm } from '#core/geo/route-length';
import {
  type Fact,
  knownOrNull,
  type LocalizedText,
  type Route,
  type RouteDetail,
  type RouteSummary,
  sourceLine,
} from '#scene';
import { DIFFICULTY_TEXTS, fact, joined, measure, monthsText, rangeText } from './fact-text';

/** What the globe needs of a route. */
export function routeSummary(route: Route, detailUrl: string): RouteSummary {
  return {
    id: route.id,
    name: route.name,
    colour: route.colour,
    distanceKm: distanceKm(route),
    legs: route.legs.map(({ mode, coordinates }) => ({ mode, coordinates })),
    stopPlaceIds: route.stops.flatMap((stop) => (stop.type === 'place' ? [stop.placeId] : [])),
    detailUrl,
  };
}

/** Names of what a route stops at. */
export interface StopNames {
  readonly places: ReadonlyMap<string, LocalizedText>;
  readonly gateways: ReadonlyMap<string, LocalizedText>;
}

/** What the card of a route says. */
export function routeDetail(route: Route, names: StopNames): RouteDetail {
  return {
    id: route.id,
    summary: route.summary,
    facts: routeFacts(route),
    warnings: route.warnings,
    legs: route.legs.map((leg) => ({
      mode: leg.mode,
      name: leg.name ?? null,
      roads: leg.mode === 'road' ? leg.roads : [],
      distanceKm: toldKm(leg),
      hours: leg.hours === undefined ? null : knownOrNull(leg.hours),
      note: leg.note ?? null,
    })),
    days: daysOf(route, names),
    sources: route.sources.map(sourceLine),
  };
}

/** The stops day by day; days without a stop are left out. */
function daysOf({ stops }: Route, names: StopNames): RouteDetail['days'] {
  const days = [...new Set(stops.map(({ day }) => day))].toSorted((a, b) => a - b);
  return days.map((day) => ({
    day,
    stops: stops
      .filter((stop) => stop.day === day)
      .flatMap((stop) => {
        const name =
          stop.type === 'place'
            ? names.places.get(stop.placeId)
            : names.gateways.get(stop.gatewayId);
        if (name === undefined) return [];
        const placeId = stop.type === 'place' ? stop.placeId : null;
        return [{ placeId, name, isOvernight: stop.isOvernight, note: stop.note ?? null }];
      }),
  }));
}

function routeFacts(route: Route): Fact[] {
  const days = knownOrNull(route.days);
  const difficulty = knownOrNull(route.difficulty);
  const climbM = knownOrNull(route.climbM);
  const roads = [...new Set(route.legs.flatMap((leg) => (leg.mode === 'road' ? leg.roads : [])))];
  const roadText = roads.join(', ');
  return [
    lengthFact(route),
    ...(days === null
      ? []
      : [fact('Thời gian', 'Time', rangeText(days, { vi: 'ngày', en: 'day' }))]),
    ...(roads.length === 0 ? [] : [fact('Đường', 'Roads', { vi: roadText, en: roadText })]),
    ...(difficulty === null ? [] : [fact('Độ khó', 'Difficulty', DIFFICULTY_TEXTS[difficulty])]),
    ...(climbM === null ? [] : [fact('Tổng leo dốc', 'Climb', measure(climbM, 'm'))]),
    ...(knownOrNull(route.seasons) ?? []).map(({ months, why }) =>
      fact('Mùa đẹp', 'Best months', joined(monthsText(months), ': ', why)),
    ),
  ];
}

function toldKm(leg: Route['legs'][number]): number | null {
  return leg.distanceKm === undefined ? null : knownOrNull(leg.distanceKm);
}

/** Our lines cut the bends of mountain roads: where a leg's length is not told, the card says so. */
function lengthFact(route: Route): Fact {
  const isTold = route.legs.every((leg) => toldKm(leg) !== null);
  const length = measure(Math.round(distanceKm(route)), 'km');
  if (isTold) return fact('Chiều dài', 'Length', length);
  return fact('Chiều dài', 'Length', {
    vi: `${length.vi} tính cả đoạn đo theo nét vẽ; đường thật nhiều khúc cua, dài hơn`,
    en: `${length.en}, in part as drawn; with all its bends the way is longer`,
  });
}

/** Length over all legs, as told or else as drawn, to 100 m. */
function distanceKm(route: Route): number {
  const km = route.legs.reduce(
    (sum, leg) => sum + (toldKm(leg) ?? routeLengthKm(leg.coordinates)),
    0,
  );
  return Number(km.toFixed(1));
}
