import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { removePath } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { builtHeightM } from '../testing/built-terrain';
import { writeDem } from '../testing/write-dem';
import { type BuildDemTerrainOptions, buildDemTerrain } from './build-dem-terrain';
import { readDem } from './read-dem';

const SHAPE = { cols: 40, rows: 30, west: 103, north: 22.3, step: 0.01 };
let folder = '';

beforeAll(async () => {
  folder = await makeTempFolder('vertical');
});

afterAll(() => removePath(folder));

/** A plain at 500 m whose keys say what that means. */
async function plain(name: string, tags: Readonly<Record<string, unknown>>): Promise<string> {
  return writeDem(join(folder, name), { ...SHAPE, tags }, () => 500);
}

async function heightOf(files: readonly string[], changes: Partial<BuildDemTerrainOptions> = {}) {
  const outDir = join(folder, 'set');
  await buildDemTerrain({
    errorRatio: 0.25,
    blendDeg: 0.2,
    rootDir: folder,
    files,
    id: 'set',
    outDir,
    isForced: true,
    attribution: 'test',
    maxLevel: 6,
    threads: 1,
    ...changes,
  });
  return builtHeightM(outDir, 6, 103.2, 22.15);
}

describe('the vertical datum of a build', () => {
  const seaM = ellipsoidalFromOrthometricM(103.2, 22.15, 0);

  it('is EGM96 where neither file nor user say it', async () => {
    expect(await heightOf([await plain('silent.tif', {})])).toBeCloseTo(500, 0);
  });

  it.each([
    ['EGM96', { VerticalCSTypeGeoKey: 5773 }, 500],
    ['the ellipsoid', { VerticalCSTypeGeoKey: 5030 }, 500 - seaM],
    ['WGS84 in three dimensions', { GeographicTypeGeoKey: 4979 }, 500 - seaM],
    ['mean sea level', { VerticalCSTypeGeoKey: 5714 }, 500],
  ] as const)('is taken from keys that say %s', async (_name, tags, heightM) => {
    expect(await heightOf([await plain('said.tif', tags)])).toBeCloseTo(heightM, 0);
  });

  it('is what the user says where the file says nothing', async () => {
    const height = await heightOf([await plain('asked.tif', {})], { vertical: 'ellipsoid' });
    expect(height).toBeCloseTo(500 - seaM, 0);
  });

  it('is refused where file and user contradict each other', async () => {
    const file = await plain('egm96.tif', { VerticalCSTypeGeoKey: 5773 });
    await expect(heightOf([file], { vertical: 'ellipsoid' })).rejects.toMatchObject({
      code: 'dem-vertical-contradiction',
    });
  });

  it('is refused where files contradict each other', async () => {
    const files = [
      await plain('one.tif', { VerticalCSTypeGeoKey: 5773 }),
      await plain('two.tif', { VerticalCSTypeGeoKey: 5030 }),
    ];
    await expect(heightOf(files)).rejects.toMatchObject({ code: 'dem-vertical-contradiction' });
  });

  it('is refused where it cannot be converted, whatever the user says', async () => {
    const file = await plain('egm2008.tif', { VerticalCSTypeGeoKey: 3855 });
    for (const vertical of [undefined, 'egm96'] as const) {
      await expect(heightOf([file], vertical && { vertical })).rejects.toMatchObject({
        code: 'dem-vertical-unsupported',
        details: { found: 'EGM2008 (EPSG:3855)' },
      });
    }
  });
});

describe('heights in other units', () => {
  it.each([
    ['feet', 9002, 152.4],
    ['survey feet', 9003, 152.4003],
    ['metres', 9001, 500],
  ])('in %s come out in metres, voids stay voids', async (_name, unit, heightM) => {
    const tags = { VerticalUnitsGeoKey: unit, GDAL_NODATA: '-9999' };
    const file = await writeDem(join(folder, 'feet.tif'), { ...SHAPE, tags }, (lonDeg) =>
      lonDeg < 103.05 ? -9999 : 500,
    );
    const field = await readDem(file);
    expect(field.sample(103.2, 22.15)).toBeCloseTo(heightM, 3);
    expect(field.sample(103.01, 22.15)).toBeCloseTo(heightM, 3);
  });

  it('of no known unit are refused', async () => {
    const file = await plain('cubits.tif', { VerticalUnitsGeoKey: 9050 });
    await expect(readDem(file)).rejects.toMatchObject({ code: 'dem-vertical-unit' });
  });
});
