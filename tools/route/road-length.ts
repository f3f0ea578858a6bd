import type { Vertex } from '#core/geo/local-plane';
import { shortestPaths, type Way } from '#core/route/shortest-path';
import type { RoadNetwork, RoadSegment } from './road-network';

export interface RoadLengthOptions {
  /** Numbers of the roads that may be used, and roads without a number that join them. */
  readonly roads: readonly string[];
  /** How far from its road a place may lie, metres. */
  readonly reachM: number;
}

/** Longer ways than this are not looked for. */
const LONGEST_M = 600_000;

/**
 * Length of the way between two places on numbered roads.
 *
 * @returns kilometres from where the road passes one place to where it passes the other; null where
 *   the roads of the network do not join them
 */
export function roadLengthKm(
  network: RoadNetwork,
  from: Vertex,
  to: Vertex,
  options: RoadLengthOptions,
): number | null {
  const isUsable = ({ ref }: RoadSegment) => ref === null || options.roads.includes(ref);
  const start = nearestNode(network, from, options);
  const end = nearestNode(network, to, options);
  if (start === null || end === null) return null;
  const waysFrom = (node: number): readonly Way<number, RoadSegment>[] =>
    network.waysFrom(node).filter(({ edge }) => isUsable(edge));
  const path = shortestPaths(waysFrom, start, [end], { maxCost: LONGEST_M }).get(end);
  return path === undefined ? null : path.cost / 1000;
}

function nearestNode(
  network: RoadNetwork,
  place: Vertex,
  { roads, reachM }: RoadLengthOptions,
): number | null {
  const [nearest] = network
    .pointsNear(place, reachM)
    .filter(({ segment }) => segment.ref !== null && roads.includes(segment.ref))
    .sort((a, b) => a.awayM - b.awayM);
  if (nearest === undefined) return null;
  return nearest.share < 0.5 ? nearest.segment.from : nearest.segment.to;
}
