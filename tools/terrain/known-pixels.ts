import type { DemSource, PixelWindow } from '../io/dem-source';

/** Heights on Earth lie between the Challenger Deep and Everest; other numbers stand for "unknown". */
const PLAUSIBLE_M = 12_000;

/** Positions this close to a pixel's centre are meant to be there: whole metres stay whole. */
const SNAP_PIXELS = 1e-6;

/**
 * Bilinear height over the pixels that are known.
 *
 * @param x - 0 at the centre of the source's first column
 * @param y - 0 at the centre of its first row
 * @returns metres; NaN outside the source, and where known pixels weigh less than half
 */
export function bilinearKnown(
  source: DemSource,
  window: PixelWindow,
  pixels: Float32Array,
  x: number,
  y: number,
): number {
  const reach = source.edgeReachPixels;
  // Written so that NaN, which projections give far from home, is outside.
  if (!(x >= -reach && x <= source.cols - 1 + reach)) return Number.NaN;
  if (!(y >= -reach && y <= source.rows - 1 + reach)) return Number.NaN;
  const nearX = Math.round(x);
  const nearY = Math.round(y);
  if (Math.abs(x - nearX) < SNAP_PIXELS && Math.abs(y - nearY) < SNAP_PIXELS) {
    return knownAt(source, window, pixels, nearX, nearY);
  }
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  let sum = 0;
  let weights = 0;
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const weight = (dx === 0 ? 1 - (x - x0) : x - x0) * (dy === 0 ? 1 - (y - y0) : y - y0);
      const height = knownAt(source, window, pixels, x0 + dx, y0 + dy);
      if (Number.isNaN(height)) continue;
      sum += weight * height;
      weights += weight;
    }
  }
  return weights < 0.5 ? Number.NaN : sum / weights;
}

/** Height of a pixel, NaN if unknown; beyond the window's edge, of the last one inside. */
function knownAt(
  source: DemSource,
  [left, top, right, bottom]: PixelWindow,
  pixels: Float32Array,
  x: number,
  y: number,
): number {
  const px = Math.min(right - 1, Math.max(left, x)) - left;
  const py = Math.min(bottom - 1, Math.max(top, y)) - top;
  const height = pixels[py * (right - left) + px]!;
  return height === source.noDataValue || !(Math.abs(height) < PLAUSIBLE_M) ? Number.NaN : height;
}
