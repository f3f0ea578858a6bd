import { metresBetween, type Vertex } from '#core/geo/local-plane';
import { shortestPaths, type Way } from '#core/route/shortest-path';
import type { RoadNetwork, RoadPoint, RoadSegment } from './road-network';

/** Points of a line that follow each other on connected roads. */
export interface MatchedRun {
  /** First and last point of the line that the run holds. */
  readonly firstPoint: number;
  readonly lastPoint: number;
  /** Way on the roads, from the first point's foot to the last one's. */
  readonly coordinates: readonly Vertex[];
  /** Metres on each road; null stands for roads without a number. */
  readonly metresByRef: ReadonlyMap<string | null, number>;
  /** How far each matched point was moved. */
  readonly shiftsM: readonly number[];
}

export interface MatchOptions {
  /** A point may lie this far from its road. */
  readonly radiusM: number;
  /** What a detour costs beside a shift: metres of detour as likely as one standard shift. */
  readonly detourM: number;
}

/** Candidates kept for one point of the line. */
const MOST_CANDIDATES = 10;
/** A way on the roads may be this many times longer than the line beside it. */
const LONGEST_WAY_RATIO = 4;

interface Step {
  readonly point: number;
  readonly road: RoadPoint;
  readonly cost: number;
  readonly before: Step | null;
  /** Way on the roads from the step before. */
  readonly way: RoadWay | null;
}

interface RoadWay {
  readonly lengthM: number;
  readonly coordinates: readonly Vertex[];
  readonly pieces: readonly { readonly ref: string | null; readonly lengthM: number }[];
}

/**
 * The most likely way on the roads for a line drawn beside them: a hidden Markov model solved by
 * Viterbi's algorithm. States are points on roads near each point of the line; far ones and ways
 * that are longer than the line is are unlikely.
 *
 * @param points - closely spaced, in order
 * @returns runs in order; between them no road leads on, or none is near
 * @see Newson and Krumm, Hidden Markov map matching through noise and sparseness, 2009
 */
export function matchLine(
  network: RoadNetwork,
  points: readonly Vertex[],
  options: MatchOptions,
): MatchedRun[] {
  const runs: MatchedRun[] = [];
  let steps: readonly Step[] = [];
  for (const [at, point] of points.entries()) {
    const candidates = candidatesNear(network, point, options.radiusM);
    if (candidates.length === 0) continue;
    const onward = stepsTo(network, steps, { at, point, candidates }, points, options);
    if (onward.length > 0) {
      steps = onward;
      continue;
    }
    runs.push(...runTo(steps));
    steps = candidates.map((road) => firstStep(at, road, options));
  }
  return [...runs, ...runTo(steps)];
}

/** The best point of every stretch of road within the radius, nearest first. */
function candidatesNear(network: RoadNetwork, place: Vertex, radiusM: number): RoadPoint[] {
  const near = network.pointsNear(place, radiusM).sort((a, b) => a.awayM - b.awayM);
  const taken = new Set<string>();
  const kept: RoadPoint[] = [];
  for (const road of near) {
    const { line, from, to } = road.segment;
    const [start, end] = [`${line} ${from}`, `${line} ${to}`];
    // A neighbour on the same line is the same stretch seen again; a road that crosses is not.
    if (!taken.has(start) && !taken.has(end)) kept.push(road);
    taken.add(start).add(end);
    if (kept.length === MOST_CANDIDATES) break;
  }
  return kept;
}

function firstStep(point: number, road: RoadPoint, options: MatchOptions): Step {
  return { point, road, cost: shiftCost(road, options), before: null, way: null };
}

/** Three standard shifts reach as far as the radius. */
function shiftCost({ awayM }: RoadPoint, { radiusM }: MatchOptions): number {
  return (3 * awayM) ** 2 / (2 * radiusM ** 2);
}

interface Layer {
  readonly at: number;
  readonly point: Vertex;
  readonly candidates: readonly RoadPoint[];
}

