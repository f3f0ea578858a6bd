import { join } from 'node:path';
import type { Progress } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import { TERRAIN_CODE_FOLDERS } from './build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS, buildTerrain, type TerrainReport } from './build-terrain';
import { sketchHash, sketchHeightField } from './sketch-height-field';
import { tileSetCredit } from './tile-set-credit';

/** Id of the terrain that ships with the project. */
export const SKETCH_TERRAIN_ID = 'nw-sketch';

/** Posts of level 10 are as close as those of the sketch relief. */
export const SKETCH_TERRAIN_LEVEL = 10;

/** How {@link buildSketchTerrain} builds. */
export interface BuildSketchTerrainOptions {
  readonly id?: string;
  readonly outDir?: string;
  readonly maxLevel?: number;
  readonly errorRatio?: number;
  readonly isForced?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Builds the sketch terrain if it is missing or made from other facts or code.
 *
 * @param rootDir - root of the project; the tiles go to tilesets/nw-sketch
 */
export async function ensureSketchTerrain(rootDir: string, progress: Progress): Promise<void> {
  await buildSketchTerrain(rootDir, progress);
}

/**
 * Builds the sketch terrain.
 *
 * @returns the report; `tiles` is 0 if the same set stood there already
 */
export async function buildSketchTerrain(
  rootDir: string,
  progress: Progress,
  options: BuildSketchTerrainOptions = {},
): Promise<TerrainReport> {
  const id = options.id ?? SKETCH_TERRAIN_ID;
  const outDir = options.outDir ?? join(rootDir, 'tilesets', id);
  const maxLevel = options.maxLevel ?? SKETCH_TERRAIN_LEVEL;
  const errorRatio = options.errorRatio ?? BUILD_TERRAIN_DEFAULTS.errorRatio;
  const attribution = await tileSetCredit(rootDir, SKETCH_TERRAIN_ID);
  const code = await foldersHash(ROOT_DIR, TERRAIN_CODE_FOLDERS, '.ts');
  const parts = [await sketchHash(rootDir), code, id, maxLevel, errorRatio, attribution];
  const contentHash = textHash(JSON.stringify(parts));
  if (!options.isForced && (await isTileSetCurrent(outDir, contentHash))) {
    return { tiles: 0, bytes: 0, maxLevel };
  }
  const field = await sketchHeightField(rootDir, progress);
  return buildTerrain(field, {
    ...BUILD_TERRAIN_DEFAULTS,
    id,
    outDir,
    maxLevel,
    errorRatio,
    attribution,
    contentHash,
    progress,
    ...(options.signal && { signal: options.signal }),
  });
}
