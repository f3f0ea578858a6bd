import * as Cesium from '@cesium/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radFromDeg } from './angles';
import { ecefFromGeodetic } from './ellipsoid';
import { isBelowHorizon } from './horizon';

const at = (lonDeg: number, latDeg: number, heightEllipsoidalM: number) =>
  ecefFromGeodetic({ lonRad: radFromDeg(lonDeg), latRad: radFromDeg(latDeg), heightEllipsoidalM });

describe('isBelowHorizon', () => {
  it('hides the far side of the Earth', () => {
    expect(isBelowHorizon(at(104, 22, 500_000), at(-76, -22, 0))).toBe(true);
  });

  it('shows what lies under the camera', () => {
    expect(isBelowHorizon(at(104, 22, 500_000), at(104.5, 22.3, 1000))).toBe(false);
  });

  it('agrees with Cesium’s occluder', () => {
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -89, max: 89, noNaN: true });
    const high = fc.double({ min: 10, max: 5e6, noNaN: true });
    const low = fc.double({ min: 10, max: 9000, noNaN: true });
    fc.assert(
      fc.property(lon, lat, high, lon, lat, low, (lon1, lat1, h1, lon2, lat2, h2) => {
        const observer = at(lon1, lat1, h1);
        const target = at(lon2, lat2, h2);
        // Not in Cesium's published types, but exported.
        const Occluder = (Cesium as Record<string, unknown>)['EllipsoidalOccluder'] as new (
          ellipsoid: Cesium.Ellipsoid,
          position: Cesium.Cartesian3,
        ) => { isPointVisible(point: Cesium.Cartesian3): boolean };
        const occluder = new Occluder(Cesium.Ellipsoid.WGS84, new Cesium.Cartesian3(...observer));
        expect(isBelowHorizon(observer, target)).toBe(
          !occluder.isPointVisible(new Cesium.Cartesian3(...target)),
        );
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});
