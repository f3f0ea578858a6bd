import { lineLengthM, metresBetween, type Vertex } from '#core/geo/local-plane';
import type { RoadEdge, RoadGraph, RoadNetwork, RoadStretch, Route } from '#scene';
import { roundedVertex, simplifiedLine } from './line-shape';

/** How far from a node a route's line may pass and still follow the road there. */
const NODE_REACH_M = 2500;
/** A drawn line cuts bends, so it is shorter than the road, but neither much nor longer. */
const LEAST_LENGTH_RATIO = 0.45;
const MOST_LENGTH_RATIO = 1.1;
const TOLERANCE_M = 40;

/** The road graph with lines: where a route of ours runs along a road, the road has its line. */
export function roadNetwork(graph: RoadGraph, routes: readonly Route[]): RoadNetwork {
  const positions = new Map<string, Vertex>(
    graph.nodes.map(({ id, position }) => [id, [position.lonDeg, position.latDeg]]),
  );
  const lines = routes.flatMap(({ legs }) =>
    legs.flatMap((leg) => (leg.mode === 'road' ? [leg.coordinates] : [])),
  );
  return {
    id: 'roads',
    nodes: graph.nodes.map(({ id, kind, name, position: { lonDeg, latDeg } }) => ({
      id,
      kind,
      name,
      lonDeg,
      latDeg,
    })),
    edges: graph.edges.flatMap((edge) => {
      const from = positions.get(edge.from);
      const to = positions.get(edge.to);
      return from && to ? [stretchOf(edge, from, to, lines)] : [];
    }),
  };
}

function stretchOf(
  edge: RoadEdge,
  from: Vertex,
  to: Vertex,
  lines: readonly (readonly Vertex[])[],
): RoadStretch {
  const drawn = lineAlong(edge.lengthKm, from, to, lines);
  const { roads, roadClass, terrain, lengthKm, hours } = edge;
  return {
    from: edge.from,
    to: edge.to,
    roads,
    roadClass,
    terrain,
    lengthKm,
    isApproximate: edge.isApproximate === true,
    hours,
    coordinates: (drawn ?? [from, to]).map(roundedVertex),
    isStraight: drawn === null,
  };
}

/** The piece of a route's line between two nodes that passes nearest to both; null without one. */
function lineAlong(
  lengthKm: number,
  from: Vertex,
  to: Vertex,
  lines: readonly (readonly Vertex[])[],
): readonly Vertex[] | null {
  let best: { readonly line: readonly Vertex[]; readonly awayM: number } | null = null;
  for (const line of lines) {
    const start = nearestVertex(line, from);
    const end = nearestVertex(line, to);
    if (start.awayM > NODE_REACH_M || end.awayM > NODE_REACH_M || start.at === end.at) continue;
    const piece = line.slice(Math.min(start.at, end.at), Math.max(start.at, end.at) + 1);
    const ratio = lineLengthM(piece) / (lengthKm * 1000);
    if (ratio < LEAST_LENGTH_RATIO || ratio > MOST_LENGTH_RATIO) continue;
    const awayM = start.awayM + end.awayM;
    if (best !== null && best.awayM <= awayM) continue;
    best = { line: start.at < end.at ? piece : piece.toReversed(), awayM };
  }
  if (best === null) return null;
  return [from, ...simplifiedLine(best.line, TOLERANCE_M).slice(1, -1), to];
}

function nearestVertex(line: readonly Vertex[], node: Vertex): { at: number; awayM: number } {
  let nearest = { at: -1, awayM: Number.POSITIVE_INFINITY };
  for (const [at, vertex] of line.entries()) {
    const awayM = metresBetween(vertex, node);
    if (awayM < nearest.awayM) nearest = { at, awayM };
  }
  return nearest;
}
