import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removePath, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { createHeightField } from '../terrain/height-field';
import { drawWater } from './draw-water';
import { findLakes } from './find-lakes';
import { TEST_BOX } from './test-land';
import { readPictureWater } from './water-geojson';

const SIDE = 201;

/** A slope down to the east with what `shape` makes of it; posts about 1.1 km apart. */
function land(shape: (col: number, row: number, slopeM: number) => number) {
  const heights = Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    shape(i % SIDE, Math.floor(i / SIDE), 1000 - 2.3 * (i % SIDE)),
  );
  return createHeightField(TEST_BOX, SIDE, SIDE, heights);
}

const isPond = (col: number, row: number) => (col - 100) ** 2 + (row - 100) ** 2 < 64;

describe('findLakes', () => {
  it('finds a level area in a hollow', () => {
    const lakes = findLakes(land((col, row, slopeM) => (isPond(col, row) ? 700 : slopeM)));
    expect(lakes?.sample(104, 22)).toBe(1);
    expect(lakes?.sample(104.4, 22)).toBe(0);
  });
  it('takes no terrace of whole metres for a lake', () => {
    expect(findLakes(land((col) => 900 - Math.floor(col / 20)))).toBeUndefined();
  });
  it('takes no summit plateau for a lake', () => {
    const plateau = land((col, row, slopeM) => (isPond(col, row) ? 1500 : slopeM));
    expect(findLakes(plateau)).toBeUndefined();
  });
});

describe('drawWater', () => {
  it('draws rivers close by and none from far', () => {
    const line = {
      lonDeg: Float64Array.from([103, 104]),
      latDeg: Float64Array.from([22, 22]),
      widthM: Float32Array.from([100, 100]),
      leastPx: 1.6,
      isLake: false,
    };
    const at = (stepDeg: number) => {
      const westPx = Math.floor(283.5 / stepDeg);
      const northPx = Math.floor(68 / stepDeg) - 10;
      const pixels = { westPx, northPx, stepDeg, cols: 20, rows: 20 };
      const { river } = drawWater({ lines: [line], lakes: [] }, pixels, stepDeg * 110_760);
      return Math.max(...river);
    };
    expect(at(0.0014)).toBe(1);
    expect(at(0.04)).toBe(0);
  });
});

describe('readPictureWater', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeTempFolder('water');
  });
  afterEach(() => removePath(folder));

  async function read(geojson: unknown) {
    const file = join(folder, 'water.geojson');
    await writeInto(file, typeof geojson === 'string' ? geojson : JSON.stringify(geojson));
    return readPictureWater(file);
  }

  const ring = (west: number, size: number) => [
    [west, 22],
    [west + size, 22],
    [west + size, 22 - size],
    [west, 22 - size],
    [west, 22],
  ];

  it('paints polygons without their islands, and lines in their width', async () => {
    const island = [
      [103.2, 21.8],
      [103.3, 21.8],
      [103.3, 21.7],
      [103.2, 21.7],
      [103.2, 21.8],
    ];
    const water = await read({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: null,
          geometry: { type: 'Polygon', coordinates: [ring(103, 0.5), island] },
        },
        {
          type: 'Feature',
          properties: { widthM: 3000 },
          geometry: {
            type: 'LineString',
            coordinates: [
              [104, 22],
              [104, 21.5],
            ],
          },
        },
      ],
    });
    const pixels = { westPx: 28300, northPx: 6800, stepDeg: 0.01, cols: 110, rows: 60 };
    const { lake, river } = drawWater(water, pixels, 1107.6);
    expect(lake[10 * 110 + 10]).toBe(1);
    expect(lake[25 * 110 + 25]).toBe(0);
    expect(lake[10 * 110 + 60]).toBe(0);
    const widthPx = river.subarray(25 * 110, 26 * 110).reduce((sum, value) => sum + value, 0);
    expect(widthPx).toBeGreaterThan(2.4);
    expect(widthPx).toBeLessThan(3.6);
  });

  it.each([
    ['not JSON', '{'],
    ['no features', { type: 'FeatureCollection' }],
    ['a place that is none', { type: 'LineString', coordinates: [['x', 1]] }],
  ])('names what is wrong with %s', async (_, geojson) => {
    await expect(read(geojson)).rejects.toMatchObject({
      code: 'water-invalid',
      name: 'AssetError',
    });
  });

  it('says that a file is missing', async () => {
    await expect(readPictureWater(join(folder, 'none.geojson'))).rejects.toMatchObject({
      code: 'water-missing',
    });
  });
});
