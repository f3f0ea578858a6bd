import { lineLengthM, pointsAlong, type Vertex } from '#core/geo/local-plane';
import { type MatchedRun, matchLine, withoutRepeats } from './match-line';
import type { RoadNetwork } from './road-network';

export interface SnapOptions {
  /** A point of the line may lie this far from its road, metres. */
  readonly radiusM?: number;
  /** Points between vertices are looked at this far apart, metres. */
  readonly stepM?: number;
}

export const SNAP_DEFAULTS = { radiusM: 1000, stepM: 400 } as const satisfies SnapOptions;

/** A line laid on roads. */
export interface SnappedLine {
  /** On the roads where one was found, as drawn elsewhere. */
  readonly coordinates: readonly Vertex[];
  readonly lengthKm: number;
  readonly drawnLengthKm: number;
  /** Share of the line's points that found a road, 0 to 1. */
  readonly matchedRatio: number;
  /** How far those points were moved, metres; 0 where none was. */
  readonly meanShiftM: number;
  readonly maxShiftM: number;
  /** Kilometres by road number, the longest first; roads without one are together as null. */
  readonly roads: readonly { readonly ref: string | null; readonly lengthKm: number }[];
  /** Stretches that stay as drawn: kilometres from the start of the drawn line. */
  readonly gaps: readonly { readonly fromKm: number; readonly toKm: number }[];
}

/**
 * Lays a drawn line on the roads of a network.
 *
 * @param line - at least two vertices, degrees
 * @throws RangeError with fewer vertices, or if a distance is not positive
 */
export function snapLine(
  network: RoadNetwork,
  line: readonly Vertex[],
  options: SnapOptions = SNAP_DEFAULTS,
): SnappedLine {
  const { radiusM = SNAP_DEFAULTS.radiusM, stepM = SNAP_DEFAULTS.stepM } = options;
  if (line.length < 2) throw new RangeError(`Expected at least two vertices, got ${line.length}.`);
  if (!(radiusM > 0 && stepM > 0)) {
    throw new RangeError(`Expected distances above 0 m, got ${radiusM} and ${stepM}.`);
  }
  const points = pointsAlong(line, stepM);
  const runs = matchLine(network, points, { radiusM, detourM: stepM });
  const coordinates = withoutRepeats(joined(points, runs));
  const shiftsM = runs.flatMap((run) => run.shiftsM);
  return {
    coordinates,
    lengthKm: lineLengthM(coordinates) / 1000,
    drawnLengthKm: lineLengthM(points) / 1000,
    matchedRatio: shiftsM.length / points.length,
    meanShiftM: shiftsM.reduce((sum, shift) => sum + shift, 0) / Math.max(1, shiftsM.length),
    maxShiftM: Math.max(0, ...shiftsM),
    roads: kmByRoad(runs),
    gaps: gapsBetween(points, runs),
  };
}

/** The runs, and the drawn points between them. */
function joined(points: readonly Vertex[], runs: readonly MatchedRun[]): Vertex[] {
  let next = 0;
  const parts = runs.flatMap((run) => {
    const part = [...points.slice(next, run.firstPoint), ...run.coordinates];
    next = run.lastPoint + 1;
    return part;
  });
  return [...parts, ...points.slice(next)];
}

function kmByRoad(runs: readonly MatchedRun[]) {
  const metres = new Map<string | null, number>();
  for (const [ref, lengthM] of runs.flatMap((run) => [...run.metresByRef])) {
    metres.set(ref, (metres.get(ref) ?? 0) + lengthM);
  }
  return [...metres]
    .map(([ref, lengthM]) => ({ ref, lengthKm: lengthM / 1000 }))
    .sort((a, b) => b.lengthKm - a.lengthKm);
}

function gapsBetween(points: readonly Vertex[], runs: readonly MatchedRun[]) {
  const kmTo = (at: number): number => lineLengthM(points.slice(0, at + 1)) / 1000;
  const starts = [0, ...runs.map(({ lastPoint }) => lastPoint)];
  const ends = [...runs.map(({ firstPoint }) => firstPoint), points.length - 1];
  return starts.flatMap((start, at) => {
    const end = ends[at] ?? start;
    return end > start ? [{ fromKm: kmTo(start), toKm: kmTo(end) }] : [];
  });
}
