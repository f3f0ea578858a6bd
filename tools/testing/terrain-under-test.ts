import { join, resolve } from 'node:path';
import { boxGrown } from '#core/tiles/geo-box';
import { pathExists } from '../io/files';
import { SILENT_PROGRESS } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { buildDemTerrain } from '../terrain/build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS } from '../terrain/build-terrain';
import {
  ensureSketchTerrain,
  SKETCH_TERRAIN_ID,
  SKETCH_TERRAIN_LEVEL,
} from '../terrain/ensure-sketch-terrain';
import type { HeightField } from '../terrain/height-field';
import { readDem } from '../terrain/read-dem';
import { sketchHeightField } from '../terrain/sketch-height-field';
import { HeightTileServer } from './height-tile-server';
import { seededRandom } from './seeded-random';
import type { TerrainTierUnderTest, TerrainUnderTest } from './terrain-under-test-type';

const DEM = resolve(ROOT_DIR, '../shared/data/dem/nwvn-fused-5s.tif');
const SURVEYED_ID = 'test-reference';
const SURVEYED_LEVEL = 11;
const ONLINE_LEVEL = 12;
/** Hoàng Liên Sơn around Fansipan: a fiftieth of the whole, as steep as the land gets. */
const SMALL_BOX_DEG = { westDeg: 103.5, southDeg: 22, eastDeg: 104.1, northDeg: 22.6 };
const POINTS = 500;

/** Open height tiles for the browser's tests, started once in this process. */
let heightTiles: Promise<HeightTileServer> | undefined;

/**
 * Makes a tier's terrain ready to be sampled in a browser.
 *
 * @returns null where it needs the reference data and that is not beside the project
 */
export async function terrainUnderTest(
  tier: TerrainTierUnderTest,
): Promise<TerrainUnderTest | null> {
  if (tier === 'sketch') return sketch();
  if (tier === 'online') return online();
  return (await pathExists(DEM)) ? surveyed() : null;
}

async function sketch(): Promise<TerrainUnderTest> {
  await ensureSketchTerrain(ROOT_DIR, SILENT_PROGRESS);
  const field = await sketchHeightField(ROOT_DIR, SILENT_PROGRESS);
  const url = `/tilesets/${SKETCH_TERRAIN_ID}/`;
  return { url, level: SKETCH_TERRAIN_LEVEL, points: pointsIn(field) };
}

/** With LONG=1 the whole reference model, else a part of it. */
async function surveyed(): Promise<TerrainUnderTest> {
  const boxDeg = process.env['LONG'] === '1' ? undefined : SMALL_BOX_DEG;
  await buildDemTerrain({
    ...BUILD_TERRAIN_DEFAULTS,
    rootDir: ROOT_DIR,
    files: [DEM],
    id: SURVEYED_ID,
    outDir: join(ROOT_DIR, 'tilesets', SURVEYED_ID),
    maxLevel: SURVEYED_LEVEL,
    isForced: false,
    attribution: 'reference data',
    ...(boxDeg && { boxDeg }),
  });
  const url = `/tilesets/${SURVEYED_ID}/`;
  return { url, level: SURVEYED_LEVEL, points: pointsIn(await readDem(DEM, boxDeg)) };
}

async function online(): Promise<TerrainUnderTest> {
  heightTiles ??= HeightTileServer.start();
  const { urlTemplate, field } = await heightTiles;
  // Away from the edge of the data: beyond it the tiles show the sea.
  return { url: urlTemplate, level: ONLINE_LEVEL, points: pointsIn(field, -0.1) };
}

function pointsIn(field: HeightField, grownDeg = 0): TerrainUnderTest['points'] {
  const { westDeg, southDeg, eastDeg, northDeg } = boxGrown(field.boxDeg, grownDeg);
  const random = seededRandom(20_261_121);
  return Array.from({ length: POINTS }, () => {
    const lonDeg = westDeg + random() * (eastDeg - westDeg);
    const latDeg = southDeg + random() * (northDeg - southDeg);
    return { lonDeg, latDeg, heightOrthometricM: field.sample(lonDeg, latDeg) };
  });
}
