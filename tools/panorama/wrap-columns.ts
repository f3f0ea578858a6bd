import type { RawPicture } from '../io/picture';

/**
 * Puts columns of the opposite edge beside each edge, so that scaling sees through the seam of a
 * full sphere instead of stopping at it.
 *
 * @param padPx - columns to add on each side, at most the width
 */
export function wrapColumns(picture: RawPicture, padPx: number): RawPicture {
  const { data, widthPx, heightPx, channels } = picture;
  const rowBytes = widthPx * channels;
  const padBytes = padPx * channels;
  const wideBytes = rowBytes + 2 * padBytes;
  const wide = new Uint8Array(wideBytes * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const row = data.subarray(y * rowBytes, (y + 1) * rowBytes);
    const at = y * wideBytes;
    wide.set(row.subarray(rowBytes - padBytes), at);
    wide.set(row, at + padBytes);
    wide.set(row.subarray(0, padBytes), at + padBytes + rowBytes);
  }
  return { data: wide, widthPx: widthPx + 2 * padPx, heightPx, channels };
}

/**
 * How many columns to add before and to cut after scaling, so that the scale stays the same.
 *
 * @returns columns in the picture and in the level; exact where a whole number of at most 64
 *   columns fits, within half a column of the picture otherwise
 */
export function seamPadding(
  widthPx: number,
  levelWidthPx: number,
): { readonly sourcePx: number; readonly levelPx: number } {
  for (let levelPx = 8; levelPx <= 64; levelPx++) {
    const sourcePx = (levelPx * widthPx) / levelWidthPx;
    if (Number.isInteger(sourcePx)) return { sourcePx, levelPx };
  }
  return { sourcePx: Math.round((16 * widthPx) / levelWidthPx), levelPx: 16 };
}
