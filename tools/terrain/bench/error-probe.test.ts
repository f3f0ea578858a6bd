import { describe, expect, it } from 'vitest';
import { geographicTileAt, geographicTileBox } from '#core/tiles/geographic-tiling';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import { ErrorProbe } from './error-probe';
import { regularMesh } from './regular-mesh';

const TILE = geographicTileAt(103.9, 22.2, 10);
const BOX = geographicTileBox(TILE);
const POST_DEG = (BOX.eastDeg - BOX.westDeg) / 64;
const EXACT = { heightStepM: 0 };

const slope = (lonDeg: number, latDeg: number) =>
  40_000 * (lonDeg - BOX.westDeg) - 9000 * (latDeg - BOX.southDeg);

/** A slope with a needle of 100 m on one post. */
function needle(lonDeg: number, latDeg: number): number {
  const [col, row] = [(lonDeg - BOX.westDeg) / POST_DEG, (latDeg - BOX.southDeg) / POST_DEG];
  return slope(lonDeg, latDeg) + (Math.hypot(col - 21, row - 43) < 0.01 ? 100 : 0);
}

describe('ErrorProbe', () => {
  it('finds no more than the sag of its cells over a slope', () => {
    const found = new ErrorProbe(TILE, slope).measure(regularMesh(TILE, slope, 17, EXACT));
    // Cells are 1.2 km wide: 1200 ^ 2 * 2 / 8 / 6,371,000 m; u is half a step off, 0.3 m to the side.
    expect(found.maxM).toBeGreaterThan(0.02);
    expect(found.maxM).toBeLessThan(0.3);
  });

  it('finds a needle that a grid leaves out, whole', () => {
    const found = new ErrorProbe(TILE, needle).measure(regularMesh(TILE, needle, 17, EXACT));
    expect(found.maxAtPostsM).toBeGreaterThan(99.5);
    expect(found.maxAtPostsM).toBeLessThan(100.5);
  });

  it('finds the needle in no mesh that promises less', () => {
    const probe = new ErrorProbe(TILE, needle);
    for (const mode of ['bytes', 'triangles'] as const) {
      const { maxAtPostsM } = probe.measure(buildTerrainMesh(TILE, needle, 20, mode));
      expect(maxAtPostsM).toBeLessThanOrEqual(20);
    }
  });

  it('sees between the posts of a grid that has them all', () => {
    const found = new ErrorProbe(TILE, needle).measure(regularMesh(TILE, needle, 65, EXACT));
    expect(found.maxAtPostsM).toBeLessThan(0.3);
    expect(found.maxM).toBeGreaterThan(45);
  });

  it('refuses a mesh with a hole', () => {
    const mesh = regularMesh(TILE, slope, 17, EXACT);
    const holed = { ...mesh, indices: mesh.indices.subarray(0, -60) };
    expect(() => new ErrorProbe(TILE, slope).measure(holed)).toThrow(RangeError);
  });
});
