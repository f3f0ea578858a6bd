import { tilesInRange } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { writeJsonFile } from '../io/tile-files';
import { writeTileSet } from '../io/tile-set';
import { runInWorkers } from '../io/worker-pool';
import { fieldPyramid } from './field-pyramid';
import { geoidGridOver } from './geoid-grid';
import type { Ground } from './ground';
import type { HeightField } from './height-field';
import { layerJson, terrainPlan, tileCount } from './terrain-plan';
import type { TileWorkerResult, TileWorkerSetup } from './tile-worker';

/** How {@link buildTerrain} builds. */
export interface BuildTerrainOptions {
  readonly id: string;
  /** Folder that will hold the tiles. */
  readonly outDir: string;
  readonly maxLevel: number;
  /** What the heights of the field stand on. */
  readonly vertical: 'egm96' | 'ellipsoid';
  /** Error allowed in a tile, as a share of the geometric error that Cesium assumes for its level. */
  readonly errorRatio: number;
  /** Width of the belt around the data in which the ground falls to sea level. */
  readonly blendDeg: number;
  readonly attribution: string;
  /** Names what the tiles were made from: same hash, same bytes. */
  readonly contentHash: string;
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
  readonly tiles: number;
  readonly bytes: number;
  readonly maxLevel: number;
}

/** Tiles that a thread makes before it reports. */
const TILES_PER_JOB = 24;

/**
 * Builds a quantized-mesh tile set from a height field and puts it in place whole.
 *
 * @throws AssetError `output-not-a-tile-set` if `outDir` holds something else
 */
export async function buildTerrain(
  field: HeightField,
  options: BuildTerrainOptions,
): Promise<TerrainReport> {
  const { progress = SILENT_PROGRESS, blendDeg, maxLevel } = options;
  const ground: Ground = {
    pyramid: fieldPyramid(field),
    vertical: options.vertical,
    geoid: geoidGridOver(field.boxDeg),
    blendDeg,
  };
  const ranges = terrainPlan(field.boxDeg, blendDeg, maxLevel);
  const total = tileCount(ranges);
  const marker = { kind: 'terrain', id: options.id, contentHash: options.contentHash } as const;
  return writeTileSet(options.outDir, marker, async (folder) => {
    let tiles = 0;
    let bytes = 0;
    const setup: TileWorkerSetup = { ground, folder, errorRatio: options.errorRatio };
    await runInWorkers<readonly TileId[], TileWorkerResult>(
      new URL('./tile-worker.ts', import.meta.url),
      setup,
      jobsOf(ranges.flatMap(tilesInRange)),
      {
        ...(options.signal && { signal: options.signal }),
        ...(options.threads && { threads: options.threads }),
        onResult: (result) => {
          tiles += result.tiles;
          bytes += result.bytes;
          progress.report(`terrain ${options.id}`, tiles, total);
        },
      },
    );
    const layer = layerJson(ranges, {
      name: options.id,
      attribution: options.attribution,
      version: options.contentHash.slice(0, 8),
      dataBoxDeg: field.boxDeg,
    });
    await writeJsonFile(folder, 'layer.json', layer);
    return { tiles, bytes, maxLevel };
  });
}

function jobsOf(tiles: readonly TileId[]): readonly (readonly TileId[])[] {
  const jobs: TileId[][] = [];
  for (let at = 0; at < tiles.length; at += TILES_PER_JOB) {
    jobs.push(tiles.slice(at, at + TILES_PER_JOB));
  }
  return jobs;
}
