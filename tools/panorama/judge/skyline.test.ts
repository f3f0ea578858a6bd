import { describe, expect, it } from 'vitest';
import { DrawnLand } from '../labels/drawn-land';
import { testField, testRecipe } from '../render/testing/test-recipe';
import { judgeSkyline, judgeSummits } from './skyline';

const RECIPE = testRecipe();
/** Twelve posts to the east, about 3.1 km. */
const PEAK = [12, 0] as const;

describe('judgeSkyline', () => {
  it('finds the same skyline where the survey is what was drawn over', () => {
    const field = testField([PEAK]);
    const drawn = new DrawnLand(RECIPE, field);
    const eye = { lonDeg: 104, latDeg: 22, heightOrthometricM: drawn.eyeHeightOrthometricM };
    const { headings, medianDeg, p90Deg } = judgeSkyline(eye, drawn, field);
    expect(headings).toBeGreaterThan(300);
    // The renderer adds gullies and crests of its own to these bare hills.
    expect(medianDeg).toBeLessThan(0.5);
    expect(p90Deg).toBeLessThan(1.5);
  });

  it('tells where a surveyed peak is not drawn', () => {
    const drawn = new DrawnLand(RECIPE, testField());
    const eye = { lonDeg: 104, latDeg: 22, heightOrthometricM: drawn.eyeHeightOrthometricM };
    const { worst } = judgeSkyline(eye, drawn, testField([PEAK]));
    expect(worst.headingDeg).toBeGreaterThan(86);
    expect(worst.headingDeg).toBeLessThan(94);
    expect(worst.differenceDeg).toBeGreaterThan(20);
  });
});

describe('judgeSummits', () => {
  const summit = { id: 'peak', kind: 'summit', name: { vi: 'Đỉnh', en: 'Peak' } } as const;
  const label = {
    ...summit,
    pitchDeg: 40,
    distanceM: 3110,
    heightOrthometricM: 3100,
    clearanceM: 9,
  };

  it('measures how far a drawn top stands beside its summit', () => {
    const drawn = new DrawnLand(RECIPE, testField([PEAK]));
    const right = judgeSummits(drawn, [{ ...label, headingDeg: 90 }]);
    expect(right.worstDeg).toBeLessThan(1);
    const beside = judgeSummits(drawn, [{ ...label, headingDeg: 89 }]);
    expect(beside.worstDeg).toBeCloseTo(right.worstDeg + 1, 0);
    expect(beside.worstName).toBe('Đỉnh');
  });
});
