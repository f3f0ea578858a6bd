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
  let current = values;
  for (let pass = 0; pass < 3; pass++) {
    const across = runningMean(current, grid.cols, grid.rows, 1, grid.cols, sigmaM / grid.colStepM);
    current = runningMean(across, grid.rows, grid.cols, grid.cols, 1, sigmaM / grid.rowStepM);
  }
  return current;
}

/** Mean over a window along lines of `length` values `step` apart; the ends are repeated. */
function runningMean(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  sigma: number,
): Float32Array {
  // Three boxes of half-width r have the variance r (r + 1).
  const reach = Math.max(
    0,
    Math.min(length - 1, Math.round(Math.sqrt(sigma * sigma + 0.25) - 0.5)),
  );
  if (reach === 0) return values;
  const out = new Float32Array(values.length);
  const width = 2 * reach + 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const end = start + (length - 1) * step;
    let sum = values[start]! * (reach + 1);
    for (let i = 1; i <= reach; i++) sum += values[start + i * step]!;
    for (let i = 0; i < length; i++) {
      out[start + i * step] = sum / width;
      const entering = i + reach + 1 < length ? start + (i + reach + 1) * step : end;
      const leaving = i - reach > 0 ? start + (i - reach) * step : start;
      sum += values[entering]! - values[leaving]!;
    }
  }
  return out;
}
