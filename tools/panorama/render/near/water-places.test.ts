import { describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../../io/progress';
import { type PaintCare, type PaintedPicture, paintPicture } from '../paint-picture';
import type { Recipe } from '../recipe';
import { changedColumn, seamDifference } from '../testing/picture-facts';
import { testField, testRecipe } from '../testing/test-recipe';

const WIDTH_PX = 256;
const COARSE: PaintCare = { samples: 1, gridFactor: 12, stepFactor: 3 };
const EAST_PX = WIDTH_PX * 0.75;
const TOLERANCE_DEG = 14;

function paint(nearField: Recipe['nearField'], workerCount: number): Promise<PaintedPicture> {
  const viewpoint = { lonDeg: 104, latDeg: 22, eyeHeightAboveGroundM: 2 };
  return paintPicture({ ...testRecipe(), viewpoint, nearField }, testField(), {
    widthPx: WIDTH_PX,
    workerCount,
    care: COARSE,
    progress: SILENT_PROGRESS,
  });
}

const LAKE: Recipe['nearField'] = {
  kind: 'lake',
  levelOrthometricM: 505,
  drawdownM: 2,
  windRatio: 0.2,
  jettyHeadingDeg: 0,
  boatCount: 0,
  cages: [],
  hamlets: [],
  islands: [],
};
/** Each kind with a key thing in the east, and without it. */
const PLACES: readonly (readonly [string, Recipe['nearField'], Recipe['nearField']])[] = [
  ['lake', { ...LAKE, islands: [{ lonDeg: 104.004, latDeg: 22, radiusM: 80, heightM: 90 }] }, LAKE],
];

describe.each(PLACES)('near field %s', (_kind, withThing, without) => {
  it('draws the same bytes with any workers, closes at the seam, shows its key thing', async () => {
    const shown = await paint(withThing, 1);
    expect(Buffer.compare(shown.rgb, (await paint(withThing, 2)).rgb)).toBe(0);
    const { seam, inside } = seamDifference(shown);
    expect(seam).toBeLessThanOrEqual(inside);
    const column = changedColumn(shown, await paint(without, 2));
    expect(column).toBeDefined();
    expect(Math.abs((column ?? 0) - EAST_PX)).toBeLessThan((TOLERANCE_DEG / 360) * WIDTH_PX);
  }, 240_000);
});

describe('water', () => {
  it('mirrors the sky: brighter below the horizon than the land it covers', async () => {
    const wet = await paint(LAKE, 2);
    const dry = await paint({ ...LAKE, levelOrthometricM: 100, jettyHeadingDeg: undefined }, 2);
    expect(blueBelow(wet)).toBeGreaterThan(blueBelow(dry) + 15);
  }, 240_000);
});

/** Mean of blue less red in the band below the horizon. */
function blueBelow({ rgb, widthPx, heightPx }: PaintedPicture): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.floor(heightPx * 0.52); row < heightPx * 0.6; row++) {
    for (let x = 0; x < widthPx; x++) {
      const o = (row * widthPx + x) * 3;
      sum += rgb[o + 2]! - rgb[o]!;
      count++;
    }
  }
  return sum / count;
}
