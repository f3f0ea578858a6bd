import { describe, expect, it } from 'vitest';
import { instantInVietnam, sunPosition } from './sun-position';

const TOLERANCE_DEG = 0.03;

describe('sunPosition', () => {
  it('agrees with the worked example of NREL SPA (azimuth 194.34024, zenith 50.11162)', () => {
    const at = Date.UTC(2003, 9, 17, 19, 30, 30);
    const sun = sunPosition(at, -105.1786, 39.742476);
    expect(Math.abs(sun.headingDeg - 194.34024)).toBeLessThan(TOLERANCE_DEG);
    expect(Math.abs(sun.pitchDeg - (90 - 50.11162))).toBeLessThan(TOLERANCE_DEG);
  });

  it('stands overhead at the subsolar point of the June solstice', () => {
    const sun = sunPosition(Date.UTC(2025, 5, 21, 12, 0), 0.48, 23.436);
    expect(sun.pitchDeg).toBeGreaterThan(89.95);
  });

  it('rises due east at the equinox on the equator', () => {
    const sun = sunPosition(Date.UTC(2025, 2, 20, 6, 7, 30), 0, 0);
    expect(Math.abs(sun.headingDeg - 90)).toBeLessThan(0.2);
    expect(Math.abs(sun.pitchDeg)).toBeLessThan(0.6);
  });

  it('stands in the south-east on a November morning at Fansipan', () => {
    const sun = sunPosition(instantInVietnam('2025-11-20T06:37'), 103.7751, 22.3033);
    expect(sun.headingDeg).toBeGreaterThan(112);
    expect(sun.headingDeg).toBeLessThan(113.2);
    expect(sun.pitchDeg).toBeGreaterThan(2.5);
    expect(sun.pitchDeg).toBeLessThan(3.5);
  });
});

describe('instantInVietnam', () => {
  it('is seven hours ahead of UTC', () => {
    expect(instantInVietnam('2025-09-27T07:30')).toBe(Date.UTC(2025, 8, 27, 0, 30));
  });
});
