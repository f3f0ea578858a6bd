import { UsageError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { MeshOptimize } from '#core/tiles/terrain-mesh';
import type { Shard } from '../io/tile-set';
import type { VerticalDatum } from './ground';

/** Levels that a build may be asked for: level 15 has posts every 10 m. */
const MAX_LEVEL_LIMIT = 15;

/**
 * Reads `west,south,east,north`.
 *
 * @param isRound - a west greater than the east goes across the antimeridian: the east given back
 *   then lies beyond 180
 * @throws UsageError `box-invalid`
 */
export function boxFromText(text: string, isRound = false): GeoBoxDeg {
  const sides = text.split(',').map((side) => (side.trim() === '' ? Number.NaN : Number(side)));
  const [westDeg = NaN, southDeg = NaN, eastGivenDeg = NaN, northDeg = NaN] = sides;
  const eastDeg = isRound && westDeg > eastGivenDeg ? eastGivenDeg + 360 : eastGivenDeg;
  const isBox =
    sides.length === 4 &&
    westDeg < eastDeg &&
    southDeg < northDeg &&
    westDeg >= -180 &&
    westDeg <= 180 &&
    eastGivenDeg >= -180 &&
    eastGivenDeg <= 180 &&
    southDeg >= -90 &&
    northDeg <= 90;
  if (isBox) return { westDeg, southDeg, eastDeg, northDeg };
  throw new UsageError('box-invalid', {
    path: '--box',
    expected: `west,south,east,north in degrees, south < north${isRound ? '' : ' and west < east'}`,
    found: text,
    fix: 'For instance --box 103.5,22,104.2,22.6.',
  });
}

/**
 * Reads a whole level of detail.
 *
 * @throws UsageError `level-invalid`
 */
export function levelFromText(text: string): number {
  const level = Number(text);
  if (text.trim() !== '' && Number.isInteger(level) && level >= 0 && level <= MAX_LEVEL_LIMIT) {
    return level;
  }
  throw new UsageError('level-invalid', {
    path: '--max-level',
    expected: `a whole number from 0 to ${MAX_LEVEL_LIMIT}`,
    found: text,
    fix: 'Leave it out to take what the data can give.',
  });
}

/**
 * Reads a share such as `0.25`.
 *
 * @throws UsageError `ratio-invalid`
 */
export function ratioFromText(flag: string, text: string): number {
  const ratio = Number(text);
  if (text.trim() !== '' && ratio > 0 && ratio <= 4) return ratio;
  throw new UsageError('ratio-invalid', {
    path: flag,
    expected: 'a number above 0, at most 4',
    found: text,
    fix: 'Leave it out to take the default.',
  });
}

/**
 * Checks the id of a tile set: it becomes a folder's name.
 *
 * @throws UsageError `tile-set-id-invalid`
 */
export function tileSetId(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text !== 'sketch') return text;
  throw new UsageError('tile-set-id-invalid', {
    path: '--id',
    expected: 'lower-case letters, digits and single hyphens, not "sketch"',
    found: text,
    fix: 'For instance --id nw-surveyed.',
  });
}

/**
 * Reads `2/5`: the second of five shares.
 *
 * @throws UsageError `shard-invalid`
 */
export function shardFromText(text: string): Shard {
  const [, first, last] = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim()) ?? [];
  const [number, count] = [Number(first), Number(last)];
  if (number >= 1 && number <= count) return { number, count };
  throw new UsageError('shard-invalid', {
    path: '--shard',
    expected: 'i/n with i from 1 to n',
    found: text,
    fix: 'For instance --shard 1/4, --shard 2/4 and so on, one on each machine.',
  });
}

/**
 * Reads what the heights stand on.
 *
 * @throws UsageError `vertical-invalid`
 */
export function verticalFromText(text: string): VerticalDatum {
  if (text === 'egm96' || text === 'ellipsoid') return text;
  throw new UsageError('vertical-invalid', {
    path: '--vertical',
    expected: 'egm96 or ellipsoid',
    found: text,
    fix: 'Leave it out to take what the files say, and egm96 where they say nothing.',
  });
}

/**
 * Reads what meshes are made small in.
 *
 * @throws UsageError `optimize-invalid`
 */
export function optimizeFromText(text: string): MeshOptimize {
  if (text === 'bytes' || text === 'triangles') return text;
  throw new UsageError('optimize-invalid', {
    path: '--optimize',
    expected: 'bytes or triangles',
    found: text,
    fix: 'Leave it out to take the default.',
  });
}
