import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../../io/progress';
import { shareLandGrid } from '../land/land-heights';
import { type PaintedLight, paintLight } from '../paint-picture';
import { parseRecipe } from '../recipe';
import { testField, testRecipe } from '../testing/test-recipe';
import { chooseView, type HeightAt, type ViewWish } from './choose-view';
import { planStill } from './plan-still';
import { perspective, STILL_SIZE, windowOf } from './still-camera';
import { themeOf } from './still-theme';
import { developStill } from './still-tone';
import { testSubject } from './testing/test-subject';

const COARSE = { samples: 1, gridFactor: 12, stepFactor: 3 } as const;

describe('windowOf, perspective', () => {
  it('shows a mark where it stands, over the seam of the sphere too', () => {
    const widthPx = 1024;
    for (const headingDeg of [0, 90, 178, 270]) {
      const light = new Float32Array((widthPx * widthPx * 3) / 2);
      // A patch of light 10 degrees right of the middle and 5 above it.
      const column = Math.round(((headingDeg + 10) / 360 + 0.5) * widthPx) % widthPx;
      const row = Math.round((0.5 - 5 / 180) * (widthPx / 2));
      for (const [i, j] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        light[((row + j) * widthPx + ((column + i) % widthPx)) * 3] = 1;
      }
      const camera = { headingDeg, pitchDeg: 0, horizontalFovDeg: 60 };
      const painted: PaintedLight = {
        widthPx,
        light,
        eyeHeightOrthometricM: 0,
        groundHeightOrthometricM: 0,
      };
      const still = perspective(painted, camera);
      let best = 0;
      still.light.forEach((value, at) => {
        if (value > (still.light[best] ?? 0)) best = at;
      });
      const pixel = Math.floor(best / 3);
      const focalPx = STILL_SIZE.widthPx / 2 / Math.tan(Math.PI / 6);
      expect((pixel % 1200) - 600).toBeCloseTo(focalPx * Math.tan((10 * Math.PI) / 180), -1.3);
      const window = windowOf(camera, widthPx);
      expect(window.toColumn - window.fromColumn).toBeGreaterThan(widthPx / 6);
      expect(window.toColumn - window.fromColumn).toBeLessThan(widthPx / 5);
    }
  });
});

describe('paintLight', () => {
  const recipe = testRecipe();
  const options = { widthPx: 256, workerCount: 1, care: COARSE, progress: SILENT_PROGRESS };
  const part = { fromColumn: -20, toColumn: 40, fromRow: 40, toRow: 90 };
  let whole: PaintedLight;
  let window: PaintedLight;
  beforeAll(async () => {
    const all = { fromColumn: 0, toColumn: 256, fromRow: 0, toRow: 128 };
    whole = await paintLight(recipe, testField(), options, all);
    window = await paintLight(recipe, testField(), { ...options, workerCount: 2 }, part);
  }, 180_000);

  it('paints in a window the light of the whole, round the seam, and nothing elsewhere', () => {
    const at = (painted: PaintedLight, x: number, y: number) =>
      painted.light[(y * 256 + ((x + 256) % 256)) * 3 + 1];
    for (let y = part.fromRow; y < part.toRow; y++) {
      for (let x = part.fromColumn; x < part.toColumn; x++) {
        expect(at(window, x, y), `${x} ${y}`).toBe(at(whole, x, y));
      }
    }
    expect(at(window, 128, 60)).toBe(0);
    expect(at(window, 0, 20)).toBe(0);
  });

  it('develops to a picture with light and dark', () => {
    const still = perspective(whole, { headingDeg: 20, pitchDeg: -4, horizontalFovDeg: 58 });
    const rgb = developStill(still, 0);
    expect(rgb).toHaveLength(1200 * 800 * 3);
    const sky = rgb[(20 * 1200 + 600) * 3 + 2] ?? 0;
    const land = rgb[(780 * 1200 + 600) * 3 + 2] ?? 0;
    expect(sky).toBeGreaterThan(land + 30);
  });
});

