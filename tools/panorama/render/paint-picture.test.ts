import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../io/progress';
import { type PaintCare, type PaintedPicture, paintPicture } from './paint-picture';
import { testField, testRecipe } from './testing/test-recipe';

const WIDTH_PX = 256;
const COARSE: PaintCare = { samples: 1, gridFactor: 12, stepFactor: 3 };

function paint(
  workerCount: number,
  peaks: readonly (readonly [number, number])[] = [],
): Promise<PaintedPicture> {
  return paintPicture(testRecipe(), testField(peaks), {
    widthPx: WIDTH_PX,
    workerCount,
    care: COARSE,
    progress: SILENT_PROGRESS,
  });
}

/** Mean column of the pixels above the horizon that differ, between two columns. */
function changedColumn(a: PaintedPicture, b: PaintedPicture, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < a.heightPx * 0.48; row++) {
    for (let x = from; x < to; x++) {
      const o = (row * a.widthPx + x) * 3;
      const change =
        Math.abs(a.rgb[o]! - b.rgb[o]!) +
        Math.abs(a.rgb[o + 1]! - b.rgb[o + 1]!) +
        Math.abs(a.rgb[o + 2]! - b.rgb[o + 2]!);
      if (change < 60) continue;
      sum += x + 0.5;
      count++;
    }
  }
  expect(count).toBeGreaterThan(8);
  return sum / count;
}

/** Mean difference of two columns, 8-bit. */
function columnDifference(
  { rgb, widthPx, heightPx }: PaintedPicture,
  a: number,
  b: number,
): number {
  let sum = 0;
  for (let row = 0; row < heightPx; row++) {
    for (let c = 0; c < 3; c++) {
      sum += Math.abs(rgb[(row * widthPx + a) * 3 + c]! - rgb[(row * widthPx + b) * 3 + c]!);
    }
  }
  return sum / (heightPx * 3);
}

describe('paintPicture', () => {
  let one: PaintedPicture;
  let two: PaintedPicture;
  beforeAll(async () => {
    one = await paint(1);
    two = await paint(2);
  }, 60_000);

  it('gives the same bytes in a second run with another number of workers', () => {
    expect(Buffer.compare(one.rgb, two.rgb)).toBe(0);
  });

  it('has true north at the image centre and east a quarter to the right', async () => {
    const picture = await paint(2, [
      [0, 14],
      [14, 0],
    ]);
    const middle = WIDTH_PX / 2;
    const quarter = WIDTH_PX / 4;
    const north = changedColumn(two, picture, quarter, middle + quarter / 2);
    const east = changedColumn(two, picture, middle + quarter / 2, WIDTH_PX);
    expect(Math.abs(north - middle)).toBeLessThan(2);
    expect(Math.abs(east - middle - quarter)).toBeLessThan(2);
  });

  it('closes at the seam as smoothly as anywhere', () => {
    const inside = Array.from({ length: WIDTH_PX - 1 }, (_, x) => columnDifference(two, x, x + 1));
    expect(columnDifference(two, WIDTH_PX - 1, 0)).toBeLessThanOrEqual(Math.max(...inside));
  });

  it('is lit everywhere', () => {
    const dark = two.rgb.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
    expect(dark / two.rgb.length).toBeLessThan(0.01);
  });

  it('refuses a width that strips do not divide', async () => {
    const odd = { widthPx: 200, workerCount: 1, progress: SILENT_PROGRESS };
    await expect(paintPicture(testRecipe(), testField(), odd)).rejects.toThrow(RangeError);
  });
});
