import { describe, expect, it } from 'vitest';
import { degFromRad } from './angles';
import { horizonDipRad, horizonYPx } from './horizon-line';

const PICTURE = { widthPx: 1280, heightPx: 720, fovDeg: 60 };

describe('horizonDipRad', () => {
  it('grows from nothing at the ground to about ten degrees at a hundred kilometres', () => {
    expect(horizonDipRad(0)).toBe(0);
    expect(degFromRad(horizonDipRad(100_000))).toBeCloseTo(10.08, 1);
  });
});

describe('horizonYPx', () => {
  it('is in the middle for a level look from the ground', () => {
    expect(horizonYPx({ heightM: 0, pitchDeg: 0 }, PICTURE)).toBeCloseTo(360, 9);
  });

  it('leaves the picture upwards when the camera looks down', () => {
    expect(horizonYPx({ heightM: 1000, pitchDeg: -20 }, PICTURE)).toBeCloseTo(-21.4, 1);
    expect(horizonYPx({ heightM: 1000, pitchDeg: -90 }, PICTURE)).toBeLessThan(-1000);
  });
});
