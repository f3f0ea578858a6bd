import { join } from 'node:path';
import type { Progress } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import { readSketchFacts } from '../terrain/sketch/facts';
import { sketchHash, sketchHeightField } from '../terrain/sketch-height-field';
import { tileSetCredit } from '../terrain/tile-set-credit';
import { buildImagery, type ImageryReport } from './build-imagery';
import { sketchMasks } from './sketch-masks';
import { sketchWater } from './sketch-water';

/** Id of the relief picture that ships with the project. */
export const SKETCH_RELIEF_ID = 'nw-sketch-relief';

/** About 150 m per pixel: half the spacing of the sketch's posts. */
export const SKETCH_RELIEF_LEVEL = 8;

/** Code that decides a picture tile's bytes. */
export const IMAGERY_CODE_FOLDERS = ['tools/imagery', 'tools/terrain', 'viewer/core/tiles'];

/** How {@link buildSketchRelief} paints. */
export interface BuildSketchReliefOptions {
  readonly id?: string;
  readonly outDir?: string;
  readonly maxLevel?: number;
  readonly isForced?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Paints the sketch's relief picture if it is missing or made from other facts or code.
 *
 * @param rootDir - root of the project; the tiles go to tilesets/nw-sketch-relief
 */
export async function ensureSketchRelief(rootDir: string, progress: Progress): Promise<void> {
  await buildSketchRelief(rootDir, progress);
}

/**
 * Paints the sketch's relief picture.
 *
 * @returns the report; `tiles` is 0 if the same picture stood there already
 */
export async function buildSketchRelief(
  rootDir: string,
  progress: Progress,
  options: BuildSketchReliefOptions = {},
): Promise<ImageryReport> {
  const id = options.id ?? SKETCH_RELIEF_ID;
  const outDir = options.outDir ?? join(rootDir, 'tilesets', id);
  const maxLevel = options.maxLevel ?? SKETCH_RELIEF_LEVEL;
  const credit = await tileSetCredit(rootDir, SKETCH_RELIEF_ID);
  const code = await foldersHash(ROOT_DIR, IMAGERY_CODE_FOLDERS, '.ts');
  const parts = [await sketchHash(rootDir), code, id, maxLevel, credit];
  const contentHash = textHash(JSON.stringify(parts));
  if (!options.isForced && (await isTileSetCurrent(outDir, contentHash))) {
    return { tiles: 0, bytes: 0, maxLevel };
  }
  const field = await sketchHeightField(rootDir, progress);
  const facts = await readSketchFacts(rootDir);
  return buildImagery(field, {
    id,
    outDir,
    maxLevel,
    credit,
    contentHash,
    masks: sketchMasks(facts),
    water: sketchWater(facts),
    progress,
    ...(options.signal && { signal: options.signal }),
  });
}
