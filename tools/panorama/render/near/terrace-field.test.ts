import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../../io/progress';
import { type PaintCare, type PaintedPicture, paintPicture } from '../paint-picture';
import type { Recipe } from '../recipe';
import { testField, testRecipe } from '../testing/test-recipe';

const COARSE: PaintCare = { samples: 1, gridFactor: 12, stepFactor: 3 };
const WIDTH_PX = 256;

/** Terraces on the test's hills; a steep round hill stands 260 m east of the viewer. */
function terraces(season: Recipe['season'], hasHill: boolean): Recipe {
  return {
    ...testRecipe(),
    viewpoint: { lonDeg: 104, latDeg: 22, eyeHeightAboveGroundM: 3 },
    season,
    nearField: {
      kind: 'terraces',
      landform: {
        kind: 'relief',
        spurRatio: 0.2,
        lookout: { headingDeg: 90, heightM: 8, lengthM: 60, widthM: 50 },
        hills: hasHill ? [{ offsetM: [260, 0], radiusM: 60, heightM: 90 }] : [],
        forestLineOverEyeM: 400,
      },
      villages: [{ people: 'thai', hamlets: 2, fromM: 60, toM: 200, housesEach: 4 }],
    },
  };
}

function paint(recipe: Recipe, workerCount: number): Promise<PaintedPicture> {
  return paintPicture(recipe, testField(), {
    widthPx: WIDTH_PX,
    workerCount,
    care: COARSE,
    progress: SILENT_PROGRESS,
  });
}

/** Mean light of a patch of the picture by colour, 8-bit. */
function meanColour({ rgb }: PaintedPicture, fromRow: number, toRow: number): readonly number[] {
  const sums = [0, 0, 0];
  for (let o = fromRow * WIDTH_PX * 3; o < toRow * WIDTH_PX * 3; o++) sums[o % 3]! += rgb[o]!;
  return sums.map((sum) => sum / ((toRow - fromRow) * WIDTH_PX));
}

describe('terraces', () => {
  let plain: PaintedPicture;
  let hilly: PaintedPicture;
  let flooded: PaintedPicture;
  beforeAll(async () => {
    plain = await paint(terraces('ripe', false), 1);
    hilly = await paint(terraces('ripe', true), 2);
    flooded = await paint(terraces('flooded', false), 2);
  }, 300_000);

  it('give the same bytes with another number of workers', async () => {
    const again = await paint(terraces('ripe', false), 2);
    expect(Buffer.compare(plain.rgb, again.rgb)).toBe(0);
  }, 150_000);

  it('have their round hill where the recipe puts it', () => {
    let sum = 0;
    let count = 0;
    for (let row = 40; row < 64; row++) {
      for (let x = 0; x < WIDTH_PX; x++) {
        const o = (row * WIDTH_PX + x) * 3;
        if (Math.abs(plain.rgb[o + 2]! - hilly.rgb[o + 2]!) < 60) continue;
        sum += x;
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
    expect(Math.abs(sum / count - WIDTH_PX * 0.75)).toBeLessThan(8);
  });

  it('mirror the sky when they are flooded and are gold when the rice is ripe', () => {
    const [redRipe, , blueRipe] = meanColour(plain, 68, 100);
    const [redWet, , blueWet] = meanColour(flooded, 68, 100);
    expect(redRipe! / blueRipe!).toBeGreaterThan(1.5);
    expect(redWet! / blueWet!).toBeLessThan((redRipe! / blueRipe!) * 0.8);
  });

  it('close at the seam as smoothly as beside it', () => {
    const step = (a: number, b: number): number => {
      let sum = 0;
      for (let row = 0; row < WIDTH_PX / 2; row++) {
        for (let c = 0; c < 3; c++) {
          const start = row * WIDTH_PX * 3 + c;
          sum += Math.abs(plain.rgb[start + a * 3]! - plain.rgb[start + b * 3]!);
        }
      }
      return sum;
    };
    const inside = Array.from({ length: WIDTH_PX - 1 }, (_, x) => step(x, x + 1));
    expect(step(WIDTH_PX - 1, 0)).toBeLessThanOrEqual(Math.max(...inside));
  });
});
