import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { TERRAIN_TILE_SEGMENTS } from '#core/tiles/terrain-mesh';
import { demHash } from '../io/dem-hash';
import { SILENT_PROGRESS } from '../io/progress';
import { fileHash, textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import { MEMORY_POSTS_DEFAULT, pyramidOfDems } from './build-pyramid';
import { type BuildTerrainOptions, buildTerrainFrom, type TerrainReport } from './build-terrain';
import { type DemMosaic, type MosaicRequest, openMosaic } from './dem-mosaic';
import type { VerticalDatum } from './ground';
import { gridBox, type PostGrid } from './post-grid';
import { terrainCodeHash } from './terrain-code';
import { verticalDatumOf } from './vertical-datum';
import { readWater } from './water/geojson-water';

/** Posts closer than a third of the data's own add nothing: no level beyond that is made. */
const DEEPEST_USEFUL_LEVEL = 15;

/** Posts are read a little closer than those of the deepest tiles: nothing is read in vain. */
const POSTS_PER_TILE_POST = 1.25;

/** What {@link buildDemTerrain} is asked for. */
export interface BuildDemTerrainOptions
  extends Omit<BuildTerrainOptions, 'maxLevel' | 'contentHash' | 'water' | 'isFresh' | 'vertical'> {
  readonly rootDir: string;
  readonly files: readonly string[];
  readonly maxLevel?: number;
  /** What the heights stand on; by default what the files say, EGM96 where they say nothing. */
  readonly vertical?: VerticalDatum;
  /** The part wanted; its east lies beyond 180 where it crosses the antimeridian. */
  readonly boxDeg?: GeoBoxDeg;
  /** GeoJSON of lakes and rivers for the water mask. */
  readonly waterFile?: string;
  /** Builds even if the same content stands there already. */
  readonly isForced: boolean;
  /** Levels of more posts than this go to files while building. */
  readonly memoryPosts?: number;
}

/**
 * Builds a terrain tile set from elevation models. Memory does not grow with their size.
 *
 * @returns the report; `tiles` is 0 if the same set stood there already
 * @throws AssetError as {@link openMosaic}, `dem-empty`, `dem-vertical-unsupported`,
 *   `dem-vertical-contradiction`, `output-not-a-tile-set`, `build-running`,
 *   `water-missing` or `water-invalid`
 */
export async function buildDemTerrain(options: BuildDemTerrainOptions): Promise<TerrainReport> {
  const { files, maxLevel, boxDeg, progress = SILENT_PROGRESS } = options;
  const finestStepDeg =
    maxLevel === undefined
      ? 0
      : tileSpanDeg(maxLevel) / TERRAIN_TILE_SEGMENTS / POSTS_PER_TILE_POST;
  const request: MosaicRequest = { files, finestStepDeg, ...(boxDeg && { boxDeg }) };
  const mosaic = await openMosaic(request);
  const level = maxLevel ?? deepestUsefulLevel(mosaic.grid);
  const vertical = verticalDatumOf(mosaic.dems, options.vertical);
  const contentHash = await demContentHash({ ...options, vertical }, level);
  if (!options.isForced && (await isTileSetCurrent(options.outDir, contentHash, options.shard))) {
    return { tiles: 0, bytes: 0, maxLevel: level };
  }
  const water = options.waterFile === undefined ? undefined : await readWater(options.waterFile);
  return buildTerrainFrom(
    (scratchDir) => loadPyramid(request, mosaic, scratchDir, options),
    gridBox(mosaic.grid),
    {
      ...options,
      vertical,
      maxLevel: level,
      contentHash,
      progress,
      isFresh: options.isForced,
      ...(water && { water }),
    },
  );
}

function loadPyramid(
  request: MosaicRequest,
  mosaic: DemMosaic,
  scratchDir: string,
  options: BuildDemTerrainOptions,
) {
  const { progress = SILENT_PROGRESS, signal, threads } = options;
  const memoryPosts = options.memoryPosts ?? MEMORY_POSTS_DEFAULT;
  return pyramidOfDems(request, mosaic, { scratchDir, memoryPosts, progress, signal, threads });
}

/** The first level whose posts are about as close as the data's. */
export function deepestUsefulLevel(grid: Pick<PostGrid, 'stepLatDeg'>): number {
  const level = Math.ceil(Math.log2(180 / TERRAIN_TILE_SEGMENTS / grid.stepLatDeg) - 0.2);
  return Math.min(DEEPEST_USEFUL_LEVEL, Math.max(0, level));
}

async function demContentHash(options: BuildDemTerrainOptions, level: number): Promise<string> {
  const files = await Promise.all(options.files.map((file) => demHash(file)));
  const { id, boxDeg, vertical, errorRatio, levelErrorsM, blendDeg, attribution } = options;
  const { optimize, isGzipped, waterFile } = options;
  const water = waterFile === undefined ? undefined : await hashIfThere(waterFile);
  const rest = { id, boxDeg, vertical, errorRatio, levelErrorsM, blendDeg, attribution, level };
  const more = { optimize, isGzipped, water };
  return textHash(JSON.stringify([files, await terrainCodeHash(), rest, more]));
}

/** A missing file is told of by whoever reads it. */
async function hashIfThere(file: string): Promise<string | undefined> {
  return fileHash(file).catch(() => undefined);
}
