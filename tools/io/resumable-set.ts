import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AssetError } from '#core/errors';
import { hasEntries, readJsonIfThere, writeJsonFile } from './tile-files';
import { isTileSetCurrent, type TileSetMarker } from './tile-set';

/** File in every tile set we build: says what it was made from. */
const MARKER_FILE = 'build.json';

/** A tile set on its way: the folder to write to, and what is to do there. */
export interface ResumableSet {
  /** Where tiles go: the set's own place if it is of the same content, else a folder beside. */
  readonly folder: string;
  /** Numbers of those paths that are not there yet. */
  missing(paths: readonly string[]): Promise<number[]>;
  /** Marks the set as ours and puts it in its place. */
  finish(): Promise<void>;
}

/**
 * Opens a tile set to complete it. A set of the same content is written to in its place. Otherwise
 * the tiles collect in a folder beside, which an interrupted run leaves behind and the next one
 * takes up, and which takes the set's place when it is finished.
 *
 * @param isFresh - forgets what is there
 * @throws AssetError `output-not-a-tile-set` if the folder holds something that we did not build
 */
export async function openResumableSet(
  outDir: string,
  marker: TileSetMarker,
  isFresh: boolean,
): Promise<ResumableSet> {
  await requireOurs(outDir);
  const isCurrent = await isTileSetCurrent(outDir, marker.contentHash);
  const folder = isCurrent && !isFresh ? outDir : await workFolder(outDir, marker, isFresh);
  return {
    folder,
    missing: (paths) => missingFiles(folder, paths),
    finish: async () => {
      await writeJsonFile(folder, MARKER_FILE, { formatVersion: 1, ...marker });
      if (folder === outDir) return;
      const old = `${folder}.old`;
      const hadOld = await hasEntries(outDir);
      if (hadOld) await rename(outDir, old);
      else await rm(outDir, { recursive: true, force: true });
      await rename(folder, outDir);
      if (hadOld) await rm(old, { recursive: true, force: true });
    },
  };
}

async function requireOurs(outDir: string): Promise<void> {
  if (!(await hasEntries(outDir))) return;
  if ((await readJsonIfThere(join(outDir, MARKER_FILE))) !== undefined) return;
  throw new AssetError('output-not-a-tile-set', {
    file: outDir,
    expected: 'an empty place or a tile set of ours',
    found: `a folder without ${MARKER_FILE}`,
    fix: 'Choose another --out or --id, or move the folder away.',
  });
}

/** The folder beside, named by the content; those of other content are given up. */
async function workFolder(
  outDir: string,
  marker: TileSetMarker,
  isFresh: boolean,
): Promise<string> {
  const parent = dirname(outDir);
  const prefix = `.${basename(outDir)}.`;
  const name = `${prefix}${marker.contentHash.slice(0, 8)}.part`;
  await mkdir(parent, { recursive: true });
  for (const entry of await readdir(parent)) {
    const isOther = entry.startsWith(prefix) && /\.part(\.old)?$/.test(entry);
    if (isOther && (entry !== name || isFresh)) {
      await rm(join(parent, entry), { recursive: true, force: true });
    }
  }
  await mkdir(join(parent, name), { recursive: true });
  return join(parent, name);
}

/** Looks into every folder once, however many files are asked for. */
async function missingFiles(folder: string, paths: readonly string[]): Promise<number[]> {
  const listed = new Map<string, Set<string>>();
  const missing: number[] = [];
  for (const [number, path] of paths.entries()) {
    const parent = dirname(path);
    let names = listed.get(parent);
    if (names === undefined) {
      names = new Set(await readdir(join(folder, parent)).catch(() => []));
      listed.set(parent, names);
    }
    if (!names.has(basename(path))) missing.push(number);
  }
  return missing;
}
