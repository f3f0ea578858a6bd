import { doubled, type SketchGrid, sketchGrid } from './sketch-grid';

/** Heights known at some posts. */
export interface Constraints {
  /** Metres; only where `isKnown` is 1. */
  readonly heightsM: Float32Array;
  readonly isKnown: Uint8Array;
}

/** Coarsest grid of the cascade, posts per degree. */
const COARSEST_POSTS_PER_DEG = 5.625;

/** Sweeps on every grid: the coarser grids have done the far work already. */
const SWEEPS = 24;

/**
 * The smoothest sheet through the known heights: each other post is the mean of its neighbours.
 * Solved on ever finer grids, each starting from the one before.
 *
 * @param constraintsOn - rasterises what is known on a grid
 * @returns metres on the grid of `postsPerDeg`, which is 5.625 times a power of two
 */
export function relaxedSheet(
  postsPerDeg: number,
  constraintsOn: (grid: SketchGrid) => Constraints,
): Float32Array {
  let grid = sketchGrid(COARSEST_POSTS_PER_DEG);
  let known = constraintsOn(grid);
  let sheet = new Float32Array(grid.cols * grid.rows).fill(meanOf(known));
  sweep(grid, sheet, known, SWEEPS * 12);
  while (grid.postsPerDeg < postsPerDeg) {
    const finer = sketchGrid(grid.postsPerDeg * 2);
    sheet = resized(sheet, grid, finer);
    grid = finer;
    known = constraintsOn(grid);
    sweep(grid, sheet, known, SWEEPS);
  }
  return sheet;
}

function resized(sheet: Float32Array, from: SketchGrid, to: SketchGrid): Float32Array<ArrayBuffer> {
  if (to.cols === from.cols * 2 - 1 && to.rows === from.rows * 2 - 1) {
    return new Float32Array(doubled(sheet, from, to));
  }
  const out = new Float32Array(to.cols * to.rows);
  for (let row = 0; row < to.rows; row++) {
    const y = Math.min(from.rows - 1, Math.round((row / (to.rows - 1)) * (from.rows - 1)));
    for (let col = 0; col < to.cols; col++) {
      const x = Math.min(from.cols - 1, Math.round((col / (to.cols - 1)) * (from.cols - 1)));
      out[row * to.cols + col] = sheet[y * from.cols + x]!;
    }
  }
  return out;
}

function meanOf({ heightsM, isKnown }: Constraints): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < heightsM.length; i++) {
    if (isKnown[i] === 0) continue;
    sum += heightsM[i]!;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Gauss-Seidel with over-relaxation; the border leans on its own row or column. */
function sweep(grid: SketchGrid, sheet: Float32Array, known: Constraints, sweeps: number): void {
  const { cols, rows } = grid;
  const over = 1.7;
  for (let i = 0; i < sheet.length; i++) if (known.isKnown[i] === 1) sheet[i] = known.heightsM[i]!;
  for (let n = 0; n < sweeps; n++) {
    for (let row = 0; row < rows; row++) {
      const up = row > 0 ? -cols : cols;
      const down = row < rows - 1 ? cols : -cols;
      for (let col = 0; col < cols; col++) {
        const at = row * cols + col;
        if (known.isKnown[at] === 1) continue;
        const left = col > 0 ? -1 : 1;
        const right = col < cols - 1 ? 1 : -1;
        const mean =
          (sheet[at + up]! + sheet[at + down]! + sheet[at + left]! + sheet[at + right]!) / 4;
        sheet[at]! += over * (mean - sheet[at]!);
      }
    }
  }
}
