import { describe, expect, it } from 'vitest';
import { fieldPyramid } from '../terrain/field-pyramid';
import { createHeightField } from '../terrain/height-field';
import { gullyPixels } from './gullies';
import { paintBlock } from './paint-block';
import { paintFields } from './paint-fields';
import { paintTile } from './paint-tile';
import { blockLayers, tileBlock } from './picture-block';
import { pictureStyle } from './picture-style';
import type { PixelGrid } from './resample-field';
import { drawStreams, findDrainage } from './streams';
import { drawTerraces, type TerraceGround } from './terrace-lines';
import { TEST_BOX, testMountains } from './test-land';

const SIDE = 721;

/** Valleys that fall to the south, one along the middle column; posts 10 arc-seconds apart. */
function valley(shape: (col: number, row: number, heightM: number) => number = (_c, _r, h) => h) {
  const heights = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [col, row] = [i % SIDE, Math.floor(i / SIDE)];
    return shape(col, row, 3000 - 3 * row + 40 * Math.abs(((col + 6) % 12) - 6));
  });
  return fieldPyramid(createHeightField(TEST_BOX, SIDE, SIDE, heights));
}

/** Pixels of 9.5 m around a place. */
function pixelsAround(lonDeg: number, latDeg: number, side: number): PixelGrid {
  const stepDeg = 180 / 2 ** 12 / 512;
  const westPx = Math.round((lonDeg + 180) / stepDeg - side / 2);
  const northPx = Math.round((90 - latDeg) / stepDeg - side / 2);
  return { westPx, northPx, stepDeg, cols: side, rows: side };
}

describe('findDrainage', () => {
  it('gathers the water of a valley in its thalweg, more and more downstream', () => {
    const { posts } = findDrainage(valley());
    expect(posts[600 * SIDE + 360]).toBeGreaterThan(1.5 * posts[300 * SIDE + 360]!);
    expect(posts[600 * SIDE + 360]).toBeGreaterThan(100 * posts[600 * SIDE + 340]!);
  });
  it('leads water out of a hollow', () => {
    const hollow = valley((col, row, heightM) => {
      return (col - 360) ** 2 + (row - 300) ** 2 < 12 ? heightM - 10 : heightM;
    });
    const { posts } = findDrainage(hollow);
    expect(posts[320 * SIDE + 360]).toBeGreaterThan(posts[280 * SIDE + 360]!);
  });
});

describe('drawStreams', () => {
  it('draws water in the thalweg and on no slope', () => {
    const pixels = pixelsAround(104, 22, 120);
    const { water, wet } = drawStreams(findDrainage(valley()), pixels, 9.5);
    expect(Math.max(...water.subarray(60 * 120 + 55, 60 * 120 + 66))).toBeGreaterThan(0.5);
    expect(Math.max(...water.subarray(60 * 120, 60 * 120 + 40))).toBe(0);
    expect(Math.max(...wet.subarray(60 * 120, 60 * 120 + 30))).toBe(0);
  });
});

describe('gullyPixels', () => {
  const pixels = pixelsAround(104, 22, 200);
  const layers = (slope: number, karst = 0, metresPerPx = 9.5) => {
    const heights = Float32Array.from({ length: 40_000 }, (_, i) => -slope * 8.8 * (i % 200));
    const flat = (value: number) => new Float32Array(40_000).fill(value);
    return {
      pixels,
      metresPerPx,
      heights,
      middleForm: heights,
      karst: flat(karst),
      steepness: flat(slope),
    };
  };
  it('cuts gullies down the slope, not across it', () => {
    const gullies = gullyPixels(layers(0.5));
    const heightM = gullies?.heightM ?? new Float32Array(40_000);
    let [down, along] = [0, 0];
    for (let row = 20; row < 180; row++) {
      for (let col = 20; col < 180; col++) {
        const at = row * 200 + col;
        down += (heightM[at + 1]! - heightM[at - 1]!) ** 2;
        along += (heightM[at + 200]! - heightM[at - 200]!) ** 2;
      }
    }
    expect(along).toBeGreaterThan(4 * down);
    expect(Math.max(...heightM)).toBeGreaterThan(8);
  });
  it('leaves level ground, karst and the view from far alone', () => {
    expect(gullyPixels(layers(0.01))?.heightM.every((heightM) => heightM === 0)).toBe(true);
    expect(gullyPixels(layers(0.5, 1))?.heightM.every((heightM) => heightM === 0)).toBe(true);
    expect(gullyPixels(layers(0.5, 0, 304))).toBeUndefined();
  });
});

describe('drawTerraces', () => {
  const { rice, riceBeside } = pictureStyle('day', 'ripe');
  const ground = { heightM: 1002.5, slope: 0.4, parcel: 0, patch: 0.2, share: 1 };
  const drawn = (change: Partial<TerraceGround>, metresPerPx = 2) => {
    const mix = { lightness: rice[0], a: rice[1], b: rice[2] };
    drawTerraces(mix, { ...ground, ...change }, riceBeside, metresPerPx);
    return mix;
  };
  it('draws dark risers between light treads', () => {
    expect(drawn({}).lightness).toBeGreaterThan(drawn({ heightM: 1000 }).lightness + 0.05);
  });
  it('draws no edge from far', () => {
    const [tread, riser] = [drawn({}, 40), drawn({ heightM: 1000 }, 40)];
    expect(tread.lightness).toBeCloseTo(riser.lightness, 6);
  });
  it('puts still green fields beside the ripe ones', () => {
    expect(drawn({ patch: -0.5 }).a).toBeLessThan(drawn({ patch: 0.5 }).a - 0.01);
  });
});

describe('paintTile', () => {
  it('paints the part of a tile within the data as a whole block has it', () => {
    const tile = { z: 5, x: 50, y: 19, scheme: 'tms' } as const;
    const fields = paintFields(testMountains());
    const water = { lines: [], lakes: [] };
    const style = pictureStyle('day', 'ripe');
    const whole = paintBlock(blockLayers(tileBlock(tile), fields, water), style);
    const cut = paintTile(tile, { fields, water, style });
    expect(cut.some((byte) => byte > 0)).toBe(true);
    expect(Buffer.compare(Buffer.from(cut), Buffer.from(whole))).toBe(0);
  });
});
