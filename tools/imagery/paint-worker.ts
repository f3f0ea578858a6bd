import { type TileId, tilePath } from '#core/tiles/tile-id';
import { writeTileFile } from '../io/tile-files';
import { encodeOnOneThread, encodeWebpTile } from '../io/tile-image';
import { serveJobs } from '../io/worker-pool';
import type { Water } from './draw-water';
import type { PaintFields } from './paint-fields';
import { paintTile } from './paint-tile';
import { PICTURE_TILE_PX, tileLayers } from './tile-layers';

/** What a thread that paints tiles is told once. */
export interface PaintWorkerSetup {
  readonly fields: PaintFields;
  readonly water: Water;
  readonly folder: string;
}

/** What became of one tile. */
export interface PaintWorkerResult {
  readonly bytes: number;
}

serveJobs((setup: PaintWorkerSetup) => {
  encodeOnOneThread();
  return async (tile: TileId): Promise<PaintWorkerResult> => {
    const rgba = paintTile(tileLayers(tile, setup.fields, setup.water));
    const data = await encodeWebpTile(rgba, PICTURE_TILE_PX);
    await writeTileFile(setup.folder, `${tilePath(tile)}.webp`, data);
    return { bytes: data.length };
  };
});
