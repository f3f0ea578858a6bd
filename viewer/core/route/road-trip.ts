import { routeLengthKm } from '../geo/route-length';
import { shortestPath, type Way } from './shortest-path';

/** What one drives. */
export type Vehicle = 'car' | 'motorbike' | 'coach';

/** A node of a road graph. */
export interface TripNode {
  readonly id: string;
  readonly position: { readonly lonDeg: number; readonly latDeg: number };
}

/** A road between two nodes, travelled both ways. */
export interface TripEdge {
  readonly from: string;
  readonly to: string;
  readonly lengthKm: number;
  /** Hours at the wheel; null where the vehicle may not or cannot go. */
  readonly hours: Readonly<Record<Vehicle, number | null>>;
}

export interface TripGraph<Node extends TripNode = TripNode, Edge extends TripEdge = TripEdge> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The quickest drive between two nodes. */
export interface RoadTrip<Edge extends TripEdge = TripEdge> {
  readonly hours: number;
  readonly lengthKm: number;
  /** Ids in order, both ends included. */
  readonly nodeIds: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * The quickest drive between two nodes of a road graph.
 *
 * @param fromId - id of a node
 * @returns null where the vehicle cannot get there
 */
export function quickestTrip<Edge extends TripEdge>(
  graph: TripGraph<TripNode, Edge>,
  fromId: string,
  toId: string,
  vehicle: Vehicle,
): RoadTrip<Edge> | null {
  const ways = waysByNode(graph.edges, vehicle);
  const path = shortestPath((id: string) => ways.get(id) ?? [], fromId, toId);
  if (path === null) return null;
  return {
    hours: path.cost,
    lengthKm: path.edges.reduce((sumKm, { lengthKm }) => sumKm + lengthKm, 0),
    nodeIds: path.nodes,
    edges: path.edges,
  };
}

/** The node nearest to a place as the crow flies, and how far it is; null in a graph without any. */
export function nearestNode<Node extends TripNode>(
  nodes: readonly Node[],
  place: TripNode['position'],
): { readonly node: Node; readonly awayKm: number } | null {
  let best: { node: Node; awayKm: number } | null = null;
  for (const node of nodes) {
    const awayKm = routeLengthKm([
      [place.lonDeg, place.latDeg],
      [node.position.lonDeg, node.position.latDeg],
    ]);
    if (best === null || awayKm < best.awayKm) best = { node, awayKm };
  }
  return best;
}

function waysByNode<Edge extends TripEdge>(edges: readonly Edge[], vehicle: Vehicle) {
  const ways = new Map<string, Way<string, Edge>[]>();
  const add = (from: string, to: string, cost: number, edge: Edge): void => {
    const known = ways.get(from);
    if (known === undefined) ways.set(from, [{ to, cost, edge }]);
    else known.push({ to, cost, edge });
  };
  for (const edge of edges) {
    const cost = edge.hours[vehicle];
    if (cost === null) continue;
    add(edge.from, edge.to, cost, edge);
    add(edge.to, edge.from, cost, edge);
  }
  return ways;
}
