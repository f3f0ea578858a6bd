import { join } from 'node:path';
import type { Progress } from '../io/progress';
import { textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import {
  BUILD_TERRAIN_DEFAULTS,
  type BuildTerrainOptions,
  buildTerrain,
  type TerrainReport,
} from './build-terrain';
import { readSketchFacts } from './sketch/facts';
import { sketchHash, sketchHeightField } from './sketch-height-field';
import { terrainCodeHash } from './terrain-code';
import { tileSetCredit } from './tile-set-credit';
import { sketchWaterShapes } from './water/sketch-shapes';

/** Id of the terrain that ships with the project. */
export const SKETCH_TERRAIN_ID = 'nw-sketch';

/**
 * Posts of level 10 are 10 arc-seconds apart, as those on which the sketch's streams were cut. Its
 * own are 5, but level 11 is 2.5 times the bytes and three times the work.
 */
export const SKETCH_TERRAIN_LEVEL = 10;

/** How {@link buildSketchTerrain} builds. */
export interface BuildSketchTerrainOptions
  extends Pick<
    BuildTerrainOptions,
    'levelErrorsM' | 'optimize' | 'isGzipped' | 'shard' | 'signal' | 'threads'
  > {
  readonly id?: string;
  readonly outDir?: string;
  readonly maxLevel?: number;
  readonly errorRatio?: number;
  readonly isForced?: boolean;
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
  const { levelErrorsM, optimize, isGzipped } = options;
  const settings = { id, maxLevel, errorRatio, levelErrorsM, optimize, isGzipped, attribution };
  const parts = [await sketchHash(rootDir), await terrainCodeHash(), settings];
  const contentHash = textHash(JSON.stringify(parts));
  if (!options.isForced && (await isTileSetCurrent(outDir, contentHash, options.shard))) {
    return { tiles: 0, bytes: 0, maxLevel };
  }
  const field = await sketchHeightField(rootDir, progress);
  return buildTerrain(field, {
    ...BUILD_TERRAIN_DEFAULTS,
    ...options,
    water: sketchWaterShapes(await readSketchFacts(rootDir)),
    isFresh: options.isForced === true,
    id,
    outDir,
    maxLevel,
    errorRatio,
    attribution,
    contentHash,
    progress,
  });
}
