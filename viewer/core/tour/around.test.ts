import { describe, expect, it } from 'vitest';
import { clockHourOf, clockwiseFrom } from './around';

describe('clockHourOf', () => {
  it('is twelve ahead, three to the right, six behind and nine to the left', () => {
    expect([350, 80, 170, 260].map((headingDeg) => clockHourOf(350, headingDeg))).toEqual([
      12, 3, 6, 9,
    ]);
  });

  it('rounds to the nearest hour on both sides of north', () => {
    expect(clockHourOf(0, 346)).toBe(12);
    expect(clockHourOf(0, 344)).toBe(11);
    expect(clockHourOf(0, 16)).toBe(1);
  });
});

describe('clockwiseFrom', () => {
  it('begins ahead and goes round to the right', () => {
    const things = [10, 100, 200, 300, 355].map((headingDeg) => ({ headingDeg }));
    expect(clockwiseFrom(0, things).map(({ headingDeg }) => headingDeg)).toEqual([
      355, 10, 100, 200, 300,
    ]);
  });
});
