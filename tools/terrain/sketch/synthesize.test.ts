import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import SOURCES from '../../../tilesets/sources.json' with { type: 'json' };
import { SILENT_PROGRESS } from '../../io/progress';
import type { HeightField } from '../height-field';
import { sketchHeightField } from '../sketch-height-field';
import { type PointFact, readSketchFacts, type SketchFacts } from './facts';
import { drownedCourses } from './lake-levels';
import { riverCourse } from './river-course';
import { synthesizeSketch } from './synthesize';

const ROOT = resolve(import.meta.dirname, '../../..');
const IS_LONG = process.env['LONG'] === '1';
const SOURCE_IDS = Object.keys(SOURCES.sources);

let facts: SketchFacts;
let sketch: HeightField;

beforeAll(async () => {
  facts = await readSketchFacts(ROOT);
  sketch = await sketchHeightField(ROOT, SILENT_PROGRESS);
}, 120_000);

/** Widest distance from the facts, of each point on its own, in the finished field. */
function widestOff(kind: PointFact['kind'], boundM: number): void {
  const points = facts.points.filter((point) => point.kind === kind);
  const offsM = points.map(({ lonDeg, latDeg, heightM }) =>
    Math.abs(sketch.sample(lonDeg, latDeg) - heightM),
  );
  const rmsM = Math.sqrt(offsM.reduce((sum, offM) => sum + offM * offM, 0) / offsM.length);
  console.info(
    `${points.length} ${kind}: RMS ${rmsM.toFixed(1)} m, widest ${Math.max(...offsM).toFixed(1)} m`,
  );
  for (const [i, offM] of offsM.entries()) {
    expect(offM, points[i]?.name).toBeLessThanOrEqual(boundM);
  }
}

function isSummit({ kind }: PointFact): boolean {
  return kind === 'summit';
}

describe('the facts', () => {
  it('hold 60 to 160 crests and valleys, and more than 100 summits, passes, towns and lakes', () => {
    const lines = facts.ridges.length + facts.valleys.length;
    const places = facts.points.filter(({ kind }) => kind !== 'spot').length + facts.lakes.length;
    console.info(`${lines} crests and valleys, ${facts.rivers.length} rivers, ${places} places`);
    expect(lines).toBeGreaterThanOrEqual(60);
    expect(lines).toBeLessThanOrEqual(160);
    expect(places).toBeGreaterThan(100);
  });

  it('have names of their own and sources that are listed', () => {
    const all = [facts.rivers, facts.ridges, facts.valleys, facts.points, facts.lakes].flat();
    for (const list of [facts.rivers, facts.ridges, facts.valleys, facts.points, facts.lakes]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    for (const fact of all) for (const id of fact.source) expect(SOURCE_IDS).toContain(id);
  });
});

describe('synthesizeSketch', () => {
  it.runIf(IS_LONG)(
    'makes the same heights to the last bit, again and in another thread',
    () => {
      const again = synthesizeSketch(facts).heightsOrthometricM;
      expect(again.every((heightM, i) => heightM === sketch.heightsOrthometricM[i])).toBe(true);
    },
    120_000,
  );

  it('puts every summit within 30 m of its height', () => widestOff('summit', 30));
  it('makes a top of every summit: no ground within 300 m stands 20 m higher', () => {
    for (const { name, lonDeg, latDeg, heightM } of facts.points.filter(isSummit)) {
      for (let turn = 0; turn < 8; turn++) {
        const east = (300 * Math.cos((turn * Math.PI) / 4)) / 103_340;
        const north = (300 * Math.sin((turn * Math.PI) / 4)) / 110_760;
        expect(sketch.sample(lonDeg + east, latDeg + north), name).toBeLessThan(heightM + 20);
      }
    }
  });

  it('puts every town within 40 m of its height', () => widestOff('town', 40));
  it('puts every pass within 40 m of its height', () => widestOff('pass', 40));

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

  it('lets the water of named rivers fall all the way in the finished ground, or nearly', () => {
    let [climbedM, fallenM] = [0, 0];
    for (const { points } of drownedCourses(facts.rivers.map(riverCourse), facts.lakes)) {
      const heights = points.map(([lonDeg, latDeg]) => sketch.sample(lonDeg, latDeg));
      let lowestM = Infinity;
      for (const heightM of heights) {
        climbedM = Math.max(climbedM, heightM - Math.min(heightM, lowestM));
        lowestM = Math.min(lowestM, heightM);
      }
      fallenM += (heights[0] ?? 0) - (heights.at(-1) ?? 0);
    }
    console.info(
      `rivers climb at most ${climbedM.toFixed(0)} m; they fall ${fallenM.toFixed(0)} m`,
    );
    expect(climbedM).toBeLessThan(40);
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
});
