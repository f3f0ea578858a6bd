import { describe, expect, it } from 'vitest';
import { degFromRad } from '#core/geo/angles';
import { testRecipe } from '../testing/test-recipe';
import { recipeSun } from './world';

const sunAt = (dateTime: string) => degFromRad(recipeSun({ ...testRecipe(), dateTime }).pitchRad);

describe('recipeSun', () => {
  it('lets the sun sink below the horizon at dusk', () => {
    expect(sunAt('2025-11-12T17:35')).toBeLessThan(-2);
    expect(sunAt('2025-11-12T17:35')).toBeGreaterThan(-6);
  });

  it('computes no deeper night than the end of dusk', () => {
    expect(sunAt('2025-11-12T23:30')).toBeCloseTo(-6.5, 5);
  });
});
