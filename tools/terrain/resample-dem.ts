import type { DemSource, PixelWindow } from '../io/dem-source';
import { bilinearKnown } from './known-pixels';
import { isKnown, isOnPixels, nearestPixels, type PixelAxes } from './pixel-axes';
import type { PlacedDem, PostGrid, PostWindow } from './post-grid';

/** Most source pixels read at once: 16 MB as 32-bit floats. */
const WINDOW_PIXELS = 4_000_000;

/** Posts between the places at which a projected model is asked which pixels a block needs. */
const WINDOW_STRIDE = 16;

/**
 * Fills the still unknown (NaN) posts of a window of a grid from a model: bilinear, or a mean of
 * the model's pixels where these are finer. The heights do not depend on how a grid is cut into
 * windows. Reads pieces: memory grows neither with the file nor with the grid.
 *
 * @param heights - of the window, row by row, metres, NaN where unknown; written in place
 */
export async function resampleDem(
  dem: PlacedDem,
  grid: PostGrid,
  window: PostWindow,
  heights: Float32Array,
): Promise<void> {
  const finer = sourcePixelsPerPost(dem, grid);
  for (const turnDeg of [0, 360, -360]) {
    const block = sharedPosts(dem, grid, window, turnDeg);
    if (block !== undefined) {
      await fillBlock({ source: dem.source, grid, window, heights, finer, turnDeg }, block);
    }
  }
}

/** One model over one window; the model counts longitude `turnDeg` less than the grid does. */
interface Resampling {
  readonly source: DemSource;
  readonly grid: PostGrid;
  readonly window: PostWindow;
  readonly heights: Float32Array;
  readonly finer: number;
  readonly turnDeg: number;
}

interface Block {
  readonly left: number;
  readonly top: number;
  /** One beyond the last. */
  readonly right: number;
  readonly bottom: number;
}

