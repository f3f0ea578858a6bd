import { join } from 'node:path';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removePath, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { readJsonIfThere } from '../io/tile-files';
import { builtHeightM } from '../testing/built-terrain';
import { hgtBytes } from '../testing/dem-fixtures';
import { writeDem } from '../testing/write-dem';
import { type BuildDemTerrainOptions, buildDemTerrain } from './build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS } from './build-terrain';
import { checkTileSet } from './check/check-tile-set';
import { readDems } from './read-dem';

let folder = '';

beforeAll(async () => {
  folder = await makeTempFolder('round-earth');
});

afterAll(() => removePath(folder));

async function build(id: string, changes: Partial<BuildDemTerrainOptions>): Promise<string> {
  const outDir = join(folder, id);
  await buildDemTerrain({
    errorRatio: 0.1,
    blendDeg: BUILD_TERRAIN_DEFAULTS.blendDeg,
    rootDir: folder,
    files: [],
    id,
    outDir,
    isForced: false,
    attribution: 'test',
    ...changes,
  });
  return outDir;
}

async function expectClean(dir: string): Promise<void> {
  const { issues } = await checkTileSet(dir);
  expect(issues).toEqual([]);
}

async function layerOf(dir: string) {
  const layer = await readJsonIfThere(join(dir, 'layer.json'));
  return layer as { available: object[][]; dataBounds: number[] };
}

/** Rolling hills, the same at both ends of the map. */
const hills = (lonDeg: number, latDeg: number) =>
  800 + 300 * Math.sin(lonDeg * Math.PI * 2) + 200 * Math.cos(latDeg * 9);

/** Broad domes with one height at each pole. */
const domes = (lonDeg: number, latDeg: number) =>
  1000 + 700 * Math.cos((latDeg * Math.PI) / 180) * Math.sin((3 * lonDeg * Math.PI) / 180);

