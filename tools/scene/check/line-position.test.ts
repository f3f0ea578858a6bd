import { describe, expect, it } from 'vitest';
import { firstPassage, positionsAlongLine } from './line-position';

/** Out along the parallel and back again. */
const OUT_AND_BACK = [
  [104, 21],
  [104.2, 21],
  [104, 21],
] as const;
const ALONG_KM = 0.2 * 111.2 * Math.cos((21 * Math.PI) / 180);

describe('positionsAlongLine', () => {
  it('gives the foot of the place on every segment', () => {
    const [out, back] = positionsAlongLine(OUT_AND_BACK, [104.1, 21.01]);
    expect(out?.awayKm).toBeCloseTo(1.112, 2);
    expect(out?.alongKm).toBeCloseTo(ALONG_KM / 2, 1);
    expect(back?.alongKm).toBeCloseTo(1.5 * ALONG_KM, 1);
  });

  it('stands a vertex that comes twice', () => {
    const [only] = positionsAlongLine(
      [
        [104, 21],
        [104, 21],
      ],
      [104, 21],
    );
    expect(only).toEqual({ alongKm: 0, awayKm: 0 });
  });
});

describe('firstPassage', () => {
  const positions = positionsAlongLine(OUT_AND_BACK, [104.1, 21.01]);

  it('takes the first time that the line passes, then the second', () => {
    expect(firstPassage(positions, 0, 5)?.alongKm).toBeCloseTo(ALONG_KM / 2, 1);
    expect(firstPassage(positions, 20, 5)?.alongKm).toBeCloseTo(1.5 * ALONG_KM, 1);
  });

  it('is nothing where the line keeps away', () => {
    expect(firstPassage(positions, 0, 0.5)).toBeNull();
  });
});
