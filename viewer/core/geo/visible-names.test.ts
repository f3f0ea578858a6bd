import { describe, expect, it } from 'vitest';
import {
  geodeticOfMap,
  refractedSighting,
  type SightGround,
  sightClearanceM,
} from './visible-names';

const BOX = { westDeg: 103, southDeg: 21, eastDeg: 104, northDeg: 22 };

/** Ground whose height depends on the longitude alone. */
function groundOf(heightAtLon: (lonDeg: number) => number): SightGround {
  return { boxDeg: BOX, cols: 721, rows: 721, sample: (lonDeg) => heightAtLon(lonDeg) };
}

const eye = geodeticOfMap({ lonDeg: 103.1, latDeg: 21.5, heightOrthometricM: 1000 });
const target = geodeticOfMap({ lonDeg: 103.7, latDeg: 21.5, heightOrthometricM: 1000 });

describe('refractedSighting', () => {
  it('sees a point of the same height lower by what is left of the Earth’s curve', () => {
    const { pitchDeg, distanceM } = refractedSighting(eye, target);
    // (1 - k) d / 2R of 62.2 km.
    expect(distanceM).toBeCloseTo(62_180, -2);
    expect(pitchDeg).toBeCloseTo((-0.87 * distanceM * 90) / Math.PI / 6_380_000, 2);
  });
});

describe('sightClearanceM', () => {
  it('counts how far the light sinks towards level ground half way', () => {
    // d² / 8R (1 - k) below the ends.
    const sag = (0.87 * 62_170 ** 2) / 8 / 6_376_000;
    expect(
      sightClearanceM(
        eye,
        target,
        groundOf(() => 0),
      ),
    ).toBeCloseTo(1000 - sag, 0);
  });

  it('finds a crest that is narrower than a step', () => {
    const ridge = groundOf((lonDeg) => Math.max(0, 1200 - Math.abs(lonDeg - 103.4) * 1e6));
    const hill = { ...ridge, cols: 720_001 };
    expect(sightClearanceM(eye, target, hill)).toBeLessThan(-200);
  });

  it('leaves out what stands at either end', () => {
    const wall = groundOf((lonDeg) => (lonDeg < 103.102 || lonDeg > 103.698 ? 3000 : 0));
    expect(sightClearanceM(eye, target, wall)).toBeLessThan(-1900);
    expect(
      sightClearanceM(eye, target, wall, { fromEyeM: 300, beforeTargetM: 300 }),
    ).toBeGreaterThan(900);
  });

  it('is boundless where the line lies outside the ground', () => {
    const far = geodeticOfMap({ lonDeg: 90, latDeg: 10, heightOrthometricM: 100 });
    const farther = geodeticOfMap({ lonDeg: 90.1, latDeg: 10, heightOrthometricM: 100 });
    expect(
      sightClearanceM(
        far,
        farther,
        groundOf(() => 0),
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });
});
