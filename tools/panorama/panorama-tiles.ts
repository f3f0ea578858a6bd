import { join } from 'node:path';
import { AssetError } from '#core/errors';
import { PANORAMA_TILE_PX, type PanoramaLevel, panoramaLevels } from '#core/panorama/tile-grid';
import { writeFolderAtomic } from '../io/atomic';
import { fileFacts, listFolder, pathExists, readBytes, removePath, writeInto } from '../io/files';
import { decodePicture, encodeRegionWebp, type RawPicture, resizePicture } from '../io/picture';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { builtDir, findMaster, type PanoramaMaster } from './panorama-files';
import { ensurePanoramaPreview } from './panorama-preview';
import { seamPadding, wrapColumns } from './wrap-columns';

export interface TilingOutcome {
  readonly id: string;
  readonly hash8: string;
  readonly levels: readonly PanoramaLevel[];
  /** Tiles written by this call; 0 where all were there. */
  readonly tilesWritten: number;
}

/** 80 at effort 4 looks like the master at arm's length; measured in the commit that set it. */
const TILE_WEBP = { quality: 80, effort: 4 };
/** Encoders at work at once: more than the cores only costs memory. */
const TILES_AT_ONCE = 4;
const TORN_AFTER_MS = 3_600_000;

/** Work under way by built folder: two requests for one panorama share it. */
const underWay = new Map<string, Promise<TilingOutcome>>();

/**
 * Builds what is missing of a panorama: preview, thumbnail and every level of tiles. A level is a
 * folder that appears whole, so a run that was killed goes on where it stopped.
 *
 * @throws AssetError about the master; `panorama-not-equirectangular` where it is not 2:1
 */
export async function ensurePanoramaTiles(
  rootDir: string,
  id: string,
  progress: Progress = SILENT_PROGRESS,
  signal?: AbortSignal,
): Promise<TilingOutcome> {
  const master = await findMaster(rootDir, id);
  const folder = builtDir(rootDir, id, master);
  const running = underWay.get(folder);
  if (running !== undefined) return running;
  const work = buildTiles(rootDir, id, master, progress, signal).finally(() =>
    underWay.delete(folder),
  );
  underWay.set(folder, work);
  return work;
}

/** Removes what was built from a panorama's master, so that it is built anew. */
export async function removePanoramaTiles(rootDir: string, id: string): Promise<void> {
  await removePath(builtDir(rootDir, id, await findMaster(rootDir, id)));
}

/** Whether every level of a panorama is there. */
export async function hasPanoramaTiles(rootDir: string, id: string): Promise<boolean> {
  const master = await findMaster(rootDir, id);
  return (await missingLevels(builtDir(rootDir, id, master), levelsOf(master, id))).length === 0;
}

async function buildTiles(
  rootDir: string,
  id: string,
  master: PanoramaMaster,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<TilingOutcome> {
  const levels = levelsOf(master, id);
  await ensurePanoramaPreview(rootDir, id);
  const folder = builtDir(rootDir, id, master);
  await removeTornParts(folder);
  const missing = await missingLevels(folder, levels);
  if (missing.length === 0) return { id, hash8: master.hash8, levels, tilesWritten: 0 };
  const total = missing.reduce((sum, index) => sum + tileCount(levels[index]), 0);
  const label = `panorama ${id}`;
  let done = 0;
  progress.report(label, 0, total);
  // From fine to coarse: each level is scaled from the one above it, far cheaper than from the
  // master and as sharp, since every step halves.
  let sphere = await decodePicture(await readBytes(master.path), master.path);
  for (const [index, level] of [...levels.entries()].reverse()) {
    sphere = await scaleSphere(sphere, level.widthPx);
    if (!missing.includes(index)) continue;
    await writeLevel(join(folder, String(index)), sphere, level, signal, () => {
      progress.report(label, ++done, total);
    });
  }
  return { id, hash8: master.hash8, levels, tilesWritten: total };
}

/** Removes what a killed run left beside; nobody works an hour on one level. */
async function removeTornParts(folder: string): Promise<void> {
  for (const { name } of await listFolder(folder)) {
    if (!/^\..*\.(part|old)$/.test(name)) continue;
    const facts = await fileFacts(join(folder, name));
    if (facts !== undefined && Date.now() - facts.modifiedMs > TORN_AFTER_MS) {
      await removePath(join(folder, name));
    }
  }
}

/** A level's folder, whole or not at all. */
async function writeLevel(
  folder: string,
  picture: RawPicture,
  level: PanoramaLevel,
  signal: AbortSignal | undefined,
  onTile: () => void,
): Promise<void> {
  await writeFolderAtomic(folder, async (inside) => {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < tileCount(level)) {
        signal?.throwIfAborted();
        const tile = next++;
        const col = tile % level.cols;
        const row = Math.floor(tile / level.cols);
        const region = {
          left: col * PANORAMA_TILE_PX,
          top: row * PANORAMA_TILE_PX,
          width: PANORAMA_TILE_PX,
          height: PANORAMA_TILE_PX,
        };
        const bytes = await encodeRegionWebp(picture, region, TILE_WEBP);
        await writeInto(join(inside, `${col}_${row}.webp`), bytes);
        onTile();
      }
    };
    // All of them have to stop before the folder is swept away, or the last one brings it back.
    const outcomes = await Promise.allSettled(Array.from({ length: TILES_AT_ONCE }, worker));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  });
}

/** Scales a full sphere without a line at its seam. */
async function scaleSphere(sphere: RawPicture, widthPx: number): Promise<RawPicture> {
  if (sphere.widthPx === widthPx) return sphere;
  const pad = seamPadding(sphere.widthPx, widthPx);
  const wide = wrapColumns(sphere, pad.sourcePx);
  const scaled = await resizePicture(wide, widthPx + 2 * pad.levelPx, widthPx / 2);
  return cutColumns(scaled, pad.levelPx, widthPx);
}

/** Columns `leftPx` to `leftPx + widthPx` of a picture. */
function cutColumns(picture: RawPicture, leftPx: number, widthPx: number): RawPicture {
  const { data, heightPx, channels } = picture;
  const out = new Uint8Array(widthPx * heightPx * channels);
  for (let y = 0; y < heightPx; y++) {
    const at = (y * picture.widthPx + leftPx) * channels;
    out.set(data.subarray(at, at + widthPx * channels), y * widthPx * channels);
  }
  return { data: out, widthPx, heightPx, channels };
}

async function missingLevels(
  folder: string,
  levels: readonly PanoramaLevel[],
): Promise<readonly number[]> {
  const isThere = await Promise.all(
    levels.map((_, index) => pathExists(join(folder, String(index)))),
  );
  return levels.flatMap((_, index) => (isThere[index] === true ? [] : [index]));
}

function tileCount(level: PanoramaLevel | undefined): number {
  return level === undefined ? 0 : level.cols * level.rows;
}

function levelsOf(master: PanoramaMaster, id: string): readonly PanoramaLevel[] {
  const { widthPx, heightPx } = master;
  if (widthPx !== heightPx * 2 || widthPx < 2 * PANORAMA_TILE_PX) {
    throw new AssetError('panorama-not-equirectangular', {
      file: `panoramas/${id}`,
      expected: 'a master picture twice as wide as high, at least 1024 x 512',
      found: `${widthPx} x ${heightPx}`,
      fix: 'Add the picture with arc panorama add, which completes a crop that says what it is.',
    });
  }
  return panoramaLevels(widthPx);
}
