import { describe, expect, it } from 'vitest';
import { M_PER_DEG_LAT, type Vertex } from '../geo/local-plane';
import { footOnJourney, type JourneyLeg, journeyOf, journeyProfile, pointAtKm } from './journey';

const km = (value: number) => (value * 1000) / M_PER_DEG_LAT;
const north = (fromKm: number, toKm: number): readonly Vertex[] => [
  [104, 21 + km(fromKm)],
  [104, 21 + km(toKm)],
];
const LEGS: readonly JourneyLeg[] = [
  { mode: 'road', coordinates: north(0, 20) },
  { mode: 'air', coordinates: north(20, 50) },
  { mode: 'trek', coordinates: north(50, 60) },
];
const journey = journeyOf(LEGS, 601);

describe('journeyOf', () => {
  it('steps evenly along every leg, both ends of each among its points', () => {
    expect(journey.lengthKm).toBeCloseTo(60, 3);
    const ends = LEGS.map((_, leg) => {
      const own = journey.points.filter(({ legIndex }) => legIndex === leg);
      return [own[0]?.alongKm ?? 0, own.at(-1)?.alongKm ?? 0].map(Math.round);
    });
    expect(ends).toEqual([
      [0, 20],
      [20, 50],
      [50, 60],
    ]);
    expect(journey.points).toHaveLength(603);
  });
});

describe('journeyProfile', () => {
  const slope = journey.points.map(({ alongKm }) => 500 + 20 * alongKm);

  it('counts climbs on roads and paths, not in the air', () => {
    const profile = journeyProfile(journey, LEGS, slope);
    expect(profile.climbM).toBeCloseTo(20 * 20 + 10 * 20, 0);
    expect(profile.descentM).toBe(0);
    expect([profile.lowestM, profile.highestM].map(Math.round)).toEqual([500, 1700]);
  });

  it('has no height where one flies, nor where there is no terrain', () => {
    const holed = slope.map((height, at) => (at > 20 && at < 30 ? null : height));
    const { heightsM } = journeyProfile(journey, LEGS, holed);
    const without = heightsM.flatMap((height, at) => (height === null ? [at] : []));
    const flown = journey.points.flatMap(({ legIndex }, at) => (legIndex === 1 ? [at] : []));
    expect(without).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, ...flown]);
  });

  it('wants one height a point', () => {
    expect(() => journeyProfile(journey, LEGS, [1, 2])).toThrow(RangeError);
  });
});

describe('footOnJourney', () => {
  it('finds the place beside the way', () => {
    const foot = footOnJourney(journey, [104.01, 21 + km(7)]);
    expect(foot.alongKm).toBeCloseTo(7, 2);
    expect(foot.awayKm).toBeCloseTo(1.04, 1);
  });

  it('finds the second time of a way there and back', () => {
    const thereAndBack: JourneyLeg[] = [
      { mode: 'road', coordinates: north(0, 10) },
      { mode: 'road', coordinates: [...north(0, 10)].reverse() },
    ];
    const loop = journeyOf(thereAndBack, 201);
    const place: Vertex = [104, 21 + km(4)];
    expect(footOnJourney(loop, place).alongKm).toBeCloseTo(4, 3);
    expect(footOnJourney(loop, place, 5).alongKm).toBeCloseTo(16, 3);
  });
});

describe('pointAtKm', () => {
  it('is the nearest point', () => {
    expect(journey.points[pointAtKm(journey, 12.34)]?.alongKm).toBeCloseTo(12.3, 5);
  });
});
