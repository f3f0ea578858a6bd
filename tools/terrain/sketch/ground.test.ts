import { describe, expect, it } from 'vitest';
import type { SketchFacts } from './facts';
import { hash01 } from './noise';
import { riverCourse } from './river-course';
import { carriedOver, scattered, unscattered } from './scatter';
import { colOf, rowOf, sketchGrid } from './sketch-grid';
import { hardnessOn, strataOf } from './strata';
import { smoothlyDoubled } from './upsample';
import { layWater } from './water';

const COARSE = sketchGrid(45);
const FINE = sketchGrid(90);

const NOTHING: SketchFacts = {
  rivers: [],
  ridges: [],
  valleys: [],
  points: [],
  lakes: [],
  regions: [],
};

function extremes(values: Float32Array): readonly [lowest: number, highest: number] {
  return values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as [number, number],
    [Infinity, -Infinity] as [number, number],
  );
}

describe('carriedOver', () => {
  it('carries an even slope from scattered posts to others without changing it', () => {
    const from = scattered(COARSE);
    const to = unscattered(FINE);
    const slope = Float32Array.from({ length: from.cols * from.rows }, (_, i) => {
      const x = (i % from.cols) + from.east[i]!;
      const y = Math.floor(i / from.cols) + from.south[i]!;
      return 30 * x - 20 * y;
    });
    const [read] = carriedOver([slope], from, to);
    let widest = 0;
    for (let row = 4; row < to.rows - 4; row++) {
      for (let col = 4; col < to.cols - 4; col++) {
        const off = (read?.[row * to.cols + col] ?? Infinity) - (15 * col - 10 * row);
        widest = Math.max(widest, Math.abs(off));
      }
    }
    expect(widest).toBeLessThan(0.01);
  });

  it('stays between the heights around', () => {
    const from = scattered(COARSE);
    const heights = Float32Array.from({ length: from.cols * from.rows }, (_, i) => hash01(i, 1, 3));
    const [read] = carriedOver([heights], from, unscattered(FINE));
    const [lowest, highest] = extremes(read ?? new Float32Array());
    expect(lowest).toBeGreaterThan(-0.7);
    expect(highest).toBeLessThan(1.7);
  });
});

describe('smoothlyDoubled', () => {
  it('keeps an even slope away from the edges', () => {
    const slope = Float32Array.from(
      { length: COARSE.cols * COARSE.rows },
      (_, i) => 30 * (i % COARSE.cols),
    );
    const fine = smoothlyDoubled(slope, COARSE, FINE);
    for (let col = 2; col < FINE.cols - 2; col++) {
      expect(fine[20 * FINE.cols + col]).toBeCloseTo(15 * col, 3);
    }
  });
});

describe('strataOf', () => {
  it('lays beds along the lines of the facts', () => {
    const points = Array.from({ length: 13 }, (_, i) => [102 + i * 0.35, 22, 900] as const);
    const ridges = [{ id: 'west-east', name: 'West to east', source: ['hand'], points }];
    const strata = strataOf({ ...NOTHING, ridges });
    const at = Math.round(rowOf(strata.grid, 22)) * strata.grid.cols;
    const post = at + Math.round(colOf(strata.grid, 104.1));
    expect(Math.abs(strata.east[post] ?? 0)).toBeGreaterThan(0.95);
    const hardness = hardnessOn(strata, strata.grid);
    const change = (step: number): number => {
      let sum = 0;
      for (let k = -60; k < 60; k++)
        sum += Math.abs(hardness[post + k + step]! - hardness[post + k]!);
      return sum;
    };
    expect(change(1)).toBeLessThan(0.7 * change(strata.grid.cols));
  });
});

describe('layWater', () => {
  const grid = sketchGrid(360);
  const river = {
    id: 'river',
    name: 'River',
    source: ['hand'],
    widthM: 200,
    points: [
      [103, 22.1, 400],
      [103.1, 22, 350],
      [103.2, 21.9, 300],
    ] as const,
  };
  const course = riverCourse(river);
  const heights = new Float32Array(grid.cols * grid.rows).fill(800);
  layWater(grid, heights, { ...NOTHING, rivers: [river] }, [course]);
  const heightAt = (lonDeg: number, latDeg: number): number =>
    heights[Math.round(rowOf(grid, latDeg)) * grid.cols + Math.round(colOf(grid, lonDeg))]!;

  it('brings the ground down to a river, and leaves what is far as it is', () => {
    for (const [lonDeg, latDeg, levelM] of course.points) {
      expect(heightAt(lonDeg, latDeg) - levelM).toBeLessThan(220);
    }
    expect(heightAt(103.02, 22)).toBe(800);
  });

  it('leaves no step on the banks: two posts differ by less than a cliff', () => {
    const steps = heights.map((heightM, i) => Math.abs((heights[i + 1] ?? heightM) - heightM));
    expect(extremes(steps)[1]).toBeLessThan(420);
  });
});
