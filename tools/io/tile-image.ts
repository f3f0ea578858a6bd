import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    .webp({ quality: TILE_QUALITY, alphaQuality: 90, effort: 2 })
    .toBuffer();
}

/**
 * Encodes a tile and puts it into a set that may be in use: there whole or not at all.
 *
 * @returns the size of the file in bytes
 */
export async function writeWebpTile(
  folder: string,
  path: string,
  rgba: Uint8Array,
  sidePx: number,
): Promise<number> {
  const data = await encodeWebpTile(rgba, sidePx);
  const file = join(folder, path);
  const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(beside, data);
  await rename(beside, file);
  return data.length;
}

/** Keeps the image library to one thread where tiles are made in threads of our own. */
export function encodeOnOneThread(): void {
  sharp.concurrency(1);
}
