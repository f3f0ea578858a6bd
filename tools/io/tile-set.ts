import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AssetError } from '#core/errors';
import { listFolder, pathExists, removePath, walkFiles } from './files';
import { JobJournal } from './job-journal';
import { hasEntries, writeJsonFile } from './tile-files';
import {
  isTileSetCurrent,
  MARKER_FILE,
  markerFile,
  readMarkers,
  type Shard,
  type TileSetMarker,
} from './tile-set-marker';
import { openWorkFolder } from './work-folder';

export { isTileSetCurrent, type Shard, type TileSetMarker };

/** Where a tile set is being built. */
export interface TileSetWork {
  /** Holds what the set will hold; may hold tiles of a run before. */
  readonly folder: string;
  /** For what only the build needs; gone when the set is in its place. */
  readonly scratchDir: string;
  /** Jobs that runs before have finished, to be verified. */
  readonly journal: JobJournal;
}

/** How {@link writeTileSet} goes about it. */
export interface WriteTileSetOptions {
  /** Writes only this share; it joins the other shares of the same content in their place. */
  readonly shard?: Shard | undefined;
  /** Forgets what a run before has left. */
  readonly isFresh?: boolean;
}

/**
 * Fills a tile set's folder so that it is there whole or not at all. The tiles collect in a folder
 * beside; one that a stopped or killed run of the same content left there is gone on with, those
 * of other content are removed. An older set of ours in the same place is replaced, anything else
 * is left alone. Where `fill` throws, nothing is left, unless it was stopped.
 *
 * @throws AssetError `output-not-a-tile-set` if the folder holds something that we did not build,
 *   `build-running` if another process builds the same
 */
export async function writeTileSet<T>(
  outDir: string,
  marker: TileSetMarker,
  fill: (work: TileSetWork) => Promise<T>,
  options: WriteTileSetOptions = {},
): Promise<T> {
  await requireOurs(outDir);
  const { shard } = options;
  const name = `${marker.contentHash.slice(0, 8)}${shard ? `.${shard.number}-of-${shard.count}` : ''}`;
  const work = await openWorkFolder(outDir, name, options.isFresh === true);
  try {
    const folder = join(work.path, 'set');
    const scratchDir = join(work.path, 'scratch');
    await mkdir(folder, { recursive: true });
    await mkdir(scratchDir, { recursive: true });
    const journal = await JobJournal.open(join(work.path, 'journal.jsonl'));
    const result = await fill({ folder, scratchDir, journal });
    await writeJsonFile(folder, markerFile(shard), { formatVersion: 1, ...marker });
    await putInPlace(folder, outDir, join(work.path, 'old'), marker, shard);
    await work.remove();
    return result;
  } catch (error) {
    if (isStop(error)) await work.leave();
    else await work.remove();
    throw error;
  }
}

async function putInPlace(
  folder: string,
  outDir: string,
  old: string,
  marker: TileSetMarker,
  shard: Shard | undefined,
): Promise<void> {
  if (shard !== undefined && (await holdsShares(outDir, marker, shard))) {
    return mergeInto(folder, outDir, markerFile(shard));
  }
  await removePath(old);
  if (await pathExists(outDir)) await rename(outDir, old);
  await rename(folder, outDir);
}

/** Whether a folder holds shares of the same build. */
async function holdsShares(outDir: string, marker: TileSetMarker, shard: Shard): Promise<boolean> {
  const markers = await readMarkers(outDir);
  return (
    markers.length > 0 &&
    markers.every(
      (found) => found.contentHash === marker.contentHash && found.shard?.count === shard.count,
    )
  );
}

/** Moves files beside those of other shares, the marker last. */
async function mergeInto(folder: string, outDir: string, lastFile: string): Promise<void> {
  const files = await walkFiles(folder);
  const made = new Set<string>();
  for (const file of [...files.filter((path) => path !== lastFile), lastFile]) {
    const to = join(outDir, file);
    if (!made.has(dirname(to))) await mkdir(dirname(to), { recursive: true });
    made.add(dirname(to));
    await rename(join(folder, file), to);
  }
}

async function requireOurs(outDir: string): Promise<void> {
  if (!(await hasEntries(outDir)) || (await readMarkers(outDir)).length > 0) return;
  const entries = await listFolder(outDir);
  throw new AssetError('output-not-a-tile-set', {
    file: outDir,
    expected: 'an empty place or a tile set of ours',
    found: `a folder of ${entries.length} entries without ${MARKER_FILE}`,
    fix: 'Choose another --out or --id, or move the folder away.',
  });
}

function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
