import type { HeightField } from '../terrain/height-field';

/** Slope energy (root mean square slope) of calm and of steep country. */
const CALM = 0.05;
const STEEP = 0.2;

/** How much of what a cubic read takes away is given back in steep country before it. */
const SHARPENING = 0.9;

/**
 * Heights as the painter wants them: steep country a little sharper, since a cubic B-spline read
 * softens it; calm country smoothed, where a post's noise would show as a rash. What is calm is
 * told by the slopes of the neighbourhood, not of the post: crests and valley floors are flat
 * posts of steep country and keep their edge.
 *
 * @param energyAt - root mean square slope around a place given in posts
 */
export function conditionedHeights(
  field: HeightField,
  energyAt: (col: number, row: number) => number,
): Float32Array {
  const { cols, rows, heightsOrthometricM: heights } = field;
  const out = new Float32Array(new SharedArrayBuffer(heights.length * 4));
  const weights = new Float32Array(cols);
  for (let row = 0; row < rows; row++) {
    // Energy is slow: every eighth post is enough.
    if (row % 8 === 0) weighRow(weights, row, energyAt);
    const middle = row * cols;
    const above = middle - (row > 0 ? cols : 0);
    const below = middle + (row + 1 < rows ? cols : 0);
    for (let col = 0; col < cols; col++) {
      const left = col > 0 ? col - 1 : col;
      const right = col + 1 < cols ? col + 1 : col;
      const own = heights[middle + col]!;
      const mean =
        (heights[above + left]! +
          heights[above + right]! +
          heights[below + left]! +
          heights[below + right]! +
          2 * (heights[above + col]! + heights[below + col]!) +
          2 * (heights[middle + left]! + heights[middle + right]!) +
          4 * own) /
        16;
      out[middle + col] = own + weights[col]! * (own - mean);
    }
  }
  return out;
}

/** From -1 (take the mean) in calm country to {@link SHARPENING} in steep. */
function weighRow(
  weights: Float32Array,
  row: number,
  energyAt: (col: number, row: number) => number,
): void {
  for (let col = 0; col < weights.length; col += 8) {
    const t = Math.min(1, Math.max(0, (energyAt(col, row) - CALM) / (STEEP - CALM)));
    const weight = -1 + (1 + SHARPENING) * t * t * (3 - 2 * t);
    weights.fill(weight, col, col + 8);
  }
}
