import type { DemSource, PixelWindow } from '../io/dem-source';
import { isKnown } from './pixel-axes';

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
  return isKnown(height, source.noDataValue) ? height : Number.NaN;
}
