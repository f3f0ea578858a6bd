import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../io/progress';
import { blurred } from '../blur';
import { createHeightField, type HeightField } from '../height-field';
import { readDem } from '../read-dem';
import { sketchHeightField } from '../sketch-height-field';
import { readSketchFacts, type SketchFacts } from './facts';
import { drownedCourses } from './lake-levels';
import { riverCourse } from './river-course';
import { SKETCH_BOX_DEG, sketchGrid } from './sketch-grid';

const ROOT = resolve(import.meta.dirname, '../../..');
const DEM = join(ROOT, '../shared/data/dem/nwvn-fused-5s.tif');
const HAS_DEM = existsSync(DEM);
if (!HAS_DEM) console.info('skipped: ../shared/data/dem/nwvn-fused-5s.tif is not there');

let facts: SketchFacts;
let sketch: HeightField;

beforeAll(async () => {
  facts = await readSketchFacts(ROOT);
  sketch = await sketchHeightField(ROOT, SILENT_PROGRESS);
}, 120_000);

function rmseM(kind: 'summit' | 'pass' | 'town'): number {
  const points = facts.points.filter((point) => point.kind === kind);
  const squares = points.map((p) => (sketch.sample(p.lonDeg, p.latDeg) - p.heightM) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / points.length);
}

describe('synthesizeSketch', () => {
  it('puts every summit within 20 m of its height', () => {
    for (const summit of facts.points.filter((point) => point.kind === 'summit')) {
      const offM = Math.abs(sketch.sample(summit.lonDeg, summit.latDeg) - summit.heightM);
      expect(offM, summit.name).toBeLessThanOrEqual(20);
    }
  });

  it('puts towns and passes at their heights', () => {
    expect(rmseM('town')).toBeLessThanOrEqual(60);
    expect(rmseM('pass')).toBeLessThanOrEqual(40);
  });

  it('lets no named river climb', () => {
    for (const course of drownedCourses(facts.rivers.map(riverCourse), facts.lakes)) {
      for (let i = 1; i < course.points.length; i++) {
        const [above, here] = [course.points[i - 1]?.[2] ?? 0, course.points[i]?.[2] ?? 0];
        expect(here, course.river.id).toBeLessThanOrEqual(above);
      }
    }
  });

  it('has the landmarks: a low Red River, a high Hoàng Liên Sơn, a flat Điện Biên basin', () => {
    expect(sketch.sample(103.965, 22.505)).toBeLessThan(150);
    expect(sketch.sample(103.855, 22.205)).toBeGreaterThan(2000);
    for (const latDeg of [21.34, 21.37, 21.4]) {
      expect(Math.abs(sketch.sample(103.01, latDeg) - 485)).toBeLessThan(45);
    }
    expect(sketch.sample(104.64, 20.85)).toBeGreaterThan(750);
  });

  it('stays between the sea and the highest summits around', () => {
    let [low, high] = [Infinity, -Infinity];
    for (const height of sketch.heightsOrthometricM) {
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThan(3600);
  });

  it.skipIf(!HAS_DEM)('is near the reference model', async () => {
    const truth = await readDem(DEM);
    const raw = comparison(sketch, truth);
    const smooth = comparison(lowPassed(sketch), lowPassed(truth));
    console.info(
      `sketch against the reference: raw RMSE ${raw.rmse.toFixed(0)} m, correlation` +
        ` ${raw.correlation.toFixed(3)}; low-passed (5 km) RMSE ${smooth.rmse.toFixed(0)} m,` +
        ` correlation ${smooth.correlation.toFixed(3)}`,
    );
    expect(raw.rmse).toBeLessThanOrEqual(320);
    expect(smooth.rmse).toBeLessThanOrEqual(170);
    expect(smooth.correlation).toBeGreaterThanOrEqual(0.94);
  });
});

/** A field smoothed with a Gaussian of 5 km, on the sketch's 40 arc-second grid. */
function lowPassed(field: HeightField): HeightField {
  const grid = sketchGrid(90);
  const heights = Float32Array.from({ length: grid.cols * grid.rows }, (_, i) => {
    const lonDeg = SKETCH_BOX_DEG.westDeg + (i % grid.cols) / 90;
    const latDeg = SKETCH_BOX_DEG.northDeg - Math.floor(i / grid.cols) / 90;
    let sum = 0;
    for (const by of [-1 / 360, 1 / 360]) {
      sum += field.sample(lonDeg + by, latDeg - by) + field.sample(lonDeg + by, latDeg + by);
    }
    return sum / 4;
  });
  return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, blurred(grid, heights, 5_000));
}

/** Over the region box, a margin of 0.1 degrees inside it, so that no smoothing looks out. */
function comparison(a: HeightField, b: HeightField): { rmse: number; correlation: number } {
  const sums = { n: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let latDeg = 20.3; latDeg < 23.4; latDeg += 0.0137) {
    for (let lonDeg = 101.9; lonDeg < 106.2; lonDeg += 0.0139) {
      const [x, y] = [a.sample(lonDeg, latDeg), b.sample(lonDeg, latDeg)];
      sums.n++;
      sums.a += x;
      sums.b += y;
      sums.aa += x * x;
      sums.bb += y * y;
      sums.ab += x * y;
    }
  }
  const { n } = sums;
  const covariance = sums.ab - (sums.a * sums.b) / n;
  const spread = Math.sqrt((sums.aa - sums.a ** 2 / n) * (sums.bb - sums.b ** 2 / n));
  return {
    rmse: Math.sqrt((sums.aa + sums.bb - 2 * sums.ab) / n),
    correlation: covariance / spread,
  };
}
