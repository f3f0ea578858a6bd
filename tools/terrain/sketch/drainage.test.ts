import { describe, expect, it } from 'vitest';
import { drain } from './drainage';
import { creep, erodeStep } from './erode';
import { fractalNoise } from './noise';
import { unscattered } from './scatter';

const GRID = unscattered({
  cols: 60,
  rows: 50,
  postsPerDeg: 90,
  colStepM: 1000,
  rowStepM: 1100,
});

/** Hilly land with hollows; water leaves along the southern border. */
function hollowLand() {
  const heights = Float32Array.from({ length: GRID.cols * GRID.rows }, (_, i) => {
    const [x, y] = [i % GRID.cols, Math.floor(i / GRID.cols)];
    return 900 - 12 * y + 240 * fractalNoise(x / 9, y / 9, 3, 3, 0.6);
  });
  const isBase = new Uint8Array(heights.length);
  isBase.fill(1, (GRID.rows - 1) * GRID.cols);
  return { heights, isBase };
}

describe('drain', () => {
  it('leads every post to the base, hollows too', () => {
    const { heights, isBase } = hollowLand();
    const { receiver } = drain(GRID, heights, isBase);
    for (let start = 0; start < heights.length; start++) {
      let post = start;
      for (let steps = 0; isBase[post] === 0; steps++) {
        expect(steps).toBeLessThan(heights.length);
        post = receiver[post] ?? post;
      }
    }
  });

  it('brings all of the land to the base as catchment', () => {
    const { heights, isBase } = hollowLand();
    const { areaM2 } = drain(GRID, heights, isBase);
    const atBase = areaM2.reduce((sum, area, i) => sum + (isBase[i] === 1 ? area : 0), 0);
    expect(atBase / (heights.length * 1000 * 1100)).toBeCloseTo(1, 4);
  });

  it('orders posts so that each comes after the one it drains to', () => {
    const { heights, isBase } = hollowLand();
    const { order, receiver } = drain(GRID, heights, isBase);
    const seen = new Set<number>();
    for (const post of order) {
      expect(isBase[post] === 1 || seen.has(receiver[post] ?? -1)).toBe(true);
      seen.add(post);
    }
    expect(seen.size).toBe(heights.length);
  });
});

describe('erodeStep', () => {
  it('keeps the base and makes water run downhill everywhere', () => {
    const { heights, isBase } = hollowLand();
    const before = heights.slice();
    const envelopeM = heights.map((heightM) => heightM + 300);
    const erodibility = new Float32Array(heights.length).fill(1);
    const steepest = new Float32Array(heights.length).fill(0.4);
    for (let step = 0; step < 60; step++) {
      const drainage = drain(GRID, heights, isBase);
      erodeStep(GRID, heights, drainage, { envelopeM, erodibility, steepest }, 0.8);
    }
    const { receiver } = drain(GRID, heights, isBase);
    let uphill = 0;
    for (let i = 0; i < heights.length; i++) {
      if (isBase[i] === 1) expect(heights[i]).toBe(before[i]);
      else if ((heights[receiver[i] ?? i] ?? 0) > (heights[i] ?? 0)) uphill++;
    }
    expect(uphill / heights.length).toBeLessThan(0.02);
  });
});

describe('creep', () => {
  it('leaves an even slope as it is', () => {
    const heights = Float32Array.from(
      { length: GRID.cols * GRID.rows },
      (_, i) => 3 * (i % GRID.cols),
    );
    const before = heights.slice();
    creep(GRID, heights, new Uint8Array(heights.length));
    for (const [i, height] of heights.entries()) expect(height).toBeCloseTo(before[i] ?? 0, 3);
  });
});
