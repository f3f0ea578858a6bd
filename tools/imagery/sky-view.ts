import type { MetricGrid } from '../terrain/blur';

/** How {@link skyView} looks around. */
export interface SkyViewOptions {
  /** Directions, evenly round the compass. */
  readonly directions: number;
  /** How far it looks in every direction, posts. */
  readonly reachPosts: readonly number[];
}

/**
 * Share of the sky that is seen from every post, 0..1: low in gorges, 1 on crests and wide plains.
 *
 * @see K. Zaksek, K. Ostir, Z. Kokalj, Sky-View Factor as a Relief Visualization Technique (2011)
 */
export function skyView(
  grid: MetricGrid,
  heights: Float32Array,
  options: SkyViewOptions,
): Float32Array {
  const { directions } = options;
  const out = new Float32Array(heights.length);
  for (let direction = 0; direction < directions; direction++) {
    const turn = ((direction + 0.5) / directions) * 2 * Math.PI;
    const rise = horizonRise(grid, heights, turn, options.reachPosts);
    for (let i = 0; i < out.length; i++) {
      const tangent = rise[i]!;
      out[i]! += (1 - tangent / Math.sqrt(1 + tangent * tangent)) / directions;
    }
  }
  return out;
}

/**
 * Tangent of the horizon's height seen from every post in one direction, never below 0.
 *
 * @param turnRad - from east, counter-clockwise
 */
export function horizonRise(
  grid: MetricGrid,
  heights: Float32Array,
  turnRad: number,
  reachPosts: readonly number[],
): Float32Array {
  const { cols, rows } = grid;
  const out = new Float32Array(heights.length);
  for (const reach of reachPosts) {
    const dCol = Math.round(Math.cos(turnRad) * reach);
    const dRow = Math.round(-Math.sin(turnRad) * reach);
    const perM = 1 / Math.hypot(dCol * grid.colStepM, dRow * grid.rowStepM);
    // Beyond the edge there is nothing to hide the sky.
    const [firstRow, lastRow] = [Math.max(0, -dRow), Math.min(rows, rows - dRow)];
    const [firstCol, lastCol] = [Math.max(0, -dCol), Math.min(cols, cols - dCol)];
    for (let row = firstRow; row < lastRow; row++) {
      const line = row * cols;
      const shift = dRow * cols + dCol;
      for (let at = line + firstCol; at < line + lastCol; at++) {
        const tangent = (heights[at + shift]! - heights[at]!) * perM;
        if (tangent > out[at]!) out[at] = tangent;
      }
    }
  }
  return out;
}