describe('chooseView', () => {
  const wish: ViewWish = {
    aim: 'overview',
    targetM: 0,
    sunHeadingsDeg: [95, 255],
    distancesM: [500],
  };
  /** A plain with a wall of mountains in the north. */
  const mountains: HeightAt = (x, y) =>
    y > 5000 && Math.abs(x) < 3000 ? 1000 + 200 * Math.sin(x / 700) : 0;

  it('looks over a place at the mountains, with the sun at the side', () => {
    const view = chooseView(mountains, wish);
    expect(Math.min(view.headingDeg, 360 - view.headingDeg)).toBeLessThanOrEqual(30);
    expect(view.isClear).toBe(true);
    expect(view.y).toBeLessThan(-400);
    expect(view.pitchDeg).toBeLessThan(0);
  });

  it('goes round what stands between', () => {
    const walled: HeightAt = (x, y) =>
      y < -150 && y > -350 && Math.abs(x) < 900 ? 400 : mountains(x, y);
    const view = chooseView(walled, wish);
    expect(view.isClear).toBe(true);
    expect(view.y > -150 || Math.abs(view.x) > 300).toBe(true);
  });

  it('sees a summit from below and afar, all of it', () => {
    const cone: HeightAt = (x, y) => Math.max(0, 1200 - Math.hypot(x, y) * 0.45);
    const view = chooseView(cone, { ...wish, aim: 'summit', targetM: 1200 });
    expect(view.isClear).toBe(true);
    expect(Math.hypot(view.x, view.y)).toBeGreaterThan(2000);
    const toSummitDeg = (Math.atan2(-view.x, -view.y) * 180) / Math.PI;
    expect(Math.cos(((toSummitDeg - view.headingDeg) * Math.PI) / 180)).toBeGreaterThan(0.999);
    expect(view.eyeHeightOrthometricM).toBeLessThan(1200);
  });

  it('looks out from a pass into the deepest valley', () => {
    const valley: HeightAt = (x, y) =>
      x < -200 && Math.abs(y) < 900 ? 900 - 700 * Math.min(1, -x / 2500) : 900;
    const view = chooseView(valley, { ...wish, aim: 'outlook', targetM: 900 });
    expect(Math.abs(view.headingDeg - 270)).toBeLessThanOrEqual(45);
  });
});

describe('themeOf', () => {
  it('reads kind, words and month of a place', () => {
    expect(themeOf(testSubject({ kind: 'summit' }))).toMatchObject({ cover: 'high-mountain' });
    expect(themeOf(testSubject({ kind: 'tea-hill' })).cover).toBe('tea');
    const summary = { vi: 'Cao nguyên đá.', en: 'A valley between limestone towers.' };
    expect(themeOf(testSubject({ kind: 'valley', summary })).cover).toBe('karst');
    expect(themeOf(testSubject({ kind: 'town' })).settlement?.style).toBe('town');
    expect(themeOf(testSubject({ kind: 'lake' })).water).toEqual({ pondRadiusM: 420 });
    const months: readonly number[] = [12, 1];
    const bestSeasons = [{ months: [...months], why: { vi: 'rét', en: 'cold' } }];
    expect(themeOf(testSubject({ kind: 'forest', bestSeasons }))).toMatchObject({
      month: 1,
      season: 'fallow',
    });
  });
});

describe('planStill', () => {
  it('writes the same checked recipe every time, looking at the place', () => {
    const land = shareLandGrid(testField([[6, 4]]));
    const plan = planStill(testSubject({ kind: 'village' }), land);
    expect(planStill(testSubject({ kind: 'village' }), land)).toEqual(plan);
    expect(parseRecipe(JSON.stringify(plan.recipe), 'x')).toEqual(plan.recipe);
    expect(plan.recipe.nearField).toMatchObject({ kind: 'still', cover: 'farmland' });
    expect(plan.recipe.isNearGroundImagined).toBe(true);
    const { lonDeg, latDeg } = plan.recipe.viewpoint;
    const east = (104 - lonDeg) * 103_200;
    const north = (22 - latDeg) * 110_700;
    const toPlaceDeg = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
    expect(Math.abs(((toPlaceDeg - plan.camera.headingDeg + 540) % 360) - 180)).toBeLessThan(1);
  });
});
