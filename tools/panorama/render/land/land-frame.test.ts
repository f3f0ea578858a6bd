import { describe, expect, it } from 'vitest';
import { radFromDeg } from '#core/geo/angles';
import { sightingOf } from '#core/geo/enu';
import { createRandom } from '../maths/random';
import { createLandFrame } from './land-frame';

const ORIGIN = { lonDeg: 103.7751, latDeg: 22.3033 };

function sighting(lonDeg: number, latDeg: number) {
  const at = (lon: number, lat: number) => ({
    lonRad: radFromDeg(lon),
    latRad: radFromDeg(lat),
    heightEllipsoidalM: 0,
  });
  return sightingOf(at(ORIGIN.lonDeg, ORIGIN.latDeg), at(lonDeg, latDeg));
}

describe('createLandFrame', () => {
  const frame = createLandFrame(ORIGIN.lonDeg, ORIGIN.latDeg);

  it('gives true headings and distances to 120 km', () => {
    const random = createRandom(7);
    const at = { lonDeg: 0, latDeg: 0 };
    for (let i = 0; i < 200; i++) {
      const heading = random() * 2 * Math.PI;
      const distanceM = 500 + 119_500 * random();
      frame.toGeographic(Math.sin(heading) * distanceM, Math.cos(heading) * distanceM, at);
      const seen = sighting(at.lonDeg, at.latDeg);
      const turn = Math.abs(seen.headingDeg - (heading * 180) / Math.PI);
      expect(Math.min(turn, 360 - turn)).toBeLessThan(0.01);
      expect(Math.abs(seen.distanceM / distanceM - 1)).toBeLessThan(2e-4);
    }
  });

  it('comes back to the place it started from', () => {
    const [x, y] = frame.toLocal(104.1519, 21.7941);
    const at = { lonDeg: 0, latDeg: 0 };
    frame.toGeographic(x, y, at);
    expect(at.lonDeg).toBeCloseTo(104.1519, 7);
    expect(at.latDeg).toBeCloseTo(21.7941, 7);
  });
});
