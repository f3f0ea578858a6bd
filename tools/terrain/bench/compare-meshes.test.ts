import { describe, expect, it } from 'vitest';
import { geographicTilesCovering, tilesInRange } from '#core/tiles/geographic-tiling';
import { fractalNoise } from '../sketch/noise';
import { compareMeshes } from './compare-meshes';
import { compareAtEqualError } from './equal-error';

const LEVEL = 11;
const BOX = { westDeg: 103.1, southDeg: 22.05, eastDeg: 103.3, northDeg: 22.15 };
const TILES = tilesInRange(geographicTilesCovering(BOX, LEVEL));

/** Seeded ridges over basins, down to the distance of the posts. */
function hills(lonDeg: number, latDeg: number): number {
  const [x, y] = [lonDeg * 8, latDeg * 8];
  const steep = Math.min(1, Math.max(0.05, 0.6 + fractalNoise(x / 4, y / 4, 71, 2, 0.5)));
  const ridge = 1 - Math.abs(fractalNoise(x, y, 11, 7, 0.4));
  return 300 + 1500 * steep * ridge * ridge;
}

describe('compareMeshes', () => {
  it.each([4.7, 9.4, 37.6])('finds our meshes smaller than the best grid at %d m', (maxErrorM) => {
    const { bytes, triangles, bestGrid } = compareMeshes(TILES, hills, maxErrorM);
    for (const { maxAtPostsM } of [bytes, triangles, bestGrid]) {
      expect(maxAtPostsM).toBeLessThanOrEqual(maxErrorM);
    }
    expect(bytes.gzipBytes).toBeLessThanOrEqual(bestGrid.gzipBytes);
    expect(triangles.triangles).toBeLessThanOrEqual(bestGrid.triangles / 2);
    expect(triangles.gzipBytes).toBeLessThanOrEqual(bestGrid.gzipBytes * 1.6);
  });

  it('finds `bytes` within half a percent of a grid where every post is needed', () => {
    const { bytes, triangles, bestGrid } = compareMeshes(TILES, hills, 0.2);
    expect(bytes.gzipBytes).toBeLessThanOrEqual(bestGrid.gzipBytes * 1.005);
    expect(triangles.gzipBytes).toBeGreaterThan(bytes.gzipBytes);
  });
});

describe('compareAtEqualError', () => {
  it.each([17, 33])('finds our meshes smaller at the very error of a grid of %i', (sidePosts) => {
    const { bytes, triangles, grid } = compareAtEqualError(TILES, hills, sidePosts);
    expect(bytes.maxAtPostsM).toBeLessThanOrEqual(grid.maxAtPostsM);
    expect(bytes.gzipBytes).toBeLessThanOrEqual(grid.gzipBytes);
    expect(triangles.triangles).toBeLessThanOrEqual(grid.triangles / 2);
  });
});
