import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { headingDifferenceDeg } from '#core/geo/angles';
import { geodeticOfMap, refractedSighting, sightClearanceM } from '#core/geo/visible-names';
import { SILENT_PROGRESS } from '../../io/progress';
import { ROOT_DIR } from '../../io/root-dir';
import type { HeightField } from '../../terrain/height-field';
import { readDem } from '../../terrain/read-dem';
import { sketchHeightField } from '../../terrain/sketch-height-field';
import { seededRandom } from '../../testing/seeded-random';
import { type ReferencePoint, vincentyHeadingDeg, walkedClearanceM } from './testing/walked-sight';

const SURVEY = join(ROOT_DIR, '../shared/data/dem/nwvn-fused-5s.tif');
const HAS_SURVEY = existsSync(SURVEY);
if (!HAS_SURVEY) console.info(`${SURVEY} is not there: sights are held against the sketch relief`);

const PAIRS = 1000;
const STEP_M = 10;
/** Nearer to the ground than this, two ways of reckoning may differ. */
const UNDECIDED_M = 1;
const NEAREST_DEG = 0.02;
const FARTHEST_DEG = 0.6;

describe('sight lines against light walked in steps of ten metres', () => {
  const random = seededRandom(20_250_713);
  const between = (from: number, to: number) => from + random() * (to - from);
  let field: HeightField;

  beforeAll(async () => {
    field = HAS_SURVEY ? await readDem(SURVEY) : await sketchHeightField(ROOT_DIR, SILENT_PROGRESS);
  });

  /** Somewhere over the ground. */
  function pointAt(lonDeg: number, latDeg: number, aboveM: number): ReferencePoint {
    return { lonDeg, latDeg, heightOrthometricM: field.sample(lonDeg, latDeg) + aboveM };
  }

  function randomPair(): readonly [ReferencePoint, ReferencePoint] {
    const from = pointAt(between(102.5, 105.6), between(20.9, 22.8), between(1.5, 60));
    const away = between(NEAREST_DEG, FARTHEST_DEG);
    const turn = between(0, 2 * Math.PI);
    const lonDeg = from.lonDeg + away * Math.sin(turn);
    return [from, pointAt(lonDeg, from.latDeg + away * Math.cos(turn), between(2, 400))];
  }

  it('says the same of a thousand random pairs', () => {
    const tally = { visible: 0, hidden: 0, undecided: 0 };
    for (let pair = 0; pair < PAIRS; pair++) {
      const [from, to] = randomPair();
      const [eye, target] = [geodeticOfMap(from), geodeticOfMap(to)];
      const { headingDeg } = refractedSighting(eye, target);
      const heading = vincentyHeadingDeg(from, to);
      expect(Math.abs(headingDifferenceDeg(headingDeg, heading))).toBeLessThan(0.1);
      const ours = sightClearanceM(eye, target, field);
      const { clearanceM, missedByM } = walkedClearanceM(from, to, field, STEP_M);
      expect(missedByM).toBeLessThan(0.5);
      if (Math.min(Math.abs(ours), Math.abs(clearanceM)) < UNDECIDED_M) tally.undecided++;
      else {
        expect(ours > 0, `${JSON.stringify([from, to])} ${ours} ${clearanceM}`).toBe(
          clearanceM > 0,
        );
        tally[ours > 0 ? 'visible' : 'hidden']++;
      }
    }
    console.info(`sight lines: ${JSON.stringify(tally)}`);
    expect(tally.visible).toBeGreaterThan(100);
    expect(tally.hidden).toBeGreaterThan(100);
    expect(tally.undecided).toBeLessThan(30);
  });
});
