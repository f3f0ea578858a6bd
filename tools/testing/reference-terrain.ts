import { join, resolve } from 'node:path';
import { pathExists } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { buildDemTerrain } from '../terrain/build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS } from '../terrain/build-terrain';
import { readDem } from '../terrain/read-dem';
import type { ReferenceTerrain } from './reference-terrain-type';

const DEM = resolve(ROOT_DIR, '../shared/data/dem/nwvn-fused-5s.tif');
const ID = 'test-reference';
/** Hoàng Liên Sơn around Fansipan: a fiftieth of the whole, as steep as the land gets. */
const SMALL_BOX_DEG = { westDeg: 103.5, southDeg: 22, eastDeg: 104.1, northDeg: 22.6 };

/**
 * Builds the reference elevation model to level 11, a part of it or (with LONG=1) all.
 *
 * @returns null where the reference data is not beside the project
 */
export async function buildReferenceTerrain(): Promise<ReferenceTerrain | null> {
  if (!(await pathExists(DEM))) return null;
  const isWhole = process.env['LONG'] === '1';
  const level = 11;
  await buildDemTerrain({
    ...BUILD_TERRAIN_DEFAULTS,
    rootDir: ROOT_DIR,
    files: [DEM],
    id: ID,
    outDir: join(ROOT_DIR, 'tilesets', ID),
    maxLevel: level,
    vertical: 'egm96',
    isForced: false,
    attribution: 'reference data',
    ...(isWhole ? {} : { boxDeg: SMALL_BOX_DEG }),
  });
  const field = await readDem(DEM, isWhole ? undefined : SMALL_BOX_DEG);
  const { westDeg, southDeg, eastDeg, northDeg } = field.boxDeg;
  const random = seeded(20261121);
  const points = Array.from({ length: 200 }, () => {
    const lonDeg = westDeg + random() * (eastDeg - westDeg);
    const latDeg = southDeg + random() * (northDeg - southDeg);
    return { lonDeg, latDeg, heightOrthometricM: field.sample(lonDeg, latDeg) };
  });
  return { url: `/tilesets/${ID}/`, level, points };
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
