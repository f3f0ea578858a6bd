import type { PaintedPicture } from '../paint-picture';

/** Pixels that differ less than this in all three colours together show the same thing. */
const CLEAR_CHANGE = 60;

/**
 * Median column of the pixels that differ clearly between two pictures of one size.
 *
 * @returns undefined where fewer than five do
 */
export function changedColumn(a: PaintedPicture, b: PaintedPicture): number | undefined {
  const columns: number[] = [];
  for (let p = 0; p < a.widthPx * a.heightPx; p++) {
    let change = 0;
    for (let c = 0; c < 3; c++) change += Math.abs(a.rgb[p * 3 + c]! - b.rgb[p * 3 + c]!);
    if (change > CLEAR_CHANGE) columns.push(p % a.widthPx);
  }
  if (columns.length < 5) return undefined;
  columns.sort((p, q) => p - q);
  return columns[Math.floor(columns.length / 2)]! + 0.5;
}

/** Mean 8-bit difference of neighbouring columns: across the seam, and the largest inside. */
export function seamDifference({ rgb, widthPx, heightPx }: PaintedPicture): {
  readonly seam: number;
  readonly inside: number;
} {
  const difference = (a: number, b: number): number => {
    let sum = 0;
    for (let row = 0; row < heightPx; row++) {
      for (let c = 0; c < 3; c++) {
        sum += Math.abs(rgb[(row * widthPx + a) * 3 + c]! - rgb[(row * widthPx + b) * 3 + c]!);
      }
    }
    return sum / (heightPx * 3);
  };
  const inside = Array.from({ length: widthPx - 1 }, (_, x) => difference(x, x + 1));
  return { seam: difference(widthPx - 1, 0), inside: Math.max(...inside) };
}
