import { AssetError } from '#core/errors';
import type { RawPicture } from '../io/picture';
import type { SphereCrop } from './picture-metadata';

/** A sphere may be this many times as large as its crop: more is a lying header. */
const MAX_FULL_WIDTH_PX = 16384;

/**
 * A full 2:1 picture around a crop. What the camera did not see is filled with the mean colour of
 * the crop's nearest edge row, so that sky stays sky-coloured and ground ground-coloured.
 *
 * @param file - for messages
 * @throws AssetError `panorama-not-equirectangular` where the crop does not fit a 2:1 sphere
 */
export function completeSphere(picture: RawPicture, crop: SphereCrop, file: string): RawPicture {
  requireFit(picture, crop, file);
  const { fullWidthPx, fullHeightPx, leftPx, topPx } = crop;
  const data = new Uint8Array(fullWidthPx * fullHeightPx * 3);
  const bottomPx = topPx + picture.heightPx;
  fillRows(data, fullWidthPx, 0, topPx, meanOfRow(picture, 0));
  fillRows(data, fullWidthPx, bottomPx, fullHeightPx, meanOfRow(picture, picture.heightPx - 1));
  const rowBytes = picture.widthPx * 3;
  for (let y = 0; y < picture.heightPx; y++) {
    if (picture.widthPx < fullWidthPx) {
      fillRows(data, fullWidthPx, topPx + y, topPx + y + 1, meanOfRow(picture, y));
    }
    const row = picture.data.subarray(y * rowBytes, (y + 1) * rowBytes);
    data.set(row, ((topPx + y) * fullWidthPx + leftPx) * 3);
  }
  return { data, widthPx: fullWidthPx, heightPx: fullHeightPx, channels: 3 };
}

function requireFit(picture: RawPicture, crop: SphereCrop, file: string): void {
  const { fullWidthPx, fullHeightPx, leftPx, topPx } = crop;
  const doesFit =
    [fullWidthPx, fullHeightPx, leftPx, topPx].every((n) => Number.isInteger(n) && n >= 0) &&
    fullWidthPx === 2 * fullHeightPx &&
    fullWidthPx <= MAX_FULL_WIDTH_PX &&
    leftPx + picture.widthPx <= fullWidthPx &&
    topPx + picture.heightPx <= fullHeightPx;
  if (doesFit) return;
  throw new AssetError('panorama-not-equirectangular', {
    file,
    path: 'XMP GPano',
    expected: `a crop of a 2:1 sphere at most ${MAX_FULL_WIDTH_PX} px wide`,
    found:
      `${picture.widthPx} x ${picture.heightPx} at ${leftPx}, ${topPx} ` +
      `of ${fullWidthPx} x ${fullHeightPx}`,
    fix: 'Correct the GPano tags in the program that stitched it.',
  });
}

type Colour = readonly [number, number, number];

function meanOfRow(picture: RawPicture, y: number): Colour {
  const sum = [0, 0, 0];
  const from = y * picture.widthPx * 3;
  for (let i = 0; i < picture.widthPx * 3; i++) {
    sum[i % 3] = (sum[i % 3] ?? 0) + (picture.data[from + i] ?? 0);
  }
  const [red = 0, green = 0, blue = 0] = sum.map((s) => Math.round(s / picture.widthPx));
  return [red, green, blue];
}

function fillRows(
  data: Uint8Array,
  widthPx: number,
  fromRow: number,
  toRow: number,
  colour: Colour,
): void {
  for (let i = fromRow * widthPx; i < toRow * widthPx; i++) data.set(colour, i * 3);
}
