import {
  Math as CesiumMath,
  Ellipsoid,
  GeographicTilingScheme,
  TerrainProvider,
} from '@cesium/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  geographicTileAt,
  geographicTileBox,
  geographicTilesCovering,
  LEVEL_ZERO_GEOMETRIC_ERROR_M,
  tilesInRange,
} from './geographic-tiling';
import { parentTile, tileInScheme } from './tile-id';

const lonDeg = fc.double({ min: -180, max: 180, noNaN: true });
const latDeg = fc.double({ min: -90, max: 90, noNaN: true });
const level = fc.nat(14);

describe('geographicTileBox', () => {
  it("is Cesium's rectangle of the XYZ tile", () => {
    const scheme = new GeographicTilingScheme();
    fc.assert(
      fc.property(lonDeg, latDeg, level, (lon, lat, z) => {
        const tile = geographicTileAt(lon, lat, z);
        const xyz = tileInScheme(tile, 'xyz');
        const theirs = scheme.tileXYToRectangle(xyz.x, xyz.y, z);
        const ours = geographicTileBox(tile);
        expect(ours.westDeg).toBeCloseTo(CesiumMath.toDegrees(theirs.west), 9);
        expect(ours.southDeg).toBeCloseTo(CesiumMath.toDegrees(theirs.south), 9);
        expect(ours.eastDeg).toBeCloseTo(CesiumMath.toDegrees(theirs.east), 9);
        expect(ours.northDeg).toBeCloseTo(CesiumMath.toDegrees(theirs.north), 9);
        expect(geographicTileBox(xyz)).toEqual(ours);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('geographicTileAt', () => {
  it('gives a tile that holds the place', () => {
    fc.assert(
      fc.property(lonDeg, latDeg, level, (lon, lat, z) => {
        const box = geographicTileBox(geographicTileAt(lon, lat, z));
        const graceDeg = 1e-12;
        expect(lon).toBeGreaterThanOrEqual(box.westDeg - graceDeg);
        expect(lon).toBeLessThanOrEqual(box.eastDeg + graceDeg);
        expect(lat).toBeGreaterThanOrEqual(box.southDeg - graceDeg);
        expect(lat).toBeLessThanOrEqual(box.northDeg + graceDeg);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('geographicTilesCovering', () => {
  it('takes no tile that only touches the box', () => {
    const range = geographicTilesCovering(
      { westDeg: 90, southDeg: 0, eastDeg: 135, northDeg: 45 },
      3,
    );
    expect(tilesInRange(range)).toHaveLength(4);
  });

  it('holds every parent of its tiles one level up', () => {
    const box = { westDeg: 101, southDeg: 19.5, eastDeg: 107.2, northDeg: 24.3 };
    for (let z = 1; z <= 11; z++) {
      const above = geographicTilesCovering(box, z - 1);
      for (const tile of tilesInRange(geographicTilesCovering(box, z))) {
        const { x, y } = parentTile(tile);
        expect(x >= above.startX && x <= above.endX && y >= above.startY && y <= above.endY).toBe(
          true,
        );
      }
    }
  });
});

describe('LEVEL_ZERO_GEOMETRIC_ERROR_M', () => {
  it("is Cesium's estimate", () => {
    const theirs = TerrainProvider.getEstimatedLevelZeroGeometricErrorForAHeightmap(
      Ellipsoid.WGS84,
      65,
      2,
    );
    expect(LEVEL_ZERO_GEOMETRIC_ERROR_M).toBeCloseTo(theirs, 6);
  });
});

describe('parentTile', () => {
  it('refuses a root', () => {
    expect(() => parentTile({ z: 0, x: 1, y: 0, scheme: 'tms' })).toThrow(RangeError);
  });
});
