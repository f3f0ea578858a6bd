import type { PointFact, SketchFacts } from './facts';
import { colOf, rowOf, type SketchGrid, sketchDistanceM } from './sketch-grid';

/** How steeply the ground falls from a summit, where it would not of itself. */
const FALL_RATIO = 0.12;

/** How far a summit lowers what stands too high: less and less, so that no edge shows. */
const REACH_M = 2_600;

/**
 * Makes tops of summits: ground close to one that stands higher than a gentle slope down from it
 * is lowered towards that slope. Places with a height of their own keep it.
 *
 * @param heights - changed in place
 */
export function clearSummits(grid: SketchGrid, heights: Float32Array, facts: SketchFacts): void {
  const summits = facts.points.filter(({ kind }) => kind === 'summit');
  for (const summit of summits) clearSummit(grid, heights, summit, reachOf(summit, facts.points));
}

/** No further than to the nearest place with a height that is not lower by as much. */
function reachOf(summit: PointFact, points: readonly PointFact[]): number {
  let reachM = REACH_M;
  for (const other of points) {
    if (other === summit) continue;
    const apartM = sketchDistanceM(summit.lonDeg, summit.latDeg, other.lonDeg, other.latDeg);
    if (other.heightM > summit.heightM - FALL_RATIO * apartM) reachM = Math.min(reachM, apartM);
  }
  return reachM;
}

function clearSummit(
  grid: SketchGrid,
  heights: Float32Array,
  { lonDeg, latDeg, heightM }: PointFact,
  reachM: number,
): void {
  const { cols, rows, colStepM, rowStepM } = grid;
  const col = colOf(grid, lonDeg);
  const row = rowOf(grid, latDeg);
  const top = Math.max(0, Math.ceil(row - reachM / rowStepM));
  const bottom = Math.min(rows - 1, Math.floor(row + reachM / rowStepM));
  const left = Math.max(0, Math.ceil(col - reachM / colStepM));
  const right = Math.min(cols - 1, Math.floor(col + reachM / colStepM));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const farM = Math.hypot((x - col) * colStepM, (y - row) * rowStepM);
      if (farM > reachM) continue;
      const overM = heights[y * cols + x]! - (heightM - FALL_RATIO * farM);
      if (overM <= 0) continue;
      const nearness = 1 - (farM / reachM) ** 2;
      heights[y * cols + x]! -= overM * nearness * nearness;
    }
  }
}
