/** Heights on Earth lie between the Challenger Deep and Everest; other numbers stand for "unknown". */
const PLAUSIBLE_M = 12_000;

/** Positions this close to a pixel's centre are meant to be there: whole metres stay whole. */
const SNAP_PIXELS = 1e-6;

/** With this many samples a side, the pixels nearest to them are as good a mean as their mixtures. */
const DENSE_SAMPLES = 3;

/** Pixel positions of the samples along both axes of a geographic model, 0 at the first centre. */
export interface PixelAxes {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Whether the height of a pixel stands for a height. */
export function isKnown(height: number, noDataValue: number | undefined): boolean {
  return height > -PLAUSIBLE_M && height < PLAUSIBLE_M && height !== noDataValue;
}

/** Whether samples can take whole pixels: they lie on their centres, or are many. */
export function isOnPixels({ x, y }: PixelAxes, samples: number): boolean {
  const isOnCentre = (at: number) => Math.abs(at - Math.round(at)) < SNAP_PIXELS;
  return samples >= DENSE_SAMPLES || (x.every(isOnCentre) && y.every(isOnCentre));
}

/**
 * The pixels nearest to positions, counted from the first of a window.
 *
 * @param count - pixels of the model along this axis
 * @param reach - how far beyond the outermost centres the model may be asked, pixels
 * @returns -1 outside the model
 */
export function nearestPixels(
  positions: Float64Array,
  count: number,
  reach: number,
  first: number,
): Int32Array {
  return Int32Array.from(positions, (at) => {
    if (!(at >= -reach && at <= count - 1 + reach)) return -1;
    return Math.min(count - 1, Math.max(0, Math.round(at))) - first;
  });
}
