import { POST_BLOCK_SIDE } from '../io/post-file';
import type { PlacedDem, PostGrid, PostWindow } from './post-grid';

/** Posts of the finest level that one job reads: 16 MB. */
const READ_POSTS = 4_000_000;

/** Posts of a coarser level that one job makes, from four times as many: 4 and 16 MB. */
const HALVE_POSTS = 1_000_000;

/**
 * The finest level cut into windows of whole blocks: about square, or of the whole width where a
 * file lies in rows and would be unpacked again for each piece of its width.
 */
export function readingWindows(grid: PostGrid, dems: readonly PlacedDem[]): readonly PostWindow[] {
  const isInRows = dems.some(({ source }) => source.isInRows && source.cols > grid.cols / 8);
  return windowsOf(grid, READ_POSTS, isInRows);
}

/** A coarser level cut into about square windows of whole blocks. */
export function halvingWindows(level: { cols: number; rows: number }): readonly PostWindow[] {
  return windowsOf(level, HALVE_POSTS, false);
}

function windowsOf(
  { cols, rows }: { readonly cols: number; readonly rows: number },
  mostPosts: number,
  isInRows: boolean,
): readonly PostWindow[] {
  const blocks = Math.max(1, Math.floor(mostPosts / POST_BLOCK_SIDE ** 2));
  const acrossAll = Math.ceil(cols / POST_BLOCK_SIDE);
  const across = isInRows ? acrossAll : Math.min(acrossAll, Math.ceil(Math.sqrt(blocks)));
  const down = Math.max(1, Math.floor(blocks / across));
  const [width, height] = [across * POST_BLOCK_SIDE, down * POST_BLOCK_SIDE];
  const windows: PostWindow[] = [];
  for (let top = 0; top < rows; top += height) {
    for (let left = 0; left < cols; left += width) {
      const [w, h] = [Math.min(width, cols - left), Math.min(height, rows - top)];
      windows.push({ left, top, cols: w, rows: h });
    }
  }
  return windows;
}
