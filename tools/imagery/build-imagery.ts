import { geographicTilesCovering, tilesInRange } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { writeJsonFile } from '../io/tile-files';
import { writeTileSet } from '../io/tile-set';
import { runInWorkers } from '../io/worker-pool';
import type { HeightField } from '../terrain/height-field';
import type { Water } from './draw-water';
import { type LandMasks, paintFields } from './paint-fields';
import type { PaintWorkerResult, PaintWorkerSetup } from './paint-worker';
import { PICTURE_TILE_PX } from './tile-layers';

/** How {@link buildImagery} paints. */
export interface BuildImageryOptions {
  readonly id: string;
  /** Folder that will hold the tiles. */
  readonly outDir: string;
  readonly maxLevel: number;
  readonly credit: string;
  /** Names what the picture was made from: same hash, same bytes. */
  readonly contentHash: string;
  readonly masks?: LandMasks;
  readonly water?: Water;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

/** What was painted. */
export interface ImageryReport {
  readonly tiles: number;
  readonly bytes: number;
  readonly maxLevel: number;
}

/**
 * Paints the relief picture of a height field and puts its tiles in place whole: geographic
 * tiling, TMS, 512 px WebP whose alpha fades out at the edge of the data.
 *
 * @throws AssetError `output-not-a-tile-set` if `outDir` holds something else
 */
export async function buildImagery(
  field: HeightField,
  options: BuildImageryOptions,
): Promise<ImageryReport> {
  const { progress = SILENT_PROGRESS, maxLevel } = options;
  const fields = paintFields(field, options.masks);
  const tiles: TileId[] = [];
  for (let z = maxLevel; z >= 0; z--) {
    tiles.push(...tilesInRange(geographicTilesCovering(field.boxDeg, z)));
  }
  const marker = { kind: 'imagery', id: options.id, contentHash: options.contentHash } as const;
  return writeTileSet(options.outDir, marker, async (folder) => {
    let done = 0;
    let bytes = 0;
    const water = options.water ?? { lines: [], lakes: [] };
    const setup: PaintWorkerSetup = { fields, water, folder };
    const script = new URL('./paint-worker.ts', import.meta.url);
    await runInWorkers<TileId, PaintWorkerResult>(script, setup, tiles, {
      ...(options.signal && { signal: options.signal }),
      ...(options.threads && { threads: options.threads }),
      onResult: (result) => {
        done++;
        bytes += result.bytes;
        progress.report(`relief ${options.id}`, done, tiles.length);
      },
    });
    await writeJsonFile(folder, 'imagery.json', imageryJson(field, options));
    return { tiles: done, bytes, maxLevel };
  });
}

/** What the viewer reads before it asks for tiles. */
function imageryJson(field: HeightField, options: BuildImageryOptions): unknown {
  const { westDeg, southDeg, eastDeg, northDeg } = field.boxDeg;
  return {
    formatVersion: 1,
    scheme: 'tms',
    tilePx: PICTURE_TILE_PX,
    boundsDeg: { westDeg, southDeg, eastDeg, northDeg },
    minLevel: 0,
    maxLevel: options.maxLevel,
    hasAlpha: true,
    credit: options.credit,
    version: options.contentHash.slice(0, 8),
  };
}
