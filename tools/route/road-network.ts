import {
  type Foot,
  footOnSegment,
  M_PER_DEG_LAT,
  metresBetween,
  type Vertex,
} from '#core/geo/local-plane';
import type { Way } from '#core/route/shortest-path';
import type { RoadLine } from './read-roads';

/** A straight piece of a road between two vertices of its file. */
export interface RoadSegment {
  /** Nodes of the network at its ends. */
  readonly from: number;
  readonly to: number;
  readonly start: Vertex;
  readonly end: Vertex;
  readonly lengthM: number;
  /** Number of the road; null where the file names none, and on joins. */
  readonly ref: string | null;
  /** Line of the file that it belongs to; -1 for a join that we laid over a cut. */
  readonly line: number;
}

/** A point on a road near some place. */
export interface RoadPoint extends Foot {
  readonly segment: RoadSegment;
}

export interface RoadNetworkOptions {
  /** Loose ends closer than this are one: files cut by tiles leave such gaps. */
  readonly joinM?: number;
}

export const ROAD_NETWORK_DEFAULTS = { joinM: 60 } as const satisfies RoadNetworkOptions;

const CELL_DEG = 0.01;
/** Vertices closer than some centimetres are one node. */
const DECIMALS = 6;

/** Roads as a graph: nodes are the vertices of the file, those at the same place are one. */
export class RoadNetwork {
  readonly #nodes: Vertex[] = [];
  readonly #ways: Way<number, RoadSegment>[][] = [];
  readonly #cells = new Map<string, RoadSegment[]>();

  /** @throws RangeError if `joinM` is negative */
  constructor(lines: readonly RoadLine[], options: RoadNetworkOptions = ROAD_NETWORK_DEFAULTS) {
    const { joinM = ROAD_NETWORK_DEFAULTS.joinM } = options;
    if (!(joinM >= 0)) throw new RangeError(`Expected at least 0 metres, got ${joinM}.`);
    const nodeIds = new Map<string, number>();
    for (const [line, { ref, coordinates }] of lines.entries()) {
      const ids = coordinates.map((vertex) => this.#nodeAt(nodeIds, vertex));
      for (const [at, to] of ids.entries()) {
        const from = ids[at - 1];
        if (from !== undefined && from !== to) this.#addSegment(from, to, ref, line);
      }
    }
    this.#joinLooseEnds(joinM);
  }

  /** Where a node lies. */
  vertex(node: number): Vertex {
    const vertex = this.#nodes[node];
    if (vertex === undefined) throw new RangeError(`Expected a node, got ${node}.`);
    return vertex;
  }

  /** Ways out of a node; costs in metres. */
  waysFrom(node: number): readonly Way<number, RoadSegment>[] {
    return this.#ways[node] ?? [];
  }

  /** The nearest point of every segment within a distance of a place. */
  pointsNear(place: Vertex, radiusM: number): RoadPoint[] {
    const reachLat = radiusM / M_PER_DEG_LAT;
    const reachLon = reachLat / Math.cos((place[1] * Math.PI) / 180);
    const near = new Set<RoadSegment>();
    forCells(place, place, reachLon, reachLat, (key) => {
      for (const segment of this.#cells.get(key) ?? []) near.add(segment);
    });
    return [...near].flatMap((segment) => {
      const foot = footOnSegment(place, segment.start, segment.end);
      return foot.awayM <= radiusM ? [{ ...foot, segment }] : [];
    });
  }

  #nodeAt(nodeIds: Map<string, number>, vertex: Vertex): number {
    const key = `${vertex[0].toFixed(DECIMALS)} ${vertex[1].toFixed(DECIMALS)}`;
    const known = nodeIds.get(key);
    if (known !== undefined) return known;
    const id = this.#nodes.push([vertex[0], vertex[1]]) - 1;
    this.#ways.push([]);
    nodeIds.set(key, id);
    return id;
  }

  #addSegment(from: number, to: number, ref: string | null, line: number): void {
    const [start, end] = [this.vertex(from), this.vertex(to)];
    const lengthM = metresBetween(start, end);
    const segment: RoadSegment = { from, to, start, end, lengthM, ref, line };
    this.#ways[from]?.push({ to, cost: lengthM, edge: segment });
    this.#ways[to]?.push({ to: from, cost: lengthM, edge: segment });
    forCells(start, end, 0, 0, (key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [segment]);
      else cell.push(segment);
    });
  }

  /** Leads every loose end to the nearest vertex of another line within reach. */
  #joinLooseEnds(joinM: number): void {
    const loose = this.#nodes.flatMap((_, node) =>
      this.waysFrom(node).length === 1 ? [node] : [],
    );
    for (const node of loose) {
      const own = this.waysFrom(node)[0]?.edge.line;
      let best: { readonly node: number; readonly awayM: number } | null = null;
      for (const { segment } of this.pointsNear(this.vertex(node), joinM)) {
        if (segment.line === own) continue;
        for (const other of [segment.from, segment.to]) {
          const awayM = metresBetween(this.vertex(node), this.vertex(other));
          if (other !== node && awayM < (best?.awayM ?? joinM)) best = { node: other, awayM };
        }
      }
      if (best !== null) this.#addSegment(node, best.node, null, -1);
    }
  }
}

/** Calls with the key of every cell that the box of two corners touches, widened on all sides. */
function forCells(
  a: Vertex,
  b: Vertex,
  reachLon: number,
  reachLat: number,
  use: (key: string) => void,
): void {
  const west = Math.floor((Math.min(a[0], b[0]) - reachLon) / CELL_DEG);
  const east = Math.floor((Math.max(a[0], b[0]) + reachLon) / CELL_DEG);
  const south = Math.floor((Math.min(a[1], b[1]) - reachLat) / CELL_DEG);
  const north = Math.floor((Math.max(a[1], b[1]) + reachLat) / CELL_DEG);
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) use(`${x} ${y}`);
}