describe('a build across the antimeridian', () => {
  const east = () => join(folder, 'N10E179.hgt');
  const west = () => join(folder, 'N10W180.hgt');
  let dir = '';

  beforeAll(async () => {
    await writeInto(east(), hgtBytes(179, 10, hills));
    await writeInto(west(), hgtBytes(-180, 10, hills));
    dir = await build('dateline', { files: [east(), west()], maxLevel: 9 });
  });

  it('takes the short way round', async () => {
    const { boxDeg } = await readDems([east(), west()], { finestStepDeg: 1 / 100 });
    expect(boxDeg.westDeg).toBeCloseTo(179, 6);
    expect(boxDeg.eastDeg).toBeCloseTo(181, 6);
    const { dataBounds } = await layerOf(dir);
    for (const [i, side] of [179, 10, -179, 11].entries())
      expect(dataBounds[i]).toBeCloseTo(side, 2);
  });

  it('lists a rectangle on each side from the first level that is not the whole world', async () => {
    const { available } = await layerOf(dir);
    expect(available.map((level) => level.length)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(available[4]).toEqual([
      { startX: 0, startY: 8, endX: 0, endY: 9 },
      { startX: 31, startY: 8, endX: 31, endY: 9 },
    ]);
  });

  it('has the heights of both sides, up to the seam and on it', async () => {
    for (const lonDeg of [179.2, 179.6, 179.99, 180, -180, -179.99, -179.7, -179.1]) {
      const heightM = await builtHeightM(dir, 9, lonDeg, 10.4);
      expect(Math.abs(heightM - hills(lonDeg, 10.4)), `${lonDeg}`).toBeLessThan(12);
    }
  });

  it('has nothing for arc terrain check to find', () => expectClean(dir));

  it('builds a box that crosses it from a model of the whole Earth', async () => {
    const shape = { cols: 720, rows: 360, west: -180, north: 90, step: 0.5 };
    const world = await writeDem(join(folder, 'world.tif'), shape, domes);
    const boxDeg = { westDeg: 175, southDeg: -20, eastDeg: 187, northDeg: -10 };
    const part = await build('fiji', { files: [world], boxDeg, maxLevel: 6 });
    await expectClean(part);
    expect((await layerOf(part)).dataBounds[0]).toBeCloseTo(175, 0);
    for (const lonDeg of [176, 179.9, -179.9, -174]) {
      const heightM = await builtHeightM(part, 6, lonDeg, -15);
      expect(Math.abs(heightM - domes(lonDeg, -15)), `${lonDeg}`).toBeLessThan(15);
    }
  });

  it('counts longitude from 0 to 360 as well as from -180 to 180', async () => {
    const shape = { cols: 720, rows: 360, west: 0, north: 90, step: 0.5 };
    const world = await writeDem(join(folder, 'world-360.tif'), shape, domes);
    const dirOf360 = await build('world-360', { files: [world], maxLevel: 4 });
    await expectClean(dirOf360);
    for (const lonDeg of [-179, -90.3, -0.1, 0.1, 90.3, 179]) {
      const heightM = await builtHeightM(dirOf360, 4, lonDeg, 30);
      expect(Math.abs(heightM - domes(lonDeg, 30)), `${lonDeg}`).toBeLessThan(20);
    }
  });
});

describe('a build with a pole', () => {
  it('closes a geographic model to +-90 at both poles and at its seam', async () => {
    const shape = { cols: 720, rows: 360, west: -180, north: 90, step: 0.5 };
    const file = await writeDem(join(folder, 'poles.tif'), shape, domes);
    const dir = await build('poles', { files: [file], maxLevel: 4 });
    await expectClean(dir);
    const { available } = await layerOf(dir);
    expect(available[4]).toEqual([{ startX: 0, startY: 0, endX: 31, endY: 15 }]);
    for (const latDeg of [90, 89.99, 89.5, 88, -88, -89.5, -89.99, -90]) {
      for (const lonDeg of [-180, -100, 0.1, 30, 100, 179.9]) {
        const heightM = await builtHeightM(dir, 4, lonDeg, latDeg);
        expect(Math.abs(heightM - domes(lonDeg, latDeg)), `${lonDeg} ${latDeg}`).toBeLessThan(20);
      }
    }
  });

  it.each([
    ['north', 3413, '+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84 +units=m', 1],
    ['south', 3031, '+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=0 +datum=WGS84 +units=m', -1],
  ] as const)(
    'takes a polar stereographic model round the %s pole',
    async (name, epsg, proj, up) => {
      const plane = proj4(proj);
      const surface = (x: number, y: number) => {
        const [lonDeg = 0, latDeg = 0] = plane.inverse([x, y]);
        return domes(lonDeg, latDeg);
      };
      const shape = { cols: 400, rows: 400, west: -1e6, north: 1e6, step: 5000, epsg };
      const file = await writeDem(join(folder, `${name}.tif`), shape, surface);
      const dir = await build(name, { files: [file], maxLevel: 5, levelErrorsM: { 5: 5 } });
      await expectClean(dir);
      const { dataBounds } = await layerOf(dir);
      expect(dataBounds[up > 0 ? 3 : 1]).toBeCloseTo(90 * up, 1);
      for (const latDeg of [82, 84, 87, 89, 89.9, 90]) {
        for (const lonDeg of [-179, -45, 12, 90, 180]) {
          const heightM = await builtHeightM(dir, 5, lonDeg, latDeg * up);
          const trueM = domes(lonDeg, latDeg * up);
          expect(Math.abs(heightM - trueM), `${lonDeg} ${latDeg}`).toBeLessThan(25);
        }
      }
    },
  );
});

describe('a build of the southern hemisphere', () => {
  it('takes a UTM south model at its heights', async () => {
    const utm = proj4('+proj=utm +zone=18 +south +datum=WGS84 +units=m');
    const surface = (x: number, y: number) => {
      const [lonDeg = 0, latDeg = 0] = utm.inverse([x, y]);
      return hills(lonDeg, latDeg);
    };
    const shape = { cols: 300, rows: 300, west: 300_000, north: 8_600_000, step: 200, epsg: 32718 };
    const file = await writeDem(join(folder, 'andes.tif'), shape, surface);
    const dir = await build('andes', { files: [file], maxLevel: 10 });
    await expectClean(dir);
    for (const [x, y] of [
      [310_100, 8_590_100],
      [330_000, 8_570_000],
      [355_300, 8_545_700],
    ] as const) {
      const [lonDeg = 0, latDeg = 0] = utm.inverse([x, y]);
      const heightM = await builtHeightM(dir, 10, lonDeg, latDeg);
      expect(Math.abs(heightM - surface(x, y)), `${x} ${y}`).toBeLessThan(12);
    }
  });
});
