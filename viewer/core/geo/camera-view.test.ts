import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingDifferenceDeg, radFromDeg } from './angles';
import { cameraViewOf } from './camera-view';
import { sightingOf } from './enu';

describe('cameraViewOf', () => {
  it('has the target in the middle of the picture', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 359, noNaN: true }),
        fc.double({ min: -85, max: -5, noNaN: true }),
        fc.double({ min: 500, max: 300_000, noNaN: true }),
        (lonDeg, latDeg, headingDeg, pitchDeg, distanceM) => {
          const target = { lonDeg, latDeg, heightEllipsoidalM: 1200 };
          const view = cameraViewOf(target, { headingDeg, pitchDeg, distanceM });
          const seen = sightingOf(
            {
              lonRad: radFromDeg(view.lonDeg),
              latRad: radFromDeg(view.latDeg),
              heightEllipsoidalM: view.heightEllipsoidalM,
            },
            { lonRad: radFromDeg(lonDeg), latRad: radFromDeg(latDeg), heightEllipsoidalM: 1200 },
          );
          expect(Math.abs(headingDifferenceDeg(seen.headingDeg, view.headingDeg))).toBeLessThan(
            1e-6,
          );
          expect(seen.pitchDeg).toBeCloseTo(view.pitchDeg, 6);
          expect(seen.distanceM).toBeCloseTo(distanceM, 2);
        },
      ),
      { seed: 6 },
    );
  });

  it('rejects a distance that is not positive', () => {
    const target = { lonDeg: 104, latDeg: 22, heightEllipsoidalM: 0 };
    expect(() => cameraViewOf(target, { headingDeg: 0, pitchDeg: -30, distanceM: 0 })).toThrow(
      RangeError,
    );
  });
});
