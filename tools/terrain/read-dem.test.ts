import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDem, readDems } from './read-dem';

const COLS = 40;
const ROWS = 30;
let folder = '';

/** Writes a GeoTIFF of a tilted plane: 100 m at the north-west, 10 m more per column. */
async function writePlane(name: string, changes: Record<string, unknown> = {}): Promise<string> {
  const heights = Float32Array.from(
    { length: COLS * ROWS },
    (_, i) => 100 + 10 * (i % COLS) + Math.floor(i / COLS),
  );
  const bytes = writeArrayBuffer(
    heights as unknown as number[],
    {
      width: COLS,
      height: ROWS,
      ModelTiepoint: [0, 0, 0, 103, 22.3, 0],
      ModelPixelScale: [0.01, 0.01, 0],
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      GeographicTypeGeoKey: 4326,
      ...changes,
    } as never,
  );
  const file = join(folder, name);
  await writeFile(file, new Uint8Array(bytes as ArrayBuffer));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-dem-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readDem', () => {
  it('puts posts at the centres of pixels', async () => {
    const field = await readDem(await writePlane('plane.tif'));
    expect([field.cols, field.rows]).toEqual([COLS, ROWS]);
    expect(field.boxDeg.westDeg).toBeCloseTo(103.005, 9);
    expect(field.boxDeg.northDeg).toBeCloseTo(22.295, 9);
    expect(field.sample(103.005, 22.295)).toBeCloseTo(100, 3);
    expect(field.sample(103.105, 22.195)).toBeCloseTo(210, 2);
  });

  it('reads a window on the same posts', async () => {
    const file = await writePlane('window.tif');
    const box = { westDeg: 103.1, southDeg: 22.1, eastDeg: 103.2, northDeg: 22.2 };
    const part = await readDem(file, box);
    const whole = await readDem(file);
    expect(part.cols).toBeLessThan(15);
    expect(part.sample(103.155, 22.155)).toBeCloseTo(whole.sample(103.155, 22.155), 3);
  });

  it('reads a projected model by the coordinate system its keys name', async () => {
    const file = await writePlane('utm48.tif', {
      ModelTiepoint: [0, 0, 0, 380_000, 2_468_000, 0],
      ModelPixelScale: [1000, 1000, 0],
      GTModelTypeGeoKey: 1,
      ProjectedCSTypeGeoKey: 32648,
      GeographicTypeGeoKey: undefined,
    });
    const field = await readDem(file);
    const utm = proj4('+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs');
    const [lonDeg = 0, latDeg = 0] = utm.inverse([390_500, 2_457_500]);
    // That is the centre of pixel 10, 10.
    expect(field.sample(lonDeg, latDeg)).toBeCloseTo(210, 1);
  });

  it('fills NoData from around', async () => {
    const file = await writePlane('void.tif', { GDAL_NODATA: '210' });
    const field = await readDem(file);
    expect(field.sample(103.105, 22.195)).toBeGreaterThan(190);
    expect(field.sample(103.105, 22.195)).toBeLessThan(230);
  });

  it('refuses a box that the model does not touch', async () => {
    const box = { westDeg: 10, southDeg: 50, eastDeg: 11, northDeg: 51 };
    await expect(readDem(await writePlane('far.tif'), box)).rejects.toMatchObject({
      code: 'dem-outside-box',
    });
  });

  it('refuses a file that is not there', async () => {
    await expect(readDem(join(folder, 'none.tif'))).rejects.toMatchObject({ code: 'dem-missing' });
  });

  it('refuses a file that is cut short', async () => {
    const whole = await writePlane('whole.tif');
    const bytes = await readFile(whole);
    for (const length of [4, 60, 900, bytes.length - 1500]) {
      const file = join(folder, `cut-${length}.tif`);
      await writeFile(file, bytes.subarray(0, length));
      await expect(readDem(file), `${length} bytes`).rejects.toMatchObject({
        code: 'dem-unreadable',
      });
    }
  });

  it('refuses a model without a coordinate system', async () => {
    const file = await writePlane('bare.tif', {
      GTModelTypeGeoKey: undefined,
      GTRasterTypeGeoKey: undefined,
      GeographicTypeGeoKey: undefined,
    });
    await expect(readDem(file)).rejects.toMatchObject({ code: 'dem-no-crs' });
  });
});

describe('readDems', () => {
  it('lets the first file win where two overlap', async () => {
    const plane = await writePlane('first.tif');
    const shifted = await writePlane('second.tif', {
      ModelTiepoint: [0, 0, 0, 103.2, 22.3, 0],
    });
    const both = await readDems([plane, shifted]);
    expect(both.sample(103.305, 22.195)).toBeCloseTo(410, 1);
    expect(both.sample(103.505, 22.195)).toBeCloseTo(410, 1);
  });
});
