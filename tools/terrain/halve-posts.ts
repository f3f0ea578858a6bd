import type { LevelPosts } from './level-posts';
import type { PostWindow } from './post-grid';

/**
 * Heights of a window of the next coarser level: each the (1 2 1) mean around every other post,
 * of the known ones alone where some are unknown.
 *
 * @returns NaN where nothing around is known
 */
export function halvedPosts(finer: LevelPosts, window: PostWindow): Float32Array {
  const cols = 2 * window.cols + 1;
  const rows = 2 * window.rows + 1;
  const fine = finer.read({ left: 2 * window.left - 1, top: 2 * window.top - 1, cols, rows });
  const out = new Float32Array(window.cols * window.rows);
  for (let row = 0; row < window.rows; row++) {
    for (let col = 0; col < window.cols; col++) {
      const at = (2 * row + 1) * cols + 2 * col + 1;
      const left = fine[at - cols - 1]! + 2 * fine[at - 1]! + fine[at + cols - 1]!;
      const middle = fine[at - cols]! + 2 * fine[at]! + fine[at + cols]!;
      const right = fine[at - cols + 1]! + 2 * fine[at + 1]! + fine[at + cols + 1]!;
      const mean = (left + 2 * middle + right) / 16;
      out[row * window.cols + col] = Number.isNaN(mean) ? knownMean(fine, at, cols) : mean;
    }
  }
  return out;
}

function knownMean(fine: Float32Array, at: number, stride: number): number {
  let sum = 0;
  let weights = 0;
  for (let row = -1; row <= 1; row++) {
    for (let col = -1; col <= 1; col++) {
      const height = fine[at + row * stride + col]!;
      if (Number.isNaN(height)) continue;
      const weight = (2 - Math.abs(row)) * (2 - Math.abs(col));
      sum += weight * height;
      weights += weight;
    }
  }
  return weights === 0 ? Number.NaN : sum / weights;
}

/**
 * Fills the unknown heights of a window with the next coarser level's, which has none unknown.
 *
 * @returns the window's heights, all known
 */
export function filledPosts(
  level: LevelPosts,
  coarser: LevelPosts,
  window: PostWindow,
): Float32Array {
  const heights = level.read(window);
  for (let row = 0; row < window.rows; row++) {
    for (let col = 0; col < window.cols; col++) {
      const at = row * window.cols + col;
      if (!Number.isNaN(heights[at]!)) continue;
      heights[at] = coarser.bilinear((window.left + col) / 2, (window.top + row) / 2);
    }
  }
  return heights;
}
