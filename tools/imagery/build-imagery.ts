import { type TileId, tilePath } from '#core/tiles/tile-id';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { openResumableSet } from '../io/resumable-set';
import { writeJsonFile } from '../io/tile-files';
import { runInWorkers } from '../io/worker-pool';
import type { PaintWorkerResult, PaintWorkerSetup } from './paint-worker';
import {
  DESCRIPTION_FILE,
  pictureDescription,
  readPictureDescription,
} from './picture-description';
import { type PicturePlan, plannedTiles, type Shard } from './picture-plan';

/** How {@link buildImagery} paints. */
export interface BuildImageryOptions {
  /** Folder that will hold the tiles. */
  readonly outDir: string;
  readonly maxLevel: number;
  /** Paints only this share of the tiles; the shares' folders are merged by copying. */
  readonly shard?: Shard;
  /** Paints even what is there already. */
  readonly isForced?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

/** What was painted. */
export interface ImageryReport {
  /** Tiles painted now; 0 if all were there already. */
  readonly tiles: number;
  readonly bytes: number;
  readonly maxLevel: number;
}

/** The script that every painting thread runs. */
export const PAINT_SCRIPT = new URL('./paint-worker.ts', import.meta.url);

/**
 * Paints what is missing of a relief picture: geographic tiling, TMS, 512 px WebP whose alpha fades
 * out at the edge of the data. A set of the same content is completed where it lies, down to any
 * level; one of other content is replaced when its successor is whole. What was painted before an
 * interruption is kept and taken up by the next run.
 *
 * @throws AssetError `output-not-a-tile-set` if `outDir` holds something else
 */
export async function buildImagery(
  plan: PicturePlan,
  options: BuildImageryOptions,
): Promise<ImageryReport> {
  const { progress = SILENT_PROGRESS, maxLevel } = options;
  const marker = { kind: 'imagery', id: plan.id, contentHash: plan.contentHash } as const;
  const set = await openResumableSet(options.outDir, marker, options.isForced === true);
  const wanted = plannedTiles(plan.boxDeg, maxLevel, options.shard);
  const missing = await set.missing(wanted.map((tile) => `${tilePath(tile)}.webp`));
  const tiles = missing.map((number) => wanted[number]).filter((tile) => tile !== undefined);
  let bytes = 0;
  if (tiles.length > 0) bytes = await paintAll(plan, options, set.folder, tiles, progress);
  const before = await readPictureDescription(set.folder);
  const builtLevel = Math.max(maxLevel, before?.builtLevel ?? 0);
  await writeJsonFile(set.folder, DESCRIPTION_FILE, pictureDescription(plan, builtLevel));
  await set.finish();
  return { tiles: tiles.length, bytes, maxLevel };
}

async function paintAll(
  plan: PicturePlan,
  options: BuildImageryOptions,
  folder: string,
  tiles: readonly TileId[],
  progress: Progress,
): Promise<number> {
  const setup: PaintWorkerSetup = { ...(await plan.load(progress)), folder };
  let done = 0;
  let bytes = 0;
  await runInWorkers<TileId, PaintWorkerResult>(PAINT_SCRIPT, setup, tiles, {
    ...(options.signal && { signal: options.signal }),
    ...(options.threads && { threads: options.threads }),
    onResult: (result) => {
      done++;
      bytes += result.bytes;
      progress.report(`relief ${plan.id}`, done, tiles.length);
    },
  });
  return bytes;
}