/** The posts of a window over which a model can know anything. */
function sharedPosts(
  { source, boxDeg }: PlacedDem,
  grid: PostGrid,
  window: PostWindow,
  turnDeg: number,
): Block | undefined {
  // Two pixels of grace: where exactly a model ends, its own pixels say.
  const lonGrace = 1 + (2 * (boxDeg.eastDeg - boxDeg.westDeg)) / source.cols / grid.stepLonDeg;
  const latGrace = 1 + (2 * (boxDeg.northDeg - boxDeg.southDeg)) / source.rows / grid.stepLatDeg;
  const west = (boxDeg.westDeg + turnDeg - grid.westDeg) / grid.stepLonDeg;
  const east = (boxDeg.eastDeg + turnDeg - grid.westDeg) / grid.stepLonDeg;
  const north = (grid.northDeg - boxDeg.northDeg) / grid.stepLatDeg;
  const south = (grid.northDeg - boxDeg.southDeg) / grid.stepLatDeg;
  const left = Math.max(window.left, Math.floor(west - lonGrace));
  const right = Math.min(window.left + window.cols, Math.ceil(east + lonGrace) + 1);
  const top = Math.max(window.top, Math.floor(north - latGrace));
  const bottom = Math.min(window.top + window.rows, Math.ceil(south + latGrace) + 1);
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

async function fillBlock(work: Resampling, block: Block): Promise<void> {
  const pixelWindow = pixelsOf(work, block);
  if (pixelWindow === undefined) return;
  const [left, top, right, bottom] = pixelWindow;
  const halves = (right - left) * (bottom - top) > WINDOW_PIXELS ? halvesOf(work, block) : [];
  for (const half of halves) await fillBlock(work, half);
  if (halves.length > 0) return;
  const pixels = await work.source.readWindow(pixelWindow);
  fillPosts(work, block, pixelWindow, pixels);
}

/** Files in whole rows are cut into rows, others along their longer side. */
function halvesOf({ source }: Resampling, block: Block): readonly Block[] {
  const [cols, rows] = [block.right - block.left, block.bottom - block.top];
  if (rows > 1 && (source.isInRows || rows >= cols)) {
    const middle = block.top + (rows >> 1);
    return [
      { ...block, bottom: middle },
      { ...block, top: middle },
    ];
  }
  if (cols <= 1) return [];
  const middle = block.left + (cols >> 1);
  return [
    { ...block, right: middle },
    { ...block, left: middle },
  ];
}

function fillPosts(
  work: Resampling,
  block: Block,
  pixelWindow: PixelWindow,
  pixels: Float32Array,
): void {
  const { source, window, heights } = work;
  const samples = Math.max(1, Math.round(work.finer));
  const axes = source.isGeographicWgs84 ? pixelAxes(work, block, samples) : undefined;
  if (axes !== undefined && isOnPixels(axes, samples)) {
    const columns = nearestPixels(axes.x, source.cols, source.edgeReachPixels, pixelWindow[0]);
    const lines = nearestPixels(axes.y, source.rows, source.edgeReachPixels, pixelWindow[1]);
    const stride = pixelWindow[2] - pixelWindow[0];
    fillFromPixels(work, block, { pixels, stride, columns, lines, samples });
    return;
  }
  const at = axes === undefined ? placePositions(work, block, samples) : axisPositions(axes);
  for (let row = block.top; row < block.bottom; row++) {
    for (let col = block.left; col < block.right; col++) {
      const post = (row - window.top) * window.cols + col - window.left;
      if (!Number.isNaN(heights[post]!)) continue;
      let sum = 0;
      let known = 0;
      for (let j = 0; j < samples; j++) {
        for (let i = 0; i < samples; i++) {
          at.move((col - block.left) * samples + i, (row - block.top) * samples + j);
          const height = bilinearKnown(source, pixelWindow, pixels, at.x, at.y);
          if (Number.isNaN(height)) continue;
          sum += height;
          known++;
        }
      }
      if (known > 0) heights[post] = sum / known;
    }
  }
}

/** The pixels of a window and which of them the samples of a block's posts take, -1 for none. */
interface SampledPixels {
  readonly pixels: Float32Array;
  readonly stride: number;
  readonly columns: Int32Array;
  readonly lines: Int32Array;
  readonly samples: number;
}

/** Mean of the pixels under each post; the posts' own pixels where there is one for each. */
function fillFromPixels(work: Resampling, block: Block, sampled: SampledPixels): void {
  const { window, heights, source } = work;
  const { pixels, stride, columns, lines, samples } = sampled;
  for (let row = block.top; row < block.bottom; row++) {
    for (let col = block.left; col < block.right; col++) {
      const post = (row - window.top) * window.cols + col - window.left;
      if (!Number.isNaN(heights[post]!)) continue;
      let sum = 0;
      let known = 0;
      for (let j = 0; j < samples; j++) {
        const line = lines[(row - block.top) * samples + j]!;
        if (line < 0) continue;
        for (let i = 0; i < samples; i++) {
          const column = columns[(col - block.left) * samples + i]!;
          if (column < 0) continue;
          const height = pixels[line * stride + column]!;
          if (!isKnown(height, source.noDataValue)) continue;
          sum += height;
          known++;
        }
      }
      if (known > 0) heights[post] = sum / known;
    }
  }
}

/** Longitudes and latitudes of the samples of a block's posts, as the model counts them. */
function samplePlaces(work: Resampling, block: Block, samples: number) {
  const { grid, turnDeg } = work;
  const postOf = (first: number, sample: number) =>
    first + Math.floor(sample / samples) + ((sample % samples) + 0.5) / samples - 0.5;
  const lonDeg = Float64Array.from(
    { length: (block.right - block.left) * samples },
    (_, i) => grid.westDeg + postOf(block.left, i) * grid.stepLonDeg - turnDeg,
  );
  const latDeg = Float64Array.from({ length: (block.bottom - block.top) * samples }, (_, i) =>
    Math.max(-90, Math.min(90, grid.northDeg - postOf(block.top, i) * grid.stepLatDeg)),
  );
  return { lonDeg, latDeg };
}

/** Meridians are columns and parallels rows: each is looked up once. 0 at the first pixel's centre. */
function pixelAxes(work: Resampling, block: Block, samples: number): PixelAxes {
  const { lonDeg, latDeg } = samplePlaces(work, block, samples);
  return {
    x: lonDeg.map((lon) => work.source.pixelFromGeo(lon, 0)[0] - 0.5),
    y: latDeg.map((lat) => work.source.pixelFromGeo(0, lat)[1] - 0.5),
  };
}

/** Pixel position of one sample after the other, 0 at the first pixel's centre. */
interface Positions {
  x: number;
  y: number;
  move(sampleCol: number, sampleRow: number): void;
}

function axisPositions(axes: PixelAxes): Positions {
  return {
    x: 0,
    y: 0,
    move(col, row) {
      this.x = axes.x[col]!;
      this.y = axes.y[row]!;
    },
  };
}

function placePositions(work: Resampling, block: Block, samples: number): Positions {
  const { lonDeg, latDeg } = samplePlaces(work, block, samples);
  return {
    x: 0,
    y: 0,
    move(col, row) {
      const [x, y] = work.source.pixelFromGeo(lonDeg[col]!, latDeg[row]!);
      this.x = x - 0.5;
      this.y = y - 0.5;
    },
  };
}

/** The model's pixels that a block needs, found on every sixteenth post and its border. */
function pixelsOf(work: Resampling, block: Block): PixelWindow | undefined {
  const { source, grid, turnDeg } = work;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of strideThrough(block.top, block.bottom - 1)) {
    for (const col of strideThrough(block.left, block.right - 1)) {
      const [x, y] = source.pixelFromGeo(
        grid.westDeg + col * grid.stepLonDeg - turnDeg,
        grid.northDeg - row * grid.stepLatDeg,
      );
      if (Number.isNaN(x) || Number.isNaN(y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const margin = 2 + Math.ceil(work.finer);
  left = Math.max(0, Math.floor(left) - margin);
  top = Math.max(0, Math.floor(top) - margin);
  right = Math.min(source.cols, Math.ceil(right) + margin);
  bottom = Math.min(source.rows, Math.ceil(bottom) + margin);
  return right > left && bottom > top ? [left, top, right, bottom] : undefined;
}

function strideThrough(first: number, last: number): readonly number[] {
  const stops: number[] = [];
  for (let at = first; at < last; at += WINDOW_STRIDE) stops.push(at);
  return [...stops, last];
}

/** How many of the source's pixels fall on one post, along one side; 1 if the source is coarser. */
function sourcePixelsPerPost({ source, boxDeg }: PlacedDem, grid: PostGrid): number {
  const lonDeg = (boxDeg.westDeg + boxDeg.eastDeg) / 2;
  const latDeg = (boxDeg.southDeg + boxDeg.northDeg) / 2;
  const [x0, y0] = source.pixelFromGeo(lonDeg, latDeg);
  const [x1, y1] = source.pixelFromGeo(lonDeg + grid.stepLonDeg, latDeg);
  const [x2, y2] = source.pixelFromGeo(lonDeg, latDeg + grid.stepLatDeg);
  return Math.max(1, Math.hypot(x1 - x0, y1 - y0), Math.hypot(x2 - x0, y2 - y0));
}
