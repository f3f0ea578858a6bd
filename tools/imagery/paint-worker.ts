import { type TileId, tilePath } from '#core/tiles/tile-id';
import { encodeOnOneThread, writeWebpTile } from '../io/tile-image';
import { serveJobs } from '../io/worker-pool';
import { paintTile } from './paint-tile';
import { PICTURE_TILE_PX } from './picture-block';
import type { PaintSetup } from './picture-plan';

/** What a thread that paints tiles is told once. */
export interface PaintWorkerSetup extends PaintSetup {
  readonly folder: string;
}

/** What became of one tile. */
export interface PaintWorkerResult {
  readonly bytes: number;
}

serveJobs((setup: PaintWorkerSetup) => {
  encodeOnOneThread();
  return async (tile: TileId): Promise<PaintWorkerResult> => {
    const rgba = paintTile(tile, setup);
    const path = `${tilePath(tile)}.webp`;
    return { bytes: await writeWebpTile(setup.folder, path, rgba, PICTURE_TILE_PX) };
  };
});
