import { describe, expect, it } from 'vitest';
import { journeyOf, journeyProfile } from '#core/route/journey';
import { profileShape } from './profile-shape';

const LEGS = [
  {
    mode: 'road',
    coordinates: [
      [104, 21],
      [104, 21.2],
    ],
  },
] as const;
const journey = journeyOf(LEGS, 101);
const shapeOf = (heightsM: readonly (number | null)[]) =>
  profileShape(journey, journeyProfile(journey, LEGS, heightsM));

describe('profileShape', () => {
  it('marks a few round heights between the lowest and the highest', () => {
    const { marks } = shapeOf(journey.points.map((_, at) => 400 + 10 * at));
    expect(marks.map(({ heightM }) => heightM)).toEqual([500, 1000, 1500]);
    expect(marks.every(({ y }) => y > 0 && y < 100)).toBe(true);
  });

  it('draws a piece on each side of a hole', () => {
    const { area, line } = shapeOf(
      journey.points.map((_, at) => (at > 30 && at < 60 ? null : 500)),
    );
    expect(line.match(/M/g)).toHaveLength(2);
    expect(area.match(/Z/g)).toHaveLength(2);
  });
});
