import { AssetError } from '#core/errors';
import type { PictureRows } from './blur-rows';
import type { SphereCrop } from './picture-metadata';

/** A sphere may be this wide: more is a lying header. */
const MAX_FULL_WIDTH_PX = 32768;
const BAND_ROWS = 64;

/**
 * Refuses a crop that does not lie in a 2:1 sphere.
 *
 * @param size - of the picture as it lies in the file
 * @param file - for messages
 * @throws AssetError `panorama-not-equirectangular`
 */
export function requireCropFits(
  size: { readonly widthPx: number; readonly heightPx: number },
  crop: SphereCrop,
  file: string,
): void {
  const { fullWidthPx, fullHeightPx, leftPx, topPx } = crop;
  const doesFit =
    [fullWidthPx, fullHeightPx, leftPx, topPx].every((n) => Number.isInteger(n) && n >= 0) &&
    fullWidthPx === 2 * fullHeightPx &&
    fullWidthPx <= MAX_FULL_WIDTH_PX &&
    leftPx + size.widthPx <= fullWidthPx &&
    topPx + size.heightPx <= fullHeightPx;
  if (doesFit) return;
  throw new AssetError('panorama-not-equirectangular', {
    file,
    path: 'XMP GPano',
    expected: `a crop of a 2:1 sphere at most ${MAX_FULL_WIDTH_PX} px wide`,
    found:
      `${size.widthPx} x ${size.heightPx} at ${leftPx}, ${topPx} ` +
      `of ${fullWidthPx} x ${fullHeightPx}`,
    fix: 'Correct the GPano tags in the program that stitched it.',
  });
}

/**
 * Lays a crop into its full sphere. What the camera did not see is filled with the mean colour of
 * the crop's nearest row, so that sky stays sky-coloured and ground ground-coloured.
 *
 * @param sphere - rows of the full size, to be written
 */
export async function layIntoSphere(
  part: PictureRows,
  { leftPx, topPx }: SphereCrop,
  sphere: PictureRows,
): Promise<void> {
  const bottomPx = topPx + part.heightPx;
  const first = meanColour(await part.readRows(0, 1));
  const last = meanColour(await part.readRows(part.heightPx - 1, 1));
  await fillRows(sphere, 0, topPx, first);
  for (let y = 0; y < part.heightPx; y += BAND_ROWS) {
    const count = Math.min(BAND_ROWS, part.heightPx - y);
    const from = await part.readRows(y, count);
    const band = new Uint8Array(count * sphere.widthPx * 3);
    for (let r = 0; r < count; r++) {
      const row = from.subarray(r * part.widthPx * 3, (r + 1) * part.widthPx * 3);
      const into = band.subarray(r * sphere.widthPx * 3, (r + 1) * sphere.widthPx * 3);
      if (part.widthPx < sphere.widthPx) fill(into, meanColour(row));
      into.set(row, leftPx * 3);
    }
    await sphere.writeRows(topPx + y, band);
  }
  await fillRows(sphere, bottomPx, sphere.heightPx, last);
}

type Colour = readonly [number, number, number];

function meanColour(row: Uint8Array): Colour {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let i = 0; i < row.length; i += 3) {
    red += row[i] ?? 0;
    green += row[i + 1] ?? 0;
    blue += row[i + 2] ?? 0;
  }
  const count = row.length / 3;
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count)];
}

async function fillRows(
  sphere: PictureRows,
  from: number,
  to: number,
  colour: Colour,
): Promise<void> {
  for (let y = from; y < to; y += BAND_ROWS) {
    const band = new Uint8Array(Math.min(BAND_ROWS, to - y) * sphere.widthPx * 3);
    fill(band, colour);
    await sphere.writeRows(y, band);
  }
}

function fill(pixels: Uint8Array, colour: Colour): void {
  for (let at = 0; at < pixels.length; at += 3) pixels.set(colour, at);
}
