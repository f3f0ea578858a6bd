import { describe, expect, it } from 'vitest';
import { createHeightField } from '../terrain/height-field';
import { okLabFromHex, writeSrgb } from './oklab';
import { paintBlock } from './paint-block';
import { paintFields } from './paint-fields';
import { blockLayers, PICTURE_TILE_PX, type PictureBlock, tileBlock } from './picture-block';
import { pictureStyle } from './picture-style';
import { TEST_BOX, testMountains } from './test-land';

const RIVER = {
  lonDeg: Float64Array.from([103.5, 104.2, 104.9]),
  latDeg: Float64Array.from([22.4, 22.0, 21.9]),
  widthM: Float32Array.from([40, 80, 200]),
  leastPx: 1.6,
  isLake: false,
};
const LAKE = [
  [
    [104.0, 22.0],
    [104.1, 22.02],
    [104.06, 21.9],
  ],
] as const;
const WATER = { lines: [RIVER], lakes: [LAKE] };
const DAY = pictureStyle('day', 'ripe');

function pixel(rgba: Uint8Array, block: PictureBlock, col: number, row: number) {
  const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray((row * block.cols + col) * 4);
  return { r, g, b, a };
}

function lightness(rgba: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += rgba[i]! + rgba[i + 1]! + rgba[i + 2]!;
  return sum / (rgba.length / 4) / 3;
}

/** A roof whose crest runs from south-west to north-east through the box's middle. */
function roof() {
  const heights = Float32Array.from({ length: 201 * 201 }, (_, i) => {
    const [x, y] = [i % 201, Math.floor(i / 201)];
    return 1800 - 45 * Math.abs(x + y - 200);
  });
  return createHeightField(TEST_BOX, 201, 201, heights);
}

describe('paintBlock', () => {
  const fields = paintFields(testMountains());

  it.each([7, 10, 12])('paints a block as its four quarters, byte for byte (level %i)', (z) => {
    const perDeg = (2 ** z * PICTURE_TILE_PX) / 180;
    const westPx = Math.floor((104 - 0.01 + 180) * perDeg);
    const northPx = Math.floor((90 - 22.03) * perDeg);
    const small = { z, westPx, northPx, cols: 256, rows: 256 };
    const rgba = paintBlock(blockLayers(small, fields, WATER), DAY);
    for (const [dx, dy] of [
      [0, 0],
      [128, 0],
      [0, 128],
      [128, 128],
    ] as const) {
      const quarter = {
        ...small,
        westPx: small.westPx + dx,
        northPx: small.northPx + dy,
        cols: 128,
        rows: 128,
      };
      const part = paintBlock(blockLayers(quarter, fields, WATER), DAY);
      let differing = 0;
      for (let row = 0; row < 128; row++) {
        const from = ((row + dy) * 256 + dx) * 4;
        const line = rgba.subarray(from, from + 512);
        differing += line.filter((byte, i) => byte !== part[row * 512 + i]).length;
      }
      expect(differing).toBe(0);
    }
  });

  it('fades out at the edge of the data', () => {
    const edge = tileBlock({ z: 8, x: 402, y: 159, scheme: 'tms' });
    expect(pixel(paintBlock(blockLayers(edge, fields, WATER), DAY), edge, 0, 256).a).toBe(0);
    const inside = tileBlock({ z: 9, x: 807, y: 319, scheme: 'tms' });
    expect(pixel(paintBlock(blockLayers(inside, fields, WATER), DAY), inside, 256, 256).a).toBe(
      255,
    );
  });

  it('is warmer and lighter on the sunlit side than in the shade', () => {
    const block = tileBlock({ z: 8, x: 403, y: 159, scheme: 'tms' });
    const layers = blockLayers(block, paintFields(roof()), { lines: [], lakes: [] });
    const rgba = paintBlock(layers, DAY);
    const col = Math.round((104 + 180) / layers.pixels.stepDeg - block.westPx);
    const row = Math.round((90 - 22) / layers.pixels.stepDeg - block.northPx);
    const lit = pixel(rgba, block, col - 24, row - 24);
    const shade = pixel(rgba, block, col + 24, row + 24);
    expect(lit.r + lit.b).toBeGreaterThan(shade.r + shade.b + 40);
    expect(lit.r / lit.b).toBeGreaterThan(shade.r / shade.b);
  });

  it('paints lakes and rivers blue', () => {
    const block = tileBlock({ z: 9, x: 807, y: 318, scheme: 'tms' });
    const layers = blockLayers(block, fields, WATER);
    const rgba = paintBlock(layers, DAY);
    const col = Math.floor((104.05 + 180) / layers.pixels.stepDeg - block.westPx);
    const row = Math.floor((90 - 21.97) / layers.pixels.stepDeg - block.northPx);
    const { r, b } = pixel(rgba, block, col, row);
    expect(b).toBeGreaterThan(r + 40);
  });

  it('paints dusk darker and bluer in the valleys, with no flat shadow', () => {
    const block = { ...tileBlock({ z: 9, x: 807, y: 319, scheme: 'tms' }), cols: 256, rows: 256 };
    const steep = testMountains(361, 5000);
    const noWater = { lines: [], lakes: [] };
    const day = paintBlock(blockLayers(block, paintFields(steep), noWater), DAY);
    const duskFields = paintFields(steep, {}, 'dusk');
    const layers = blockLayers(block, duskFields, noWater);
    const dusk = paintBlock(layers, pictureStyle('dusk', 'ripe'));
    expect(lightness(dusk)).toBeLessThan(0.8 * lightness(day));
    const shadows: number[] = [];
    for (let row = 0; row < 256; row++) {
      for (let col = 0; col < 256; col++) {
        const isShadow = layers.duskHorizon![(row + 1) * layers.pixels.cols + col + 1]! > 0.45;
        if (!isShadow) continue;
        const { r, g, b } = pixel(dusk, block, col, row);
        expect(b).toBeGreaterThan(r - 4);
        shadows.push((r + g + b) / 3);
      }
    }
    const mean = shadows.reduce((sum, value) => sum + value, 0) / shadows.length;
    const spread = Math.sqrt(
      shadows.reduce((sum, value) => sum + (value - mean) ** 2, 0) / shadows.length,
    );
    expect(shadows.length).toBeGreaterThan(500);
    expect(mean).toBeGreaterThan(35);
    expect(spread).toBeGreaterThan(4);
  });
});

describe('tileBlock', () => {
  it('counts the same pixels in both schemes', () => {
    const tms = tileBlock({ z: 3, x: 5, y: 2, scheme: 'tms' });
    expect(tileBlock({ z: 3, x: 5, y: 5, scheme: 'xyz' })).toEqual(tms);
    expect(tms).toMatchObject({ westPx: 5 * PICTURE_TILE_PX, northPx: 5 * PICTURE_TILE_PX });
  });
});

describe('writeSrgb', () => {
  it('undoes okLabFromHex', () => {
    const out = new Uint8Array(3);
    for (const hex of [0x000000, 0xffffff, 0x4f7d5c, 0xd2d68c, 0x5b93b6, 0xff0000]) {
      writeSrgb(out, 0, ...okLabFromHex(hex), 0.5);
      const [r = 0, g = 0, b = 0] = out;
      for (const [i, byte] of [r, g, b].entries()) {
        expect(Math.abs(byte - ((hex >> (16 - 8 * i)) & 255))).toBeLessThanOrEqual(1);
      }
    }
  });
});
