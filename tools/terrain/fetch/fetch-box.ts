import { UsageError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';

/**
 * Reads `west,south,east,north`, where west > east means across the antimeridian.
 *
 * @returns one box, or the two on either side of the antimeridian, west one first
 * @throws UsageError `box-invalid`
 */
export function fetchBoxesFromText(text: string): readonly GeoBoxDeg[] {
  const sides = text.split(',').map((side) => (side.trim() === '' ? Number.NaN : Number(side)));
  const [westDeg = NaN, southDeg = NaN, eastDeg = NaN, northDeg = NaN] = sides;
  const isBox =
    sides.length === 4 &&
    [westDeg, eastDeg].every((lonDeg) => Math.abs(lonDeg) <= 180) &&
    [southDeg, northDeg].every((latDeg) => Math.abs(latDeg) <= 90) &&
    southDeg < northDeg &&
    westDeg !== eastDeg;
  if (!isBox) throw invalid(text);
  if (westDeg < eastDeg) return [{ westDeg, southDeg, eastDeg, northDeg }];
  const halves = [
    { westDeg, southDeg, eastDeg: 180, northDeg },
    { westDeg: -180, southDeg, eastDeg, northDeg },
  ].filter((half) => half.westDeg < half.eastDeg);
  if (halves.length === 0) throw invalid(text);
  return halves;
}

function invalid(text: string): UsageError {
  return new UsageError('box-invalid', {
    path: '--box',
    expected: 'west,south,east,north in degrees, south < north (west > east: across 180)',
    found: text,
    fix: 'For instance --box 103,22,105,23.',
  });
}
