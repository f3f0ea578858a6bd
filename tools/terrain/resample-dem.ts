import type { DemSource, PixelWindow } from '../io/dem-source';

/** Posts of a geographic grid: the first in the north-west, row by row. */
export interface PostGrid {
  readonly westDeg: number;
  readonly northDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly cols: number;
  readonly rows: number;
}

/** Most source pixels read at once: 64 MB as 32-bit floats. */
const WINDOW_PIXELS = 16_000_000;

/** Heights on Earth lie between the Challenger Deep and Everest; other numbers stand for "unknown". */
const PLAUSIBLE_M = 12_000;

/**
 * Fills the still unknown (NaN) posts of a grid from a DEM, bilinear, or as a mean of the source's
 * pixels where these are finer. Reads windows: memory does not grow with the file.
 *
 * @param heights - `cols * rows` metres, NaN where unknown; written in place
 * @param onRows - told how many rows are done
 */
export async function resampleDem(
  source: DemSource,
  grid: PostGrid,
  heights: Float32Array,
  onRows: (done: number) => void = () => undefined,
): Promise<void> {
  const finer = sourcePixelsPerPost(source, grid);
  const bandRows = Math.max(1, Math.floor(WINDOW_PIXELS / (grid.cols * finer * finer) / 2));
  const rowsAtOnce = Math.min(256, bandRows);
  const colsAtOnce = Math.max(16, Math.floor(WINDOW_PIXELS / (rowsAtOnce * finer * finer) / 2));
  for (let top = 0; top < grid.rows; top += rowsAtOnce) {
    for (let left = 0; left < grid.cols; left += colsAtOnce) {
      await fillBlock(source, grid, heights, finer, {
        top,
        left,
        bottom: Math.min(grid.rows, top + rowsAtOnce),
        right: Math.min(grid.cols, left + colsAtOnce),
      });
    }
    onRows(Math.min(grid.rows, top + rowsAtOnce));
  }
}

interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

async function fillBlock(
  source: DemSource,
  grid: PostGrid,
  heights: Float32Array,
  finer: number,
  block: Block,
): Promise<void> {
  const window = windowOf(source, grid, block, finer);
  if (window === undefined) return;
  const pixels = await source.readWindow(window);
  const samples = Math.max(1, Math.round(finer));
  for (let row = block.top; row < block.bottom; row++) {
    for (let col = block.left; col < block.right; col++) {
      const at = row * grid.cols + col;
      if (Number.isNaN(heights[at]!)) {
        heights[at] = meanAt(source, window, pixels, grid, col, row, samples);
      }
    }
  }
}

/** The source's pixels that a block needs, found on every sixteenth post and its border. */
function windowOf(
  source: DemSource,
  grid: PostGrid,
  block: Block,
  finer: number,
): PixelWindow | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of strideThrough(block.top, block.bottom - 1)) {
    for (const col of strideThrough(block.left, block.right - 1)) {
      const [x, y] = source.pixelFromGeo(
        grid.westDeg + col * grid.stepLonDeg,
        grid.northDeg - row * grid.stepLatDeg,
      );
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const margin = 2 + Math.ceil(finer);
  left = Math.max(0, Math.floor(left) - margin);
  top = Math.max(0, Math.floor(top) - margin);
  right = Math.min(source.cols, Math.ceil(right) + margin);
  bottom = Math.min(source.rows, Math.ceil(bottom) + margin);
  return right > left && bottom > top ? [left, top, right, bottom] : undefined;
}

function strideThrough(first: number, last: number): readonly number[] {
  const stops: number[] = [];
  for (let at = first; at < last; at += 16) stops.push(at);
  return [...stops, last];
}

function meanAt(
  source: DemSource,
  window: PixelWindow,
  pixels: Float32Array,
  grid: PostGrid,
  col: number,
  row: number,
  samples: number,
): number {
  let sum = 0;
  let known = 0;
  for (let j = 0; j < samples; j++) {
    const postRow = row + (j + 0.5) / samples - 0.5;
    for (let i = 0; i < samples; i++) {
      const postCol = col + (i + 0.5) / samples - 0.5;
      const [x, y] = source.pixelFromGeo(
        grid.westDeg + postCol * grid.stepLonDeg,
        grid.northDeg - postRow * grid.stepLatDeg,
      );
      const height = bilinearKnown(source, window, pixels, x - 0.5, y - 0.5);
      if (Number.isNaN(height)) continue;
      sum += height;
      known++;
    }
  }
  return known === 0 ? Number.NaN : sum / known;
}

/** Bilinear over the pixels that are known; NaN where those weigh less than half. */
function bilinearKnown(
  source: DemSource,
  [left, top, right, bottom]: PixelWindow,
  pixels: Float32Array,
  x: number,
  y: number,
): number {
  const reach = source.edgeReachPixels;
  if (x < -reach || x > source.cols - 1 + reach) return Number.NaN;
  if (y < -reach || y > source.rows - 1 + reach) return Number.NaN;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  let sum = 0;
  let weights = 0;
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const weight = (dx === 0 ? 1 - (x - x0) : x - x0) * (dy === 0 ? 1 - (y - y0) : y - y0);
      const px = Math.min(right - 1, Math.max(left, x0 + dx)) - left;
      const py = Math.min(bottom - 1, Math.max(top, y0 + dy)) - top;
      const height = pixels[py * (right - left) + px]!;
      if (height === source.noDataValue || !(Math.abs(height) < PLAUSIBLE_M)) continue;
      sum += weight * height;
      weights += weight;
    }
  }
  return weights < 0.5 ? Number.NaN : sum / weights;
}

/** How many of the source's pixels fall on one post, along one side; 1 if the source is coarser. */
function sourcePixelsPerPost(source: DemSource, grid: PostGrid): number {
  const lonDeg = grid.westDeg + (grid.cols / 2) * grid.stepLonDeg;
  const latDeg = grid.northDeg - (grid.rows / 2) * grid.stepLatDeg;
  const [x0, y0] = source.pixelFromGeo(lonDeg, latDeg);
  const [x1, y1] = source.pixelFromGeo(lonDeg + grid.stepLonDeg, latDeg + grid.stepLatDeg);
  return Math.max(1, Math.abs(x1 - x0), Math.abs(y1 - y0));
}
