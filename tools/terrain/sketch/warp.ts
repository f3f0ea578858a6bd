import { bilinear } from '../height-field';
import { gradientNoise } from './noise';
import { doubled, type SketchGrid } from './sketch-grid';

/** Wavelengths of the warp, in posts of the coarse grid. */
const LONG_POSTS = 6.3;
const SHORT_POSTS = 2.7;

/** How far a place is moved at most, about, in posts of the coarse grid. */
const REACH_POSTS = 0.85;

/**
 * Reads coarse fields on a grid of twice the resolution, each place moved a little aside: valleys
 * that followed the coarse grid's eight directions wind, as valleys do.
 *
 * @param fields - all moved alike
 * @param stillness - 1 where nothing may move (plains, water), per post of the fine grid
 */
export function doubledWarped(
  fields: readonly Float32Array[],
  from: SketchGrid,
  to: SketchGrid,
  stillness: Float32Array,
): readonly Float32Array[] {
  const out = fields.map(() => new Float32Array(to.cols * to.rows));
  const windX = doubled(wanderOn(from, to.cols), from, to);
  const windY = doubled(wanderOn(from, to.cols + 1), from, to);
  for (let row = 0; row < to.rows; row++) {
    for (let col = 0; col < to.cols; col++) {
      const at = row * to.cols + col;
      const reach = REACH_POSTS * (1 - stillness[at]!);
      const x = col / 2 + reach * windX[at]!;
      const y = row / 2 + reach * windY[at]!;
      for (let k = 0; k < fields.length; k++) {
        out[k]![at] = bilinear(fields[k]!, from.cols, from.rows, x, y);
      }
    }
  }
  return out;
}

function wanderOn(grid: SketchGrid, seed: number): Float32Array {
  return Float32Array.from({ length: grid.cols * grid.rows }, (_, i) => {
    const x = i % grid.cols;
    const y = Math.floor(i / grid.cols);
    return (
      1.1 * gradientNoise(x / LONG_POSTS, y / LONG_POSTS, seed) +
      0.6 * gradientNoise(x / SHORT_POSTS, y / SHORT_POSTS, seed + 7)
    );
  });
}
