import { routeLengthKm } from '#core/geo/route-length';
import type { Route, RouteStop } from '#scene';
import type { FileIssue } from '../file-issue';
import { recordById, recordsOf, type SceneContent } from '../read-scene';
import { firstPassage, positionsAlongLine } from './line-position';
import { fault, type SceneRule, warning } from './rule';

/** Ends of legs that follow each other meet within this distance. */
const JOINT_MAX_KM = 0.3;
/** A stop farther from the line needs a leg of its own. */
const STOP_MAX_KM = 5;

/** Legs join, and stops come in the order in which the line passes them. */
export const routeRule: SceneRule = (content) =>
  recordsOf(content, 'route').flatMap(({ file, record }) => [
    ...jointIssues(file, record),
    ...stopIssues(content, file, record),
    ...dayIssues(file, record),
  ]);

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

/** Where a stop is; undefined where it leads nowhere. */
export function positionOfStop(content: SceneContent, stop: RouteStop) {
  return stop.type === 'place'
    ? recordById(content, 'place', stop.placeId)?.position
    : recordById(content, 'gateway', stop.gatewayId)?.position;
}
