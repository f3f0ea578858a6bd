import { loadavg } from 'node:os';
import { beforeAll, bench, describe } from 'vitest';
import {
  geographicTilesCovering,
  levelGeometricErrorM,
  tilesInRange,
} from '#core/tiles/geographic-tiling';
import { buildTerrainMesh, HEIGHT_STEP_SHARE } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { defaultThreads } from '../io/worker-pool';
import { type BenchField, benchField } from './bench/bench-field';
import { type BuildSeconds, timeThreads, timeTiles } from './bench/build-speed';
import { compareMeshes } from './bench/compare-meshes';
import {
  budgetText,
  comparisonText,
  equalErrorText,
  type LevelShare,
} from './bench/comparison-text';
import { compareAtEqualError } from './bench/equal-error';
import { regularMesh } from './bench/regular-mesh';
import { pyramidOfField } from './build-pyramid';
import { BUILD_TERRAIN_DEFAULTS } from './build-terrain';
import { geoidGridOver } from './geoid-grid';
import { GroundReader, groundOver } from './ground';

/** Half the default error, the default, twice and four times as much. */
const ERROR_RATIOS = [0.125, 0.25, 0.5, 1] as const;

const LEVELS = [9, 10, 11] as const;

/** Tiles of a level that are measured, evenly over the data. */
const TILES_PER_LEVEL = 100;

/** Tiles of a level that are timed. */
const TIMED_TILES = 40;

/** Programs that wanted a core in the last minute: two cores are only used where two are idle. */
const LOAD = loadavg()[0] ?? 0;

const { name, field } = await benchField();
const reader = groundReader(field);

function groundReader({ boxDeg, ...rest }: BenchField['field']): GroundReader {
  const pyramid = pyramidOfField({ boxDeg, ...rest });
  const { vertical, blendDeg } = BUILD_TERRAIN_DEFAULTS;
  return new GroundReader(
    groundOver(pyramid, { vertical, blendDeg, geoid: geoidGridOver(boxDeg) }),
  );
}

function tilesOfLevel(z: number): readonly TileId[] {
  return tilesInRange(geographicTilesCovering(field.boxDeg, z));
}

/** So many of a level's tiles, evenly over the data. */
function sampleOf(tiles: readonly TileId[], count: number): readonly TileId[] {
  const every = Math.max(1, tiles.length / count);
  return tiles.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
}

function printBudget(errorRatio: number): void {
  const levels: LevelShare[] = [];
  for (const z of LEVELS) {
    const all = tilesOfLevel(z);
    const tiles = sampleOf(all, TILES_PER_LEVEL);
    const ground = reader.ofLevel(z);
    const maxErrorM = errorRatio * levelGeometricErrorM(z);
    const found = compareMeshes(tiles, ground, maxErrorM);
    const times = timeTiles(sampleOf(all, TIMED_TILES), ground, maxErrorM);
    const title = { z, tiles: tiles.length, errorRatio, maxErrorM };
    console.info(comparisonText(title, found, times));
    levels.push({ tilesInSet: all.length, found });
  }
  console.info(budgetText(errorRatio, levels));
}

function printEqualErrors(): void {
  for (const z of LEVELS) {
    const tiles = sampleOf(tilesOfLevel(z), TILES_PER_LEVEL);
    for (const sidePosts of [17, 33]) {
      const found = compareAtEqualError(tiles, reader.ofLevel(z), sidePosts);
      console.info(equalErrorText(z, sidePosts, found));
    }
  }
}

async function printThreads(): Promise<void> {
  const { tiles, one, two } = await timeThreads(field, 11);
  const seconds = ({ wall, processor }: BuildSeconds) =>
    `${wall.toFixed(1)} s (${processor.toFixed(1)} s of processor time)`;
  console.info(
    `builder, ${tiles} tiles to level 11: one thread ${seconds(one)}, two ${seconds(two)}:` +
      ` ${(one.wall / two.wall).toFixed(2)} x; load before ${LOAD.toFixed(1)} on` +
      ` ${defaultThreads()} cores`,
  );
}

beforeAll(async () => {
  console.info(`terrain meshes on the ${name}\n`);
  for (const errorRatio of ERROR_RATIOS) printBudget(errorRatio);
  printEqualErrors();
  await printThreads();
}, 1_800_000);

describe('buildTerrainMesh', () => {
  const z = 11;
  const ground = reader.ofLevel(z);
  const tiles = sampleOf(tilesOfLevel(z), 20);
  const maxErrorM = BUILD_TERRAIN_DEFAULTS.errorRatio * levelGeometricErrorM(z);
  const options = { iterations: 5, warmupIterations: 1, time: 0 };
  const each = (build: (tile: TileId) => unknown) => () => {
    for (const tile of tiles) build(tile);
  };
  bench(
    '20 tiles, bytes',
    each((tile) => buildTerrainMesh(tile, ground, maxErrorM)),
    options,
  );
  bench(
    '20 tiles, triangles',
    each((tile) => buildTerrainMesh(tile, ground, maxErrorM, 'triangles')),
    options,
  );
  bench(
    '20 tiles, plain grid of 65',
    each((tile) => regularMesh(tile, ground, 65, { heightStepM: HEIGHT_STEP_SHARE * maxErrorM })),
    options,
  );
});
