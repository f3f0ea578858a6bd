import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { PANORAMA_TILE_PX, type PanoramaLevel, panoramaLevels } from '#core/panorama/tile-grid';
import { movePath, pathExists, removePath } from '../io/files';
import { decodeToRows } from '../io/picture-rows';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { blurRows } from './blur-rows';
import { builtDir, findMaster, type PanoramaMaster } from './panorama-files';
import { ensurePanoramaPreview } from './panorama-preview';
import { writePyramid } from './tile-pyramid';
import { leaveWorkFolder, takeWorkFolder } from './work-parts';

export interface TilingOutcome {
  readonly id: string;
  readonly hash8: string;
  readonly levels: readonly PanoramaLevel[];
  /** Tiles written by this call; 0 where all were there. */
  readonly tilesWritten: number;
}

/** Decoded pixels inside a work folder. */
const ROWS_FILE = 'rows.tif';

/** Work under way by built folder: two requests for one panorama share it. */
const underWay = new Map<string, Promise<TilingOutcome>>();

/**
 * Builds what is missing of a panorama: preview, stills and every level of tiles. A level is a
 * folder that appears whole; a run that was stopped or killed is gone on with, tile by tile.
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
  const missing = await missingLevels(folder, levels);
  if (missing.length === 0) return { id, hash8: master.hash8, levels, tilesWritten: 0 };
  const total = missing.reduce((sum, index) => sum + tileCount(levels[index]), 0);
  let done = 0;
  progress.report(`panorama ${id}`, 0, total);
  const work = await takeWorkFolder(folder);
  try {
    await fillWorkFolder(work, id, master, levels, missing, signal, () =>
      progress.report(`panorama ${id}`, ++done, total),
    );
    for (const index of missing) {
      // Somebody else may have been as fast; the tiles are the same.
      await movePath(join(work, String(index)), join(folder, String(index)));
    }
  } catch (error) {
    if (signal?.aborted === true) await leaveWorkFolder(work);
    throw error;
  } finally {
    await removePath(work);
  }
  return { id, hash8: master.hash8, levels, tilesWritten: total };
}

async function fillWorkFolder(
  work: string,
  id: string,
  master: PanoramaMaster,
  levels: readonly PanoramaLevel[],
  wanted: readonly number[],
  signal: AbortSignal | undefined,
  onTile: () => void,
): Promise<void> {
  const finestPx = levels.at(-1)?.widthPx ?? master.widthPx;
  const scaledPx = finestPx === master.widthPx ? undefined : finestPx;
  const file = `panoramas/${id}/${basename(master.path)}`;
  const rows = await decodeToRows(master.path, file, join(work, ROWS_FILE), scaledPx);
  try {
    await blurRows(rows, master.recipe.blurs);
    const { tileFormat } = master.recipe;
    await writePyramid(rows, levels, { folder: work, tileFormat, wanted, signal, onTile });
  } finally {
    await rows.close();
    await removePath(join(work, ROWS_FILE));
  }
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
