import { describe, expect, it } from 'vitest';
import { createNoise } from '../maths/noise';
import { cliffs, createKarst } from './karst';

const noise = createNoise(3);
const TOWERS = { heightM: 120, spacingM: 400, coverRatio: 0.7 };

function samples(valueAt: (x: number, y: number) => number): readonly number[] {
  const values: number[] = [];
  for (let y = -4000; y <= 4000; y += 97) {
    for (let x = -4000; x <= 4000; x += 101) values.push(valueAt(x, y));
  }
  return values;
}

describe('createKarst', () => {
  const peaks = createKarst(noise, TOWERS);

  it('is a height everywhere, on grids of any spacing', () => {
    for (const cellM of [0.5, 30, 150]) {
      expect(samples((x, y) => peaks(x, y, cellM)).every(Number.isFinite)).toBe(true);
    }
  });

  it('stands peaks between hollows and leaves the mean height of the land', () => {
    const values = samples((x, y) => peaks(x, y, 10));
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(Math.max(...values)).toBeGreaterThan(0.6 * TOWERS.heightM);
    expect(Math.abs(mean)).toBeLessThan(0.15 * TOWERS.heightM);
  });
});

describe('cliffs', () => {
  it('keeps the order of heights and the smooth slope where the ratio is 0', () => {
    expect(cliffs(noise, 40, 70, 812.5, 60, 0)).toBe(812.5);
    let before = Number.NEGATIVE_INFINITY;
    for (let h = 300; h < 700; h += 2) {
      const stepped = cliffs(noise, 40, 70, h, 60, 0.8);
      expect(stepped).toBeGreaterThanOrEqual(before);
      expect(Math.abs(stepped - h)).toBeLessThan(60);
      before = stepped;
    }
  });
});
