import { createHeightField, type HeightField } from '../../../terrain/height-field';
import type { Recipe } from '../recipe';

const BOX = { westDeg: 103.7, southDeg: 21.7, eastDeg: 104.3, northDeg: 22.3 };
const POSTS = 241;

/** A small whole recipe on open ground. */
export function testRecipe(): Recipe {
  return {
    schemaVersion: 1,
    viewpoint: { lonDeg: 104, latDeg: 22, eyeHeightAboveGroundM: 30 },
    dateTime: '2025-10-12T09:00',
    season: 'green',
    weather: { hazeRatio: 1, cirrusRatio: 0, cumulusRatio: 0 },
    nearField: { kind: 'ground' },
    seed: 5,
    exposureEv: 0,
    isNearGroundImagined: false,
    landmarks: [],
  };
}

/**
 * Gentle hills, with peaks where they are asked for.
 *
 * @param peaks - offsets from the viewer in posts (east, north), about 260 m each
 */
export function testField(peaks: readonly (readonly [number, number])[] = []): HeightField {
  const heights = new Float32Array(POSTS * POSTS);
  const middle = (POSTS - 1) / 2;
  for (let j = 0; j < POSTS; j++) {
    for (let i = 0; i < POSTS; i++) {
      const isPeak = peaks.some(([x, y]) => i === middle + x && j === middle - y);
      heights[j * POSTS + i] = 500 + 60 * Math.sin(i / 9) * Math.cos(j / 7) + (isPeak ? 2600 : 0);
    }
  }
  return createHeightField(BOX, POSTS, POSTS, heights);
}
