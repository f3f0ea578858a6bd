import { describe, expect, it } from 'vitest';
import { radFromDeg } from './angles';
import { sightingOf } from './enu';
import { routeLengthKm } from './route-length';

describe('routeLengthKm', () => {
  it('adds up the pieces', () => {
    const there = routeLengthKm([
      [103, 21],
      [104, 22],
    ]);
    const thereAndBack = routeLengthKm([
      [103, 21],
      [104, 22],
      [103, 21],
    ]);
    expect(thereAndBack).toBeCloseTo(2 * there, 9);
  });

  it('is within 0.5 % of the ellipsoidal distance over ten kilometres', () => {
    const from: [number, number] = [103.84, 22.335];
    const to: [number, number] = [103.775, 22.3033];
    const geodetic = ([lonDeg, latDeg]: readonly [number, number]) => ({
      lonRad: radFromDeg(lonDeg),
      latRad: radFromDeg(latDeg),
      heightEllipsoidalM: 0,
    });
    const { distanceM } = sightingOf(geodetic(from), geodetic(to));
    expect(Math.abs((routeLengthKm([from, to]) * 1000) / distanceM - 1)).toBeLessThan(0.005);
  });

  it('rejects a single vertex', () => {
    expect(() => routeLengthKm([[103, 21]])).toThrow(RangeError);
  });
});
