import { describe, expect, it } from 'vitest';
import { M_PER_DEG_LAT } from '../geo/local-plane';
import { type FlyPoint, flyPathOf } from './fly-path';

/** Due north for 60 km at 1,000 m, with a zigzag of 300 m each way. */
const ZIGZAG: readonly FlyPoint[] = Array.from({ length: 601 }, (_, at) => ({
  alongKm: at * 0.1,
  lonDeg: 104 + (at % 8 < 4 ? 0.003 : -0.003),
  latDeg: 21 + (at * 100) / M_PER_DEG_LAT,
  heightEllipsoidalM: 1000,
}));
const path = flyPathOf(ZIGZAG);

describe('flyPathOf', () => {
  it('looks where the way goes, not where its bends go', () => {
    for (let alongKm = 5; alongKm < 55; alongKm += 0.37) {
      const { headingDeg } = path.viewAt(alongKm);
      expect(Math.min(headingDeg, 360 - headingDeg)).toBeLessThan(3);
    }
  });

  it('hangs behind and above what it looks at', () => {
    const view = path.viewAt(30);
    expect(view.latDeg).toBeLessThan(21 + 30_000 / M_PER_DEG_LAT);
    expect(view.heightEllipsoidalM).toBeGreaterThan(2000);
    expect(view.pitchDeg).toBeCloseTo(-24, 0);
  });

  it('moves without a jerk: no step of 100 m moves the camera more than 250 m', () => {
    for (let at = 0; at < 599; at++) {
      const [a, b] = [path.viewAt(at * 0.1), path.viewAt((at + 1) * 0.1)];
      const northM = (b.latDeg - a.latDeg) * M_PER_DEG_LAT;
      const eastM = (b.lonDeg - a.lonDeg) * M_PER_DEG_LAT * Math.cos(0.37);
      expect(Math.hypot(northM, eastM)).toBeLessThan(250);
    }
  });

  it('lets the visitor look aside, but never at the sky nor straight down', () => {
    expect(path.viewAt(30, { headingDeg: 90, pitchDeg: 0 }).headingDeg).toBeCloseTo(90, -1);
    expect(path.viewAt(30, { headingDeg: 0, pitchDeg: 80 }).pitchDeg).toBeLessThan(0);
    expect(path.viewAt(30, { headingDeg: 0, pitchDeg: -80 }).pitchDeg).toBeGreaterThan(-85);
  });

  it('wants two points', () => {
    expect(() => flyPathOf(ZIGZAG.slice(0, 1))).toThrow(RangeError);
  });
});
