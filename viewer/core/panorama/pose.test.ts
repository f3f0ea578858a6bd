import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingDifferenceDeg } from '../geo/angles';
import { headingFromYaw, yawFromHeading } from './pose';

describe('yawFromHeading', () => {
  it('is zero at the image centre', () => {
    expect(yawFromHeading(120, { headingDeg: 120 })).toBe(0);
  });
  it('puts south a quarter turn to the right of an image that faces east', () => {
    expect(yawFromHeading(180, { headingDeg: 90 })).toBeCloseTo(Math.PI / 2, 12);
  });
  it('wraps across the seam', () => {
    expect(yawFromHeading(10, { headingDeg: 350 })).toBeCloseTo((20 * Math.PI) / 180, 12);
  });
  it('rejects a heading that is not finite', () => {
    expect(() => yawFromHeading(Number.POSITIVE_INFINITY, { headingDeg: 0 })).toThrow(RangeError);
  });
  it('is undone by headingFromYaw', () => {
    const heading = fc.double({ min: 0, max: 359.999, noNaN: true });
    fc.assert(
      fc.property(heading, heading, (headingDeg, poseDeg) => {
        const back = headingFromYaw(yawFromHeading(headingDeg, { headingDeg: poseDeg }), {
          headingDeg: poseDeg,
        });
        expect(Math.abs(headingDifferenceDeg(back, headingDeg))).toBeLessThan(1e-9);
      }),
      { seed: 5 },
    );
  });
});
