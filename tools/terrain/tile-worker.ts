import { levelGeometricErrorM } from '#core/tiles/geographic-tiling';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import { type TileId, tilePath } from '#core/tiles/tile-id';
import { writeTileFile } from '../io/tile-files';
import { serveJobs } from '../io/worker-pool';
import { type Ground, groundOfLevel } from './ground';

/** What a thread that makes terrain tiles is told once. */
export interface TileWorkerSetup {
  readonly ground: Ground;
  readonly folder: string;
  /** Error allowed in a tile, as a share of the geometric error of its level. */
  readonly errorRatio: number;
}

/** What became of some tiles. */
export interface TileWorkerResult {
  readonly tiles: number;
  readonly bytes: number;
}

serveJobs(
  (setup: TileWorkerSetup) =>
    async (tiles: readonly TileId[]): Promise<TileWorkerResult> => {
      let bytes = 0;
      for (const tile of tiles) {
        const maxErrorM = setup.errorRatio * levelGeometricErrorM(tile.z);
        const mesh = buildTerrainMesh(tile, groundOfLevel(setup.ground, tile.z), maxErrorM);
        const data = encodeQuantizedMesh(mesh);
        await writeTileFile(setup.folder, `${tilePath(tile)}.terrain`, data);
        bytes += data.length;
      }
      return { tiles: tiles.length, bytes };
    },
);
