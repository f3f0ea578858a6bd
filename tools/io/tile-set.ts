import { join } from 'node:path';
import { AssetError } from '#core/errors';
import { writeFolderAtomic } from './atomic';
import { hasEntries, readJsonIfThere, writeJsonFile } from './tile-files';

/** File in every tile set we build: says what it was made from. */
const MARKER_FILE = 'build.json';

/** What a tile set was made from. Nothing in it changes from one run to the next. */
export interface TileSetMarker {
  readonly kind: 'terrain' | 'imagery';
  readonly id: string;
  /** Hash of everything that decides the bytes. */
  readonly contentHash: string;
}

/**
 * Whether a tile set made from the same content stands in its place.
 *
 * @param outDir - the set's folder
 */
export async function isTileSetCurrent(outDir: string, contentHash: string): Promise<boolean> {
  return (await readMarker(outDir))?.contentHash === contentHash;
}

/**
 * Fills a tile set's folder so that it is there whole or not at all. An older set of ours in the
 * same place is replaced; anything else is left alone.
 *
 * @throws AssetError `output-not-a-tile-set` if the folder holds something that we did not build
 */
export async function writeTileSet<T>(
  outDir: string,
  marker: TileSetMarker,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  if ((await hasEntries(outDir)) && (await readMarker(outDir)) === undefined) {
    throw new AssetError('output-not-a-tile-set', {
      file: outDir,
      expected: 'an empty place or a tile set of ours',
      found: `a folder without ${MARKER_FILE}`,
      fix: 'Choose another --out or --id, or move the folder away.',
    });
  }
  return writeFolderAtomic(outDir, async (folder) => {
    const result = await fill(folder);
    await writeJsonFile(folder, MARKER_FILE, { formatVersion: 1, ...marker });
    return result;
  });
}

async function readMarker(outDir: string): Promise<{ contentHash?: unknown } | undefined> {
  const found = await readJsonIfThere(join(outDir, MARKER_FILE));
  return typeof found === 'object' && found !== null ? found : undefined;
}
