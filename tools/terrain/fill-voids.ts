/**
 * Fills unknown (NaN) heights smoothly from the known ones around: means over ever coarser grids,
 * read back from the finest that knows anything.
 *
 * @param heights - row by row; changed in place
 * @returns how many were unknown; if all were, nothing is filled
 */
export function fillVoids(heights: Float32Array, cols: number, rows: number): number {
  let unknown = 0;
  for (const height of heights) if (Number.isNaN(height)) unknown++;
  if (unknown === 0 || unknown === heights.length) return unknown;
  fillFromCoarser(heights, cols, rows);
  return unknown;
}

function fillFromCoarser(heights: Float32Array, cols: number, rows: number): void {
  if (!heights.some((height) => Number.isNaN(height))) return;
  const halfCols = Math.ceil(cols / 2);
  const halfRows = Math.ceil(rows / 2);
  const coarser = knownMeans(heights, cols, rows, halfCols, halfRows);
  fillFromCoarser(coarser, halfCols, halfRows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const at = row * cols + col;
      if (!Number.isNaN(heights[at]!)) continue;
      heights[at] = smoothRead(coarser, halfCols, halfRows, (col - 0.5) / 2, (row - 0.5) / 2);
    }
  }
}

function knownMeans(
  heights: Float32Array,
  cols: number,
  rows: number,
  halfCols: number,
  halfRows: number,
): Float32Array {
  const means = new Float32Array(halfCols * halfRows);
  for (let row = 0; row < halfRows; row++) {
    for (let col = 0; col < halfCols; col++) {
      let sum = 0;
      let known = 0;
      for (let y = 2 * row; y < Math.min(rows, 2 * row + 2); y++) {
        for (let x = 2 * col; x < Math.min(cols, 2 * col + 2); x++) {
          const height = heights[y * cols + x]!;
          if (Number.isNaN(height)) continue;
          sum += height;
          known++;
        }
      }
      means[row * halfCols + col] = known === 0 ? Number.NaN : sum / known;
    }
  }
  return means;
}

function smoothRead(grid: Float32Array, cols: number, rows: number, x: number, y: number): number {
  const col0 = Math.max(0, Math.floor(x));
  const row0 = Math.max(0, Math.floor(y));
  const col1 = Math.min(cols - 1, col0 + 1);
  const row1 = Math.min(rows - 1, row0 + 1);
  const fx = Math.min(1, Math.max(0, x - col0));
  const fy = Math.min(1, Math.max(0, y - row0));
  const north = grid[row0 * cols + col0]! * (1 - fx) + grid[row0 * cols + col1]! * fx;
  const south = grid[row1 * cols + col0]! * (1 - fx) + grid[row1 * cols + col1]! * fx;
  return north * (1 - fy) + south * fy;
}
