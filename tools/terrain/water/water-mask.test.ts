import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geographicTileAt, geographicTileBox, tileSpanDeg } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { removePath, writeInto } from '../../io/files';
import { ROOT_DIR } from '../../io/root-dir';
import { makeTempFolder } from '../../io/temp-folder';
import { readSketchFacts } from '../sketch/facts';
import { readWater } from './geojson-water';
import { sketchWaterShapes } from './sketch-shapes';
import { rasterWaterMask, WATER_MASK_SIDE_PX } from './water-mask';
import { waterArea, waterCourses } from './water-shapes';

const TILE = geographicTileAt(103.5, 22.5, 10);
const BOX = geographicTileBox(TILE);
const PIXEL_DEG = tileSpanDeg(10) / WATER_MASK_SIDE_PX;
/** Metres of a pixel of level 10 from south to north. */
const PIXEL_M = PIXEL_DEG * 111_319.49;

/** The value of a mask at a place of its tile. */
function valueAt(mask: Uint8Array, tile: TileId, lonDeg: number, latDeg: number): number {
  if (mask.length === 1) return mask[0] ?? Number.NaN;
  const { westDeg, northDeg } = geographicTileBox(tile);
  const pixelDeg = tileSpanDeg(tile.z) / WATER_MASK_SIDE_PX;
  const col = Math.floor((lonDeg - westDeg) / pixelDeg);
  const row = Math.floor((northDeg - latDeg) / pixelDeg);
  return mask[row * WATER_MASK_SIDE_PX + col] ?? Number.NaN;
}

/** A square ring around the middle of the tile, given by its half side in pixels. */
function ring(halfPx: number): [number, number][] {
  const [lonDeg, latDeg] = [(BOX.westDeg + BOX.eastDeg) / 2, (BOX.southDeg + BOX.northDeg) / 2];
  const half = halfPx * PIXEL_DEG;
  return [
    [lonDeg - half, latDeg - half],
    [lonDeg + half, latDeg - half],
    [lonDeg + half, latDeg + half],
    [lonDeg - half, latDeg + half],
  ];
}

describe('rasterWaterMask', () => {
  it('is one byte of land without water, and one of water inside a lake', () => {
    expect(rasterWaterMask([], TILE)).toEqual(Uint8Array.of(0));
    expect(rasterWaterMask([waterArea([ring(400)])], TILE)).toEqual(Uint8Array.of(255));
  });

  it('fills a lake but not its island', () => {
    const mask = rasterWaterMask([waterArea([ring(60), ring(20)])], TILE);
    expect(mask).toHaveLength(256 * 256);
    const water = mask.reduce((sum, value) => sum + value, 0) / 255;
    expect(water).toBeCloseTo(120 * 120 - 40 * 40, 0);
  });

  it('has its rows from the north', () => {
    const [[west, south] = [0, 0], [east] = [0]] = ring(60);
    const lake = waterArea([
      [
        [west, south],
        [east, south],
        [east, BOX.southDeg],
        [west, BOX.southDeg],
      ],
    ]);
    const mask = rasterWaterMask([lake], TILE);
    expect(mask[128]).toBe(0);
    expect(mask[255 * 256 + 128]).toBe(255);
  });

  it('draws a river as wide as it is, and a narrow one as paler pixels', () => {
    const middle = (BOX.southDeg + BOX.northDeg) / 2;
    const line = [
      [BOX.westDeg - 0.1, middle],
      [BOX.eastDeg + 0.1, middle],
    ] as const;
    for (const widthPx of [0.4, 1, 6]) {
      const mask = rasterWaterMask(
        waterCourses(line, () => widthPx * PIXEL_M),
        TILE,
      );
      const column = Array.from({ length: 256 }, (_, row) => mask[row * 256 + 100] ?? 0);
      const widthFound = column.reduce((sum, value) => sum + value, 0) / 255;
      expect(widthFound, `${widthPx} px`).toBeCloseTo(widthPx, 0);
    }
  });
});

describe('sketchWaterShapes', () => {
  it('puts the reservoirs and the Red River where the facts have them', async () => {
    const facts = await readSketchFacts(ROOT_DIR);
    const shapes = sketchWaterShapes(facts);
    let found = 0;
    for (const lake of facts.lakes) {
      if (lake.kind !== 'outline') continue;
      const ofAll = (axis: 0 | 1) =>
        lake.outline.reduce((sum, place) => sum + place[axis], 0) / lake.outline.length;
      const [lonDeg, latDeg] = [ofAll(0), ofAll(1)];
      const tile = geographicTileAt(lonDeg, latDeg, 10);
      const mask = rasterWaterMask(shapes, tile);
      expect(
        mask.some((value) => value === 255),
        lake.id,
      ).toBe(true);
      if (valueAt(mask, tile, lonDeg, latDeg) === 255) found++;
    }
    expect(found).toBeGreaterThan(0);
    const river = facts.rivers.find(({ id }) => id === 'red-river')?.points.at(-2);
    const [lonDeg, latDeg] = river ?? [Number.NaN, Number.NaN];
    const tile = geographicTileAt(lonDeg, latDeg, 10);
    const mask = rasterWaterMask(shapes, tile);
    expect(valueAt(mask, tile, lonDeg, latDeg)).toBeGreaterThan(100);
  });
});

describe('readWater', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await makeTempFolder('water');
  });
  afterAll(() => removePath(folder));

  async function read(json: unknown) {
    const file = join(folder, 'water.geojson');
    await writeInto(file, typeof json === 'string' ? json : JSON.stringify(json));
    return readWater(file);
  }

  it('takes polygons as lakes and lines as rivers of their width', async () => {
    const line = { type: 'LineString', coordinates: [ring(3)[0], ring(3)[1]] };
    const polygon = { type: 'Polygon', coordinates: [[...ring(3), ring(3)[0]]] };
    const shapes = await read({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { widthM: 75 }, geometry: line },
        { type: 'Feature', properties: { width: '12 m' }, geometry: line },
        { type: 'Feature', properties: { waterway: 'river' }, geometry: line },
        { type: 'Feature', properties: null, geometry: line },
        { type: 'Feature', properties: {}, geometry: polygon },
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } },
        { type: 'Feature', properties: {}, geometry: null },
      ],
    });
    const widths = shapes.map((shape) => (shape.type === 'course' ? shape.widthM[0] : shape.type));
    expect(widths).toEqual([75, 12, 60, 40, 'area']);
  });

  it.each([
    ['no JSON', '{', '$'],
    ['no object', [1], '$'],
    ['another type', { type: 'Topology' }, '$.type'],
    [
      'a place off the Earth',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [0, 91],
        ],
      },
      '$.coordinates[1]',
    ],
    [
      'a ring too short',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      '$.coordinates[0]',
    ],
    ['features that are none', { type: 'FeatureCollection', features: 3 }, '$.features'],
  ])('names the place of %s', async (_name, json, path) => {
    await expect(read(json)).rejects.toMatchObject({ code: 'water-invalid', details: { path } });
  });

  it('tells of a file that is not there', async () => {
    await expect(readWater(join(folder, 'none'))).rejects.toMatchObject({ code: 'water-missing' });
  });
});
