import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degFromRad, headingDifferenceDeg, radFromDeg, wrapHeadingDeg, wrapPiRad } from './angles';

describe('wrapHeadingDeg', () => {
  it('brings a negative heading into [0, 360)', () => {
    expect(wrapHeadingDeg(-90)).toBe(270);
    expect(Object.is(wrapHeadingDeg(-360), 0)).toBe(true);
  });
  it('rejects a heading that is not finite', () => {
    expect(() => wrapHeadingDeg(Number.NaN)).toThrow(RangeError);
  });
});

describe('wrapPiRad', () => {
  it('keeps the direction of any angle', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), (angleRad) => {
        const wrapped = wrapPiRad(angleRad);
        expect(wrapped).toBeGreaterThan(-Math.PI);
        expect(wrapped).toBeLessThanOrEqual(Math.PI);
        expect(Math.cos(wrapped)).toBeCloseTo(Math.cos(angleRad), 9);
        expect(Math.sin(wrapped)).toBeCloseTo(Math.sin(angleRad), 9);
      }),
      { seed: 20261121 },
    );
  });
});

describe('headingDifferenceDeg', () => {
  it('takes the short way across north', () => {
    expect(headingDifferenceDeg(350, 10)).toBeCloseTo(20, 9);
    expect(headingDifferenceDeg(10, 350)).toBeCloseTo(-20, 9);
  });
});

describe('radFromDeg', () => {
  it('is undone by degFromRad', () => {
    expect(degFromRad(radFromDeg(123.4))).toBeCloseTo(123.4, 12);
  });
});
