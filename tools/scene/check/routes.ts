import { routeLengthKm } from '#core/geo/route-length';
import { knownOrNull, type Leg, type Route, type RouteStop, type TravelMode } from '#scene';
import type { FileIssue } from '../file-issue';
import { recordById, recordsOf, type SceneContent } from '../read-scene';
import { firstPassage, positionsAlongLine } from './line-position';
import { roadRule } from './roads';
import { fault, type SceneRule, warning } from './rule';

/** Ends of legs that follow each other meet within this distance. */
const JOINT_MAX_KM = 0.3;
/** A stop farther from the line needs a leg of its own. */
const STOP_MAX_KM = 5;

/** How much longer than the drawn line a leg may be told to be: bends of mountain roads. */
const LENGTH_RATIO = { least: 0.9, most: 2 } as const;

/** Slowest and fastest that one travels in each way, km/h over a whole leg. */
const PACES_KM_PER_H: Readonly<Record<TravelMode, readonly [slowest: number, fastest: number]>> = {
  road: [8, 90],
  trek: [0.5, 6],
  boat: [4, 60],
  rail: [5, 160],
  air: [100, 900],
  'cable-car': [5, 40],
};

/**
 * Legs join, stops come in the order in which the line passes them, lengths and times make sense;
 * so do the roads of the graph.
 */
export const routeRule: SceneRule = (content) => [
  ...roadRule(content),
  ...recordsOf(content, 'route').flatMap(({ file, record }) => [
    ...jointIssues(file, record),
    ...stopIssues(content, file, record),
    ...dayIssues(file, record),
    ...record.legs.flatMap((leg, at) => [
      ...lengthIssues(file, leg, at),
      ...paceIssues(file, leg, at),
    ]),
  ]),
];

function jointIssues(file: string, route: Route): FileIssue[] {
  return route.legs.slice(1).flatMap((leg, at) => {
    const end = route.legs[at]?.coordinates.at(-1);
    const start = leg.coordinates[0];
    if (end === undefined || start === undefined) return [];
    const gapKm = routeLengthKm([end, start]);
    if (gapKm <= JOINT_MAX_KM) return [];
    return [
      fault(file, {
        code: 'scene-route-gap',
        path: `$.legs[${at + 1}].coordinates[0]`,
        expected: `the end of the leg before, within ${JOINT_MAX_KM} km`,
        found: `${gapKm.toFixed(1)} km away`,
        fix: 'Let the leg begin where the one before ends, or add the leg between.',
      }),
    ];
  });
}

function stopIssues(content: SceneContent, file: string, route: Route): FileIssue[] {
  const line = route.legs.flatMap((leg) => leg.coordinates);
  let fromKm = 0;
  return route.stops.flatMap((stop, at) => {
    const position = positionOfStop(content, stop);
    if (position === undefined) return [];
    const positions = positionsAlongLine(line, [position.lonDeg, position.latDeg]);
    const passage = firstPassage(positions, fromKm, STOP_MAX_KM);
    if (passage !== null) {
      fromKm = passage.alongKm;
      return [];
    }
    return [missedStop(file, at, Math.min(...positions.map(({ awayKm }) => awayKm)))];
  });
}

function missedStop(file: string, at: number, awayKm: number): FileIssue {
  const path = `$.stops[${at}]`;
  if (awayKm <= STOP_MAX_KM) {
    return fault(file, {
      code: 'scene-stops-order',
      path,
      expected: 'a stop that the line passes after the stop before',
      found: 'one that it passes earlier',
      fix: 'Put the stops in the order of the way.',
    });
  }
  return warning(file, {
    code: 'scene-stop-off-route',
    path,
    expected: `a stop within ${STOP_MAX_KM} km of the line`,
    found: `${awayKm.toFixed(1)} km away`,
    fix: 'Lead the line past it, or leave the stop out.',
  });
}

function dayIssues(file: string, route: Route): FileIssue[] {
  return route.stops.slice(1).flatMap((stop, at) =>
    stop.day >= (route.stops[at]?.day ?? 1)
      ? []
      : [
          fault(file, {
            code: 'scene-stops-order',
            path: `$.stops[${at + 1}].day`,
            expected: 'the day of the stop before, or a later one',
            found: String(stop.day),
            fix: 'Count the days of the journey from 1.',
          }),
        ],
  );
}

/** What a leg is told to measure goes with its drawn line. */
function lengthIssues(file: string, leg: Leg, at: number): FileIssue[] {
  const toldKm = knownOrNull(leg.distanceKm);
  if (toldKm === null) return [];
  const drawnKm = routeLengthKm(leg.coordinates);
  const ratio = toldKm / drawnKm;
  if (ratio >= LENGTH_RATIO.least && ratio <= LENGTH_RATIO.most) return [];
  const [leastKm, mostKm] = [LENGTH_RATIO.least * drawnKm, LENGTH_RATIO.most * drawnKm];
  return [
    fault(file, {
      code: 'scene-leg-length',
      path: `$.legs[${at}].distanceKm`,
      expected: `${leastKm.toFixed(0)} to ${mostKm.toFixed(0)} km, as the line is drawn`,
      found: `${toldKm} km`,
      fix: 'Measure the way again, or draw the line along it.',
    }),
  ];
}

/** Times go with distance and way of travelling. */
function paceIssues(file: string, leg: Leg, at: number): FileIssue[] {
  const hours = knownOrNull(leg.hours);
  if (hours === null) return [];
  const lengthKm = knownOrNull(leg.distanceKm) ?? routeLengthKm(leg.coordinates);
  const [slowest, fastest] = PACES_KM_PER_H[leg.mode];
  if (lengthKm / hours.from <= fastest && lengthKm / hours.to >= slowest) return [];
  const [leastH, mostH] = [lengthKm / fastest, lengthKm / slowest];
  return [
    fault(file, {
      code: 'scene-leg-pace',
      path: `$.legs[${at}].hours`,
      expected: `${leastH.toFixed(1)} to ${mostH.toFixed(1)} h for ${lengthKm.toFixed(0)} km by ${leg.mode}`,
      found: `${hours.from} to ${hours.to} h`,
      fix: 'Give the hours that the way takes without stops.',
    }),
  ];
}

/** Where a stop is; undefined where it leads nowhere. */
export function positionOfStop(content: SceneContent, stop: RouteStop) {
  return stop.type === 'place'
    ? recordById(content, 'place', stop.placeId)?.position
    : recordById(content, 'gateway', stop.gatewayId)?.position;
}
