import { describe, expect, it } from 'vitest';
import { createHeightField } from '../terrain/height-field';
import { fractalNoise } from '../terrain/sketch/noise';
import { okLabFromHex, writeSrgb } from './oklab';
import { paintFields } from './paint-fields';
import { paintTile } from './paint-tile';
import { PICTURE_TILE_PX, tileLayers } from './tile-layers';

const BOX = { westDeg: 103, southDeg: 21, eastDeg: 105, northDeg: 23 };
const NO_WATER = { lines: [], lakes: [] };

function mountains() {
  const side = 361;
  const heights = Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return 1100 + 700 * fractalNoise(x / 40, y / 40, 9, 4, 0.5);
  });
  return createHeightField(BOX, side, side, heights);
}

function pixel(rgba: Uint8Array, col: number, row: number): readonly number[] {
  const at = (row * PICTURE_TILE_PX + col) * 4;
  return Array.from(rgba.subarray(at, at + 4));
}

describe('paintTile', () => {
  const fields = paintFields(mountains());

  it('joins its neighbour without a seam', () => {
    const west = paintTile(tileLayers({ z: 9, x: 806, y: 319, scheme: 'tms' }, fields, NO_WATER));
    const east = paintTile(tileLayers({ z: 9, x: 807, y: 319, scheme: 'tms' }, fields, NO_WATER));
    let [across, within] = [0, 0];
    for (let row = 0; row < PICTURE_TILE_PX; row++) {
      const [a, b, c] = [
        pixel(west, PICTURE_TILE_PX - 2, row),
        pixel(west, PICTURE_TILE_PX - 1, row),
        pixel(east, 0, row),
      ];
      for (let k = 0; k < 3; k++) {
        within += Math.abs((a[k] ?? 0) - (b[k] ?? 0));
        across += Math.abs((b[k] ?? 0) - (c[k] ?? 0));
      }
    }
    expect(across).toBeLessThan(1.25 * within + 200);
  });

  it('fades out at the edge of the data', () => {
    const rgba = paintTile(tileLayers({ z: 8, x: 402, y: 159, scheme: 'tms' }, fields, NO_WATER));
    expect(pixel(rgba, 0, 256)[3]).toBe(0);
    const inside = paintTile(tileLayers({ z: 9, x: 807, y: 319, scheme: 'tms' }, fields, NO_WATER));
    expect(pixel(inside, 256, 256)[3]).toBe(255);
  });

  it('is warmer and lighter on the sunlit side than in the shade', () => {
    const ridge = createHeightField(
      BOX,
      201,
      201,
      Float32Array.from({ length: 201 * 201 }, (_, i) => {
        const [x, y] = [i % 201, Math.floor(i / 201)];
        return 1800 - 45 * Math.abs(x + y - 200);
      }),
    );
    const layers = tileLayers(
      { z: 8, x: 403, y: 159, scheme: 'tms' },
      paintFields(ridge),
      NO_WATER,
    );
    const rgba = paintTile(layers);
    // The crest runs from south-west to north-east through the box's middle (104, 22).
    const col = Math.round((104 - layers.pixels.westDeg) / layers.pixels.stepDeg) - 1;
    const row = Math.round((layers.pixels.northDeg - 22) / layers.pixels.stepDeg) - 1;
    const [lit, shade] = [pixel(rgba, col - 24, row - 24), pixel(rgba, col + 24, row + 24)];
    const [litR = 0, , litB = 0] = lit;
    const [shadeR = 0, , shadeB = 0] = shade;
    expect(litR + litB).toBeGreaterThan(shadeR + shadeB + 60);
    expect(litR / litB).toBeGreaterThan(shadeR / shadeB);
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