function stepsTo(
  network: RoadNetwork,
  steps: readonly Step[],
  { at, point, candidates }: Layer,
  points: readonly Vertex[],
  options: MatchOptions,
): Step[] {
  const best = new Map<RoadPoint, Step>();
  for (const before of steps) {
    const straightM = metresBetween(points[before.point] ?? point, point);
    const mostM = LONGEST_WAY_RATIO * straightM + 2 * options.radiusM;
    for (const [road, way] of waysBetween(network, before.road, candidates, mostM)) {
      const detour = Math.abs(way.lengthM - straightM) / options.detourM;
      const cost = before.cost + detour + shiftCost(road, options);
      if (cost < (best.get(road)?.cost ?? Number.POSITIVE_INFINITY)) {
        best.set(road, { point: at, road, cost, before, way });
      }
    }
  }
  return [...best.values()];
}

/** A point on a road is no node of the network: ways start here. */
const START = -1;

function waysBetween(
  network: RoadNetwork,
  from: RoadPoint,
  targets: readonly RoadPoint[],
  mostM: number,
): Map<RoadPoint, RoadWay> {
  const { segment, share } = from;
  const out: Way<number, RoadSegment>[] = [
    { to: segment.from, cost: share * segment.lengthM, edge: segment },
    { to: segment.to, cost: (1 - share) * segment.lengthM, edge: segment },
  ];
  const ends = targets.flatMap((target) => [target.segment.from, target.segment.to]);
  const paths = shortestPaths(
    (node: number) => (node === START ? out : network.waysFrom(node)),
    START,
    ends,
    { maxCost: mostM },
  );
  const ways = new Map<RoadPoint, RoadWay>();
  for (const target of targets) {
    const options = [straightWay(from, target)];
    for (const [node, lastShare] of [
      [target.segment.from, target.share],
      [target.segment.to, 1 - target.share],
    ] as const) {
      const path = paths.get(node);
      if (path !== undefined) options.push(wayAlong(network, from, target, path, lastShare));
    }
    const shortest = options.flatMap((way) => way ?? []).sort((a, b) => a.lengthM - b.lengthM)[0];
    if (shortest !== undefined && shortest.lengthM <= mostM) ways.set(target, shortest);
  }
  return ways;
}

/** Both points on one segment. */
function straightWay(from: RoadPoint, to: RoadPoint): RoadWay | null {
  if (from.segment !== to.segment) return null;
  const lengthM = Math.abs(from.share - to.share) * from.segment.lengthM;
  return {
    lengthM,
    coordinates: [from.point, to.point],
    pieces: [{ ref: from.segment.ref, lengthM }],
  };
}

function wayAlong(
  network: RoadNetwork,
  from: RoadPoint,
  to: RoadPoint,
  path: {
    readonly cost: number;
    readonly nodes: readonly number[];
    readonly edges: readonly RoadSegment[];
  },
  lastShare: number,
): RoadWay {
  const nodes = path.nodes.slice(1);
  const lastM = lastShare * to.segment.lengthM;
  const [first, ...middle] = path.edges;
  const firstM = path.cost - middle.reduce((sumM, { lengthM }) => sumM + lengthM, 0);
  return {
    lengthM: path.cost + lastM,
    coordinates: [from.point, ...nodes.map((node) => network.vertex(node)), to.point],
    pieces: [
      { ref: first?.ref ?? from.segment.ref, lengthM: firstM },
      ...middle,
      { ref: to.segment.ref, lengthM: lastM },
    ],
  };
}

/** The likeliest run that ends in one of these steps; none where a single point stands alone. */
function runTo(steps: readonly Step[]): MatchedRun[] {
  const last = steps.reduce<Step | null>(
    (best, step) => (best === null || step.cost < best.cost ? step : best),
    null,
  );
  if (last?.before == null) return [];
  const chain: Step[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) chain.push(step);
  chain.reverse();
  const metresByRef = new Map<string | null, number>();
  for (const { ref, lengthM } of chain.flatMap(({ way }) => way?.pieces ?? [])) {
    metresByRef.set(ref, (metresByRef.get(ref) ?? 0) + lengthM);
  }
  return [
    {
      firstPoint: chain[0]?.point ?? last.point,
      lastPoint: last.point,
      coordinates: withoutRepeats(chain.flatMap(({ way }) => way?.coordinates ?? [])),
      metresByRef,
      shiftsM: chain.map(({ road }) => road.awayM),
    },
  ];
}

/** The same line without vertices that lie on the one before. */
export function withoutRepeats(line: readonly Vertex[]): Vertex[] {
  return line.filter(([lon, lat], at) => {
    const before = line[at - 1];
    return before === undefined || lon !== before[0] || lat !== before[1];
  });
}
