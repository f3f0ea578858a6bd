import { blurred, type MetricGrid } from '../terrain/blur';

/** A smooth sheet over the hill tops: highest within some 4 km, then blurred. */
export function hillTops(grid: MetricGrid, heights: Float32Array): Float32Array {
  const reach = Math.max(1, Math.round(4_000 / grid.rowStepM));
  const across = slidingMaximum(heights, grid.cols, grid.rows, 1, grid.cols, reach);
  const down = slidingMaximum(across, grid.rows, grid.cols, grid.cols, 1, reach);
  return blurred(grid, down, 3_000);
}

function slidingMaximum(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  reach: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let highest = -Infinity;
      const to = Math.min(length - 1, i + reach);
      for (let k = Math.max(0, i - reach); k <= to; k++) {
        highest = Math.max(highest, values[line * lineStep + k * step]!);
      }
      out[line * lineStep + i * step] = highest;
    }
  }
  return out;
}

/** Root mean square slope of the country around every post, a ratio. */
export function steepness(grid: MetricGrid, heights: Float32Array): Float32Array {
  const { cols, rows } = grid;
  const squares = new Float32Array(heights.length);
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      const east = (heights[at + 1]! - heights[at - 1]!) / (2 * grid.colStepM);
      const south = (heights[at + cols]! - heights[at - cols]!) / (2 * grid.rowStepM);
      squares[at] = east * east + south * south;
    }
  }
  return blurred(grid, squares, 1_500).map(Math.sqrt);
}
