import { tilesInRange } from '#core/tiles/geographic-tiling';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh, type MeshOptimize } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { gzipTile, TileWriter } from '../io/tile-bytes';
import { serveJobs } from '../io/worker-pool';
import { type ErrorBudget, maxErrorOfLevelM } from './error-budget';
import { type Ground, GroundReader } from './ground';
import { type TerrainJob, terrainPath } from './terrain-jobs';
import { rasterWaterMask } from './water/water-mask';
import type { WaterShapes } from './water/water-shapes';

/** What a thread that makes terrain tiles is told once. */
export interface TileWorkerSetup {
  readonly ground: Ground;
  readonly folder: string;
  readonly budget: ErrorBudget;
  readonly optimize: MeshOptimize;
  readonly isGzipped: boolean;
  /** Lakes and rivers; without them tiles have no water mask. */
  readonly water?: WaterShapes;
}

/** What became of a job. */
export interface TileWorkerResult {
  readonly job: number;
  readonly tiles: number;
  readonly bytes: number;
  readonly digest: string;
}

serveJobs((setup: TileWorkerSetup) => {
  const ground = new GroundReader(setup.ground);
  return (job: TerrainJob): TileWorkerResult => {
    const writer = new TileWriter(setup.folder);
    const tiles = tilesInRange(job.range);
    const groundOfLevel = ground.ofLevel(job.range.z);
    const maxErrorM = maxErrorOfLevelM(setup.budget, job.range.z);
    for (const tile of tiles) {
      const mesh = buildTerrainMesh(tile, groundOfLevel, maxErrorM, setup.optimize);
      const data = encodeQuantizedMesh(withWater(mesh, tile, setup.water));
      writer.write(terrainPath(tile), setup.isGzipped ? gzipTile(data) : data);
    }
    const { bytes } = writer;
    return { job: job.number, tiles: tiles.length, bytes, digest: writer.digest() };
  };
});

function withWater(mesh: QuantizedMesh, tile: TileId, water: WaterShapes | undefined) {
  return water === undefined ? mesh : { ...mesh, waterMask: rasterWaterMask(water, tile) };
}
