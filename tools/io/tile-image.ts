import sharp from 'sharp';

/** Quality of relief tiles: beyond this the eye finds nothing, the bytes double. */
const TILE_QUALITY = 84;

/**
 * Encodes a square RGBA picture as WebP, sRGB, with its alpha.
 *
 * @param rgba - four bytes per pixel, row by row from the north
 * @param sidePx - length of an edge
 */
export async function encodeWebpTile(rgba: Uint8Array, sidePx: number): Promise<Uint8Array> {
  return sharp(rgba, { raw: { width: sidePx, height: sidePx, channels: 4 } })
    .webp({ quality: TILE_QUALITY, alphaQuality: 90, effort: 2, smartSubsample: true })
    .toBuffer();
}

/** Keeps the image library to one thread where tiles are made in threads of our own. */
export function encodeOnOneThread(): void {
  sharp.concurrency(1);
}
