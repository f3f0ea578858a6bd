import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { TileRange } from '#core/tiles/geographic-tiling';
import {
  LAST_REGULAR_LEVEL,
  MESH_OPTIMIZE_DEFAULT,
  type MeshOptimize,
} from '#core/tiles/terrain-mesh';
import type { Progress } from '../io/progress';
import { writeJsonFile } from '../io/tile-files';
import { type Shard, type TileSetWork, writeTileSet } from '../io/tile-set';
import { runInWorkers } from '../io/worker-pool';
import { pyramidOfField } from './build-pyramid';
import { type ErrorBudget, maxErrorOfLevelM } from './error-budget';
import { geoidGridOver } from './geoid-grid';
import { groundOver, type VerticalDatum } from './ground';
import type { HeightField } from './height-field';
import type { PostPyramid } from './post-pyramid';
import { jobsOfShard, openJobs, type TerrainJob, terrainJobs } from './terrain-jobs';
import { layerJson, terrainPlan, tileCount } from './terrain-plan';
import type { TileWorkerResult, TileWorkerSetup } from './tile-worker';
import type { WaterShapes } from './water/water-shapes';

/** How {@link buildTerrain} builds. */
export interface BuildTerrainOptions {
  readonly id: string;
  /** Folder that will hold the tiles. */
  readonly outDir: string;
  readonly maxLevel: number;
  /** What the heights of the field stand on. */
  readonly vertical: VerticalDatum;
  /** Error allowed in a tile, as a share of the geometric error that Cesium assumes for its level. */
  readonly errorRatio: number;
  /** Error allowed in tiles of single levels, metres; the ratio holds for the others. */
  readonly levelErrorsM?: Readonly<Record<number, number>>;
  /** What the meshes are made small in. */
  readonly optimize?: MeshOptimize;
  /** Width of the belt around the data in which the ground falls to sea level. */
  readonly blendDeg: number;
  /** Lakes and rivers for the water mask; without them there is none. */
  readonly water?: WaterShapes;
  /** Tiles lie packed on the disk, under the same names. */
  readonly isGzipped?: boolean;
  /** Builds only this share of the tiles. */
  readonly shard?: Shard;
  readonly attribution: string;
  /** Names what the tiles were made from: same hash, same bytes. */
  readonly contentHash: string;
  /** Forgets what a stopped run before has left. */
  readonly isFresh?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

/** Values of {@link BuildTerrainOptions} that fit most builds. */
export const BUILD_TERRAIN_DEFAULTS = {
  vertical: 'egm96',
  errorRatio: 0.25,
  blendDeg: 0.75,
} as const satisfies Partial<BuildTerrainOptions>;

/** What was built. */
export interface TerrainReport {
  /** Tiles of the set, or of the share. */
  readonly tiles: number;
  readonly bytes: number;
  readonly maxLevel: number;
  /** Tiles among them that a stopped run had left. */
  readonly resumedTiles?: number;
}

/** Gives the heights in all resolutions; what it needs on disk goes to the folder given. */
export type LoadPyramid = (scratchDir: string) => Promise<PostPyramid>;

/**
 * Builds a quantized-mesh tile set from a height field and puts it in place whole.
 *
 * @throws AssetError as {@link buildTerrainFrom}
 */
export async function buildTerrain(
  field: HeightField,
  options: BuildTerrainOptions,
): Promise<TerrainReport> {
  return buildTerrainFrom(async () => pyramidOfField(field), field.boxDeg, options);
}

/**
 * Builds a quantized-mesh tile set and puts it in place whole; a run that was stopped is gone on
 * with. The bytes depend neither on threads nor on stops nor on shares.
 *
 * @param boxDeg - of the heights; its east may lie beyond 180
 * @throws AssetError `output-not-a-tile-set` if `outDir` holds something else, `build-running`
 */
export async function buildTerrainFrom(
  loadPyramid: LoadPyramid,
  boxDeg: GeoBoxDeg,
  options: BuildTerrainOptions,
): Promise<TerrainReport> {
  const { id, contentHash, maxLevel, shard } = options;
  const ranges = terrainPlan(boxDeg, options.blendDeg, maxLevel);
  const jobs = jobsOfShard(terrainJobs(ranges), shard);
  const marker = { kind: 'terrain', id, contentHash } as const;
  const fill = async (work: TileSetWork): Promise<TerrainReport> => {
    const before = openJobs(jobs, work);
    const report = { tiles: before.tiles, bytes: before.bytes, maxLevel };
    if (before.open.length > 0) {
      const total = tileCount(jobs.map(({ range }) => range));
      const pyramid = await loadPyramid(work.scratchDir);
      await buildTiles(pyramid, before.open, options, work, ({ tiles, bytes }) => {
        report.tiles += tiles;
        report.bytes += bytes;
        options.progress?.report(`terrain ${id}`, report.tiles, total);
      });
    }
    await writeJsonFile(work.folder, 'layer.json', layerOf(ranges, boxDeg, options));
    return before.tiles > 0 ? { ...report, resumedTiles: before.tiles } : report;
  };
  return writeTileSet(options.outDir, marker, fill, { shard, isFresh: options.isFresh === true });
}

async function buildTiles(
  pyramid: PostPyramid,
  jobs: readonly TerrainJob[],
  options: BuildTerrainOptions,
  work: TileSetWork,
  onResult: (result: TileWorkerResult) => void,
): Promise<void> {
  const { vertical, blendDeg, water } = options;
  const setup: TileWorkerSetup = {
    ground: groundOver(pyramid, { vertical, blendDeg, geoid: geoidGridOver(pyramid) }),
    folder: work.folder,
    budget: budgetOf(options),
    optimize: options.optimize ?? MESH_OPTIMIZE_DEFAULT,
    isGzipped: options.isGzipped === true,
    ...(water && { water }),
  };
  const script = new URL('./tile-worker.ts', import.meta.url);
  await runInWorkers<TerrainJob, TileWorkerResult>(script, setup, jobs, {
    ...(options.signal && { signal: options.signal }),
    ...(options.threads && { threads: options.threads }),
    onResult: (result) => {
      const { job, tiles, bytes, digest } = result;
      work.journal.add({ job, tiles, bytes, digest });
      onResult(result);
    },
  });
}

function budgetOf({ errorRatio, levelErrorsM }: BuildTerrainOptions): ErrorBudget {
  return { ratio: errorRatio, ...(levelErrorsM && { levelsM: levelErrorsM }) };
}

function layerOf(ranges: readonly TileRange[], boxDeg: GeoBoxDeg, options: BuildTerrainOptions) {
  return layerJson(ranges, {
    name: options.id,
    attribution: options.attribution,
    version: options.contentHash.slice(0, 8),
    dataBoxDeg: boxDeg,
    hasWaterMask: options.water !== undefined,
    maxErrorsM: Array.from({ length: options.maxLevel + 1 }, (_, z) =>
      z <= LAST_REGULAR_LEVEL ? null : Number(maxErrorOfLevelM(budgetOf(options), z).toFixed(3)),
    ),
  });
}
