import { describe, expect, it } from 'vitest';
import { boxesWithoutSeam, boxGrownRound, lonFrom, lonSpanAround } from './lon-circle';

const span = (westDeg: number, eastDeg: number) => ({ westDeg, eastDeg });
const box = (westDeg: number, eastDeg: number) => ({ westDeg, eastDeg, southDeg: 0, northDeg: 10 });

describe('lonFrom', () => {
  it('counts from a meridian, both ends of the map as one', () => {
    expect([-170, 175, 180, -180].map((lonDeg) => lonFrom(170, lonDeg))).toEqual([
      190, 175, 180, 180,
    ]);
  });

  it('leaves alone what is there already', () => {
    const lonDeg = 103.123456789012;
    expect(lonFrom(103, lonDeg)).toBe(lonDeg);
  });
});

describe('lonSpanAround', () => {
  it('takes the short way over the antimeridian', () => {
    expect(lonSpanAround([span(179, 180), span(-180, -179)], 0.01)).toEqual(span(179, 181));
    expect(lonSpanAround([span(-180, -179), span(179, 180)], 0.01)).toEqual(span(179, 181));
  });

  it('keeps the long way where there is no other', () => {
    expect(lonSpanAround([span(-100, 20), span(10, 140)], 0.01)).toEqual(span(-100, 140));
  });

  it('is a whole turn where no gap is wider than a seam', () => {
    expect(lonSpanAround([span(-179.9, 179.9)], 0.3)).toEqual(span(-179.9, 180.1));
    expect(lonSpanAround([span(0, 180), span(-180, -0.1)], 0.2)).toEqual(span(0, 360));
  });

  it('knows what reaches over the start of the count', () => {
    expect(lonSpanAround([span(0, 10), span(-5, 30)], 0.01)).toEqual(span(-5, 30));
  });
});

describe('boxesWithoutSeam', () => {
  it('cuts a box at the antimeridian', () => {
    expect(boxesWithoutSeam(box(170, 190))).toEqual([box(-180, -170), box(170, 180)]);
    expect(boxesWithoutSeam(box(-190, -175))).toEqual([box(-180, -175), box(170, 180)]);
    expect(boxesWithoutSeam(box(100, 110))).toEqual([box(100, 110)]);
    expect(boxesWithoutSeam(box(12, 372))).toEqual([box(-180, 180)]);
  });
});

describe('boxGrownRound', () => {
  it('never grows over its own other end, nor over a pole', () => {
    const grown = boxGrownRound({ westDeg: -179, eastDeg: 180, southDeg: -89, northDeg: 80 }, 5);
    expect(grown).toEqual({ westDeg: -179.5, eastDeg: 180.5, southDeg: -90, northDeg: 85 });
  });
});
