/** A grid and how far its posts are apart. */
export interface MetricGrid {
  readonly cols: number;
  readonly rows: number;
  readonly colStepM: number;
  readonly rowStepM: number;
}

/**
 * A near-Gaussian blur: three running means, linear in time whatever the width.
 *
 * @param sigmaM - standard deviation on the ground
 */
export function blurred(grid: MetricGrid, values: Float32Array, sigmaM: number): Float32Array {
  const reachCols = Math.min(grid.cols - 1, reachOf(sigmaM / grid.colStepM));
  const reachRows = Math.min(grid.rows - 1, reachOf(sigmaM / grid.rowStepM));
  const out = values.slice();
  const across = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass++) {
    meanAlongRows(out, across, grid, reachCols);
    meanAlongCols(across, out, grid, reachRows);
  }
  return out;
}

/** Half-width of a running mean; three of half-width r have the variance r (r + 1). */
function reachOf(sigmaPosts: number): number {
  return Math.max(0, Math.round(Math.sqrt(sigmaPosts * sigmaPosts + 0.25) - 0.5));
}

/** Running mean along rows; the ends are repeated. */
function meanAlongRows(
  values: Float32Array,
  out: Float32Array,
  { cols, rows }: MetricGrid,
  reach: number,
): void {
  const width = 2 * reach + 1;
  for (let row = 0; row < rows; row++) {
    const start = row * cols;
    const end = start + cols - 1;
    let sum = values[start]! * (reach + 1);
    for (let i = 1; i <= reach; i++) sum += values[start + i]!;
    for (let at = start; at <= end; at++) {
      out[at] = sum / width;
      sum += values[Math.min(end, at + reach + 1)]! - values[Math.max(start, at - reach)]!;
    }
  }
}

/** Running mean along columns, all columns at once, row by row: memory is read in order. */
function meanAlongCols(
  values: Float32Array,
  out: Float32Array,
  { cols, rows }: MetricGrid,
  reach: number,
): void {
  const width = 2 * reach + 1;
  const sums = new Float64Array(cols);
  for (let col = 0; col < cols; col++) sums[col] = values[col]! * (reach + 1);
  for (let row = 1; row <= reach; row++) {
    for (let col = 0; col < cols; col++) sums[col]! += values[row * cols + col]!;
  }
  for (let row = 0; row < rows; row++) {
    const entering = Math.min(rows - 1, row + reach + 1) * cols;
    const leaving = Math.max(0, row - reach) * cols;
    for (let col = 0; col < cols; col++) {
      out[row * cols + col] = sums[col]! / width;
      sums[col]! += values[entering + col]! - values[leaving + col]!;
    }
  }
}
