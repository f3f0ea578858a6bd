import { describe, expect, it } from 'vitest';
import { degFromRad } from './angles';
import { hazeYPx, horizonDipRad, horizonYPx } from './horizon-line';

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

describe('hazeYPx', () => {
  it('gets thicker towards the horizon and never passes it', () => {
    const camera = { heightM: 3000, pitchDeg: -10 };
    const horizonPx = horizonYPx(camera, PICTURE);
    const stops = hazeYPx(camera, PICTURE, [0.02, 0.1, 0.3, 0.6, 0.99]);
    expect([...stops].sort((a, b) => b - a)).toEqual(stops);
    expect(Math.min(...stops)).toBeGreaterThanOrEqual(horizonPx - 1e-9);
  });

  it('leaves the ground before the feet of a low camera clear', () => {
    const [lightPx = 0] = hazeYPx({ heightM: 1500, pitchDeg: -25 }, PICTURE, [0.1]);
    expect(lightPx).toBeLessThan(200);
  });

  it('veils the far edge alone seen from very high', () => {
    const camera = { heightM: 78_000, pitchDeg: -25 };
    const [middlePx = 0] = hazeYPx(camera, PICTURE, [0.3]);
    const belowHorizonPx = middlePx - horizonYPx(camera, PICTURE);
    expect(belowHorizonPx).toBeGreaterThan(60);
    expect(belowHorizonPx).toBeLessThan(220);
  });
});
