import { join } from 'node:path';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh, HEIGHT_STEP_SHARE } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { GroundHeight } from '#core/tiles/tile-posts';
import { removePath } from '../../io/files';
import { makeTempFolder } from '../../io/temp-folder';
import { BUILD_TERRAIN_DEFAULTS, buildTerrain } from '../build-terrain';
import type { HeightField } from '../height-field';
import { regularMesh } from './regular-mesh';

/** Milliseconds of processor time for a tile, meshed and encoded; medians of rounds in turn. */
export interface TileTimes {
  readonly bytesMs: number;
  readonly trianglesMs: number;
  readonly gridMs: number;
}

const ROUNDS = 5;

/** Times both ways beside a plain grid of 65 posts, in turn, so that a busy machine hits all alike. */
export function timeTiles(
  tiles: readonly TileId[],
  ground: GroundHeight,
  maxErrorM: number,
): TileTimes {
  const round = {
    bytes: (tile: TileId) => buildTerrainMesh(tile, ground, maxErrorM, 'bytes'),
    triangles: (tile: TileId) => buildTerrainMesh(tile, ground, maxErrorM, 'triangles'),
    grid: (tile: TileId) =>
      regularMesh(tile, ground, 65, { heightStepM: HEIGHT_STEP_SHARE * maxErrorM }),
  };
  const times = { bytes: [] as number[], triangles: [] as number[], grid: [] as number[] };
  for (let i = 0; i <= ROUNDS; i++) {
    for (const kind of ['bytes', 'triangles', 'grid'] as const) {
      const before = process.cpuUsage();
      for (const tile of tiles) encodeQuantizedMesh(round[kind](tile));
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (i > 0) times[kind].push((user + system) / 1000 / tiles.length);
    }
  }
  return {
    bytesMs: median(times.bytes),
    trianglesMs: median(times.triangles),
    gridMs: median(times.grid),
  };
}

/** What a build took: by the clock, and of all threads' processor time together. */
export interface BuildSeconds {
  readonly wall: number;
  readonly processor: number;
}

/** The builder with one thread and with two. */
export interface ThreadTimes {
  readonly tiles: number;
  readonly one: BuildSeconds;
  readonly two: BuildSeconds;
}

/**
 * Builds the same set with one thread and two, in turn, files written and all; the quickest of
 * each counts. Only a quiet machine has two cores to give.
 */
export async function timeThreads(field: HeightField, maxLevel: number): Promise<ThreadTimes> {
  const folder = await makeTempFolder('terrain-bench');
  const found: Record<1 | 2, BuildSeconds> = {
    1: { wall: Infinity, processor: Infinity },
    2: { wall: Infinity, processor: Infinity },
  };
  let tiles = 0;
  try {
    for (let i = 0; i < THREAD_ROUNDS; i++) {
      for (const threads of [1, 2] as const) {
        const outDir = join(folder, `${threads}-${i}`);
        const started = performance.now();
        const before = process.cpuUsage();
        const options = { ...BUILD_TERRAIN_DEFAULTS, ...BUILD, outDir, maxLevel, threads };
        tiles = (await buildTerrain(field, options)).tiles;
        const { user, system } = process.cpuUsage(before);
        found[threads] = {
          wall: Math.min(found[threads].wall, (performance.now() - started) / 1000),
          processor: Math.min(found[threads].processor, (user + system) / 1e6),
        };
        await removePath(outDir);
      }
    }
  } finally {
    await removePath(folder);
  }
  return { tiles, one: found[1], two: found[2] };
}

const THREAD_ROUNDS = 2;

const BUILD = { id: 'bench', attribution: 'bench', contentHash: '0123456789abcdef' };

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
