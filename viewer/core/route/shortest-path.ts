import { MinHeap } from './min-heap';

/** A way out of a node. */
export interface Way<Node, Edge> {
  readonly to: Node;
  /** What it costs to take it, at least 0: kilometres, hours. */
  readonly cost: number;
  readonly edge: Edge;
}

/** The cheapest way between two nodes. */
export interface FoundPath<Node, Edge> {
  readonly cost: number;
  /** Edges in the order in which one takes them; none where start and end are one. */
  readonly edges: readonly Edge[];
  /** Nodes in order, both ends included. */
  readonly nodes: readonly Node[];
}

/** What may be left out of {@link shortestPaths}. */
export interface ShortestPathOptions {
  /** Paths that cost more are not looked for. */
  readonly maxCost?: number;
}

export const SHORTEST_PATH_DEFAULTS = {
  maxCost: Number.POSITIVE_INFINITY,
} as const satisfies ShortestPathOptions;

interface Reached<Node, Edge> {
  readonly cost: number;
  readonly from: Node | null;
  readonly edge: Edge | null;
}

/**
 * The cheapest path between two nodes of any graph (Dijkstra 1959).
 *
 * @param waysFrom - the ways out of a node; a graph travelled both ways gives each from both ends
 * @returns null where no path leads there
 * @throws RangeError if a way costs less than 0 or is no number
 */
export function shortestPath<Node, Edge>(
  waysFrom: (node: Node) => Iterable<Way<Node, Edge>>,
  start: Node,
  end: Node,
): FoundPath<Node, Edge> | null {
  return shortestPaths(waysFrom, start, [end]).get(end) ?? null;
}

/**
 * The cheapest paths from one node to several: the search ends when the last is reached.
 *
 * @returns those that a path leads to, by end
 * @throws RangeError if a way costs less than 0 or is no number
 */
export function shortestPaths<Node, Edge>(
  waysFrom: (node: Node) => Iterable<Way<Node, Edge>>,
  start: Node,
  ends: Iterable<Node>,
  options: ShortestPathOptions = SHORTEST_PATH_DEFAULTS,
): ReadonlyMap<Node, FoundPath<Node, Edge>> {
  const { maxCost = SHORTEST_PATH_DEFAULTS.maxCost } = options;
  const wanted = new Set(ends);
  const found = new Map<Node, FoundPath<Node, Edge>>();
  const reached = new Map<Node, Reached<Node, Edge>>([
    [start, { cost: 0, from: null, edge: null }],
  ]);
  const settled = new Set<Node>();
  const heap = new MinHeap<Node>();
  heap.push(start, 0);
  for (let node = heap.pop(); node !== undefined && wanted.size > 0; node = heap.pop()) {
    if (settled.has(node)) continue;
    settled.add(node);
    const cost = reached.get(node)?.cost ?? 0;
    if (wanted.delete(node)) found.set(node, pathTo(reached, node));
    for (const way of waysFrom(node)) {
      const total = cost + checkedCost(way.cost);
      if (total > maxCost || total >= (reached.get(way.to)?.cost ?? Number.POSITIVE_INFINITY)) {
        continue;
      }
      reached.set(way.to, { cost: total, from: node, edge: way.edge });
      heap.push(way.to, total);
    }
  }
  return found;
}

function checkedCost(cost: number): number {
  if (cost >= 0) return cost;
  throw new RangeError(`Expected a cost of at least 0, got ${cost}.`);
}

function pathTo<Node, Edge>(
  reached: ReadonlyMap<Node, Reached<Node, Edge>>,
  end: Node,
): FoundPath<Node, Edge> {
  const nodes: Node[] = [end];
  const edges: Edge[] = [];
  let step = reached.get(end);
  while (step !== undefined && step.from !== null && step.edge !== null) {
    nodes.push(step.from);
    edges.push(step.edge);
    step = reached.get(step.from);
  }
  return { cost: reached.get(end)?.cost ?? 0, edges: edges.reverse(), nodes: nodes.reverse() };
}
