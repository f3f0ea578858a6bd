import { headingDifferenceDeg, wrapHeadingDeg } from '../geo/angles';

/** Hour of a clock whose twelve is straight ahead: 3 is to the right, 6 behind. */
export type ClockHour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/**
 * Where something is, as one says it to somebody who cannot see it.
 *
 * @param lookHeadingDeg - where the visitor looks
 * @param headingDeg - where the thing is
 */
export function clockHourOf(lookHeadingDeg: number, headingDeg: number): ClockHour {
  const hour = Math.round(wrapHeadingDeg(headingDeg - lookHeadingDeg) / 30) % 12;
  return (hour === 0 ? 12 : hour) as ClockHour;
}

/**
 * Things around, clockwise from where the visitor looks; what lies straight ahead comes first even
 * where it is a little to the left.
 *
 * @param lookHeadingDeg - where the visitor looks
 */
export function clockwiseFrom<T extends { readonly headingDeg: number }>(
  lookHeadingDeg: number,
  things: readonly T[],
): readonly T[] {
  const turnOf = (thing: T): number => {
    const turnDeg = headingDifferenceDeg(lookHeadingDeg, thing.headingDeg);
    return turnDeg < -15 ? turnDeg + 360 : turnDeg;
  };
  return things.toSorted((a, b) => turnOf(a) - turnOf(b));
}
