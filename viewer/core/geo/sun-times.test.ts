import { describe, expect, it } from 'vitest';
import { clockText, sunTimes } from './sun-times';

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('sunTimes', () => {
  // As almanacs print them for Hà Nội.
  it.each([
    [{ year: 2026, month: 6, day: 21 }, '05:16', '18:41'],
    [{ year: 2026, month: 12, day: 22 }, '06:30', '17:20'],
  ])('is within two minutes of the almanac on %j', (day, rise, set) => {
    const times = sunTimes(day, 105.8544, 21.0285);
    expect(Math.abs((times?.riseMin ?? 0) - minutes(rise))).toBeLessThanOrEqual(2);
    expect(Math.abs((times?.setMin ?? 0) - minutes(set))).toBeLessThanOrEqual(2);
  });

  it('comes later in the west', () => {
    const day = { year: 2026, month: 3, day: 21 };
    const [west, east] = [102, 106].map((lonDeg) => sunTimes(day, lonDeg, 22)?.riseMin ?? 0);
    // Four minutes for each degree.
    expect((west ?? 0) - (east ?? 0)).toBeCloseTo(16, -0.5);
  });

  it('has no answer where the sun stays up', () => {
    expect(sunTimes({ year: 2026, month: 6, day: 21 }, 105, 75)).toBe(null);
  });
});

describe('clockText', () => {
  it('writes hours and minutes with two figures', () => {
    expect(clockText(316)).toBe('05:16');
  });
});
