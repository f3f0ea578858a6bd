import { describe, expect, it } from 'vitest';
import { M_PER_DEG_LAT, type Vertex } from '#core/geo/local-plane';
import { routeProfile } from '#core/route/route-profile';
import { seededRandom } from '../testing/seeded-random';

/** Due north, 20 km. */
const NORTH: readonly Vertex[] = [
  [104, 21],
  [104, 21 + 20_000 / M_PER_DEG_LAT],
];

/** Metres north of the line's start. */
const northM = (latDeg: number): number => (latDeg - 21) * M_PER_DEG_LAT;

describe('routeProfile', () => {
  it('climbs an even slope from its foot to its top', () => {
    const profile = routeProfile(NORTH, (_, lat) => 500 + 0.05 * northM(lat));
    expect(profile.lengthKm).toBeCloseTo(20, 3);
    expect(profile.climbM).toBeCloseTo(1000, 3);
    expect(profile.descentM).toBe(0);
    expect(profile.highestOrthometricM).toBeCloseTo(1500, 3);
  });
  it('counts every pass on the way, up and down', () => {
    const passes = (lat: number) => 800 - 300 * Math.cos((2 * Math.PI * northM(lat)) / 10_000);
    const profile = routeProfile(NORTH, (_, lat) => passes(lat));
    // Two passes of 600 m; smoothing takes a little off tops and bottoms.
    expect(profile.climbM).toBeGreaterThan(1150);
    expect(profile.climbM).toBeLessThanOrEqual(1200);
    expect(profile.descentM).toBeCloseTo(profile.climbM, 0);
  });
  it('does not count the noise of an elevation model as climbing', () => {
    const random = seededRandom(5);
    const profile = routeProfile(NORTH, () => 600 + 12 * (random() - 0.5));
    expect(profile.climbM).toBe(0);
  });
  it('counts every step where nothing is smoothed and the threshold is nothing', () => {
    const zigzag = (lat: number) => (Math.round(northM(lat) / 100) % 2 === 0 ? 600 : 601);
    const options = { smoothM: 0, thresholdM: 0 };
    const profile = routeProfile(NORTH, (_, lat) => zigzag(lat), options);
    expect(profile.climbM).toBe(100);
  });
  it('climbs as much one way as it descends the other', () => {
    const hills = (lat: number) => 700 + 200 * Math.sin(northM(lat) / 900) + 0.02 * northM(lat);
    const there = routeProfile(NORTH, (_, lat) => hills(lat));
    const back = routeProfile([...NORTH].reverse(), (_, lat) => hills(lat));
    expect(back.climbM).toBeCloseTo(there.descentM, 3);
    expect(back.descentM).toBeCloseTo(there.climbM, 3);
  });
  it('has its points at equal distances, both ends among them', () => {
    const { points } = routeProfile(NORTH, () => 0, { stepM: 900 });
    expect(points).toHaveLength(23);
    expect(points[0]?.alongKm).toBe(0);
    expect(points.at(-1)?.alongKm).toBeCloseTo(20, 6);
    expect(points.at(-1)?.latDeg).toBeCloseTo(NORTH[1]?.[1] ?? 0, 9);
  });
  it('refuses a line of one vertex and a step of nothing', () => {
    expect(() => routeProfile([[104, 21]], () => 0)).toThrow(RangeError);
    expect(() => routeProfile(NORTH, () => 0, { stepM: 0 })).toThrow(RangeError);
  });
});
