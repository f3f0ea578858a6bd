import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsoidalFromOrthometricM, orthometricFromEllipsoidalM } from './geoid';

describe('ellipsoidalFromOrthometricM', () => {
  it('puts Fansipan, 3147 m above the sea, 31 m lower above the ellipsoid', () => {
    expect(ellipsoidalFromOrthometricM(103.7751, 22.3033, 3147)).toBeCloseTo(3116, 0);
  });

  it('follows the published undulation where the oceans are highest and lowest', () => {
    expect(ellipsoidalFromOrthometricM(147, -8, 0)).toBeGreaterThan(70);
    expect(ellipsoidalFromOrthometricM(78.5, 4.5, 0)).toBeLessThan(-100);
  });

  it('is undone by orthometricFromEllipsoidalM', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        (lonDeg, latDeg) => {
          const up = ellipsoidalFromOrthometricM(lonDeg, latDeg, 1234.5);
          expect(orthometricFromEllipsoidalM(lonDeg, latDeg, up)).toBeCloseTo(1234.5, 9);
        },
      ),
      { seed: 4 },
    );
  });
});
