import { createHeightField, type HeightField } from '../terrain/height-field';

/** Posts of a water surface differ by less than this. */
const LEVEL_WITHIN_M = 0.06;

/** Smaller level areas are left alone: a flat roof of a plateau, noise. */
const LEAST_LAKE_KM2 = 0.6;

/** So much of the shore must stand no lower than the water; a river may leave through the rest. */
const SHORE_SHARE = 0.93;

/**
 * Finds standing water in heights alone: level areas that the country around does not lie below.
 * Surveyed models have lakes and sea as such areas; the steps of a plain in whole metres are level
 * too, but lower ground borders on them.
 *
 * @returns 1 on water, 0 elsewhere, on the field's posts; `undefined` where there is none
 */
export function findLakes(field: HeightField): HeightField | undefined {
  const { cols, rows, heightsOrthometricM: heights, boxDeg } = field;
  const middleRad = (((boxDeg.southDeg + boxDeg.northDeg) / 2) * Math.PI) / 180;
  const postKm2 =
    (((boxDeg.eastDeg - boxDeg.westDeg) * 111.32 * Math.cos(middleRad)) / (cols - 1)) *
    (((boxDeg.northDeg - boxDeg.southDeg) * 110.76) / (rows - 1));
  const leastPosts = Math.max(12, LEAST_LAKE_KM2 / postKm2);
  const seen = new Uint8Array(heights.length);
  const water = new Float32Array(heights.length);
  const stack = new Int32Array(heights.length);
  let isAny = false;
  for (let start = 0; start < heights.length; start++) {
    if (seen[start] === 1) continue;
    const { size, shore, higher } = flood(heights, cols, rows, start, seen, stack);
    if (size < leastPosts || higher < SHORE_SHARE * shore) continue;
    isAny = true;
    for (let i = 0; i < size; i++) water[stack[i]!] = 1;
  }
  return isAny ? createHeightField(boxDeg, cols, rows, water) : undefined;
}

/**
 * Marks the level area around a post; its posts are left in `stack`.
 *
 * @returns its size, how many posts border on it and how many of them are higher
 */
function flood(
  heights: Float32Array,
  cols: number,
  rows: number,
  start: number,
  seen: Uint8Array,
  stack: Int32Array,
): { size: number; shore: number; higher: number } {
  const levelM = heights[start]!;
  let size = 1;
  let shore = 0;
  let higher = 0;
  stack[0] = start;
  seen[start] = 1;
  for (let next = 0; next < size; next++) {
    const at = stack[next]!;
    const col = at % cols;
    for (let k = 0; k < 4; k++) {
      const isInside =
        k === 0
          ? col > 0
          : k === 1
            ? col < cols - 1
            : k === 2
              ? at >= cols
              : at < (rows - 1) * cols;
      if (!isInside) {
        // Beyond the data nobody knows: half a shore that stands lower.
        shore += 0.5;
        continue;
      }
      const beside = at + (k === 0 ? -1 : k === 1 ? 1 : k === 2 ? -cols : cols);
      const rise = heights[beside]! - levelM;
      if (Math.abs(rise) < LEVEL_WITHIN_M) {
        if (seen[beside] === 1) continue;
        seen[beside] = 1;
        stack[size++] = beside;
      } else {
        shore++;
        if (rise > 0) higher++;
      }
    }
  }
  return { size, shore, higher };
}
