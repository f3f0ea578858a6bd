import { Cartesian3, Matrix4, Transforms } from '@cesium/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radFromDeg } from './angles';
import { ecefFromGeodetic, geodeticFromEcef } from './ellipsoid';
import { enuFromEcef, sightingOf } from './enu';

const anyPosition = fc.record({
  lonRad: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  latRad: fc.double({ min: -1.57, max: 1.57, noNaN: true }),
  heightEllipsoidalM: fc.double({ min: -5000, max: 500_000, noNaN: true }),
});

describe('ecefFromGeodetic', () => {
  it('agrees with Cesium to a micrometre', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const ours = ecefFromGeodetic(position);
        const theirs = Cartesian3.fromRadians(
          position.lonRad,
          position.latRad,
          position.heightEllipsoidalM,
        );
        expect(Math.hypot(ours[0] - theirs.x, ours[1] - theirs.y, ours[2] - theirs.z)).toBeLessThan(
          1e-6,
        );
      }),
      { seed: 1 },
    );
  });

  it('is undone by geodeticFromEcef to a millimetre', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const back = ecefFromGeodetic(geodeticFromEcef(ecefFromGeodetic(position)));
        const there = ecefFromGeodetic(position);
        expect(Math.hypot(...back.map((v, i) => v - (there[i] ?? 0)))).toBeLessThan(1e-3);
      }),
      { seed: 2 },
    );
  });
});

describe('enuFromEcef', () => {
  it('agrees with Cesium’s east-north-up frame on the ellipsoid', () => {
    // Off it Cesium's normal is that of a scaled ellipsoid, a few micro-radians away.
    fc.assert(
      fc.property(anyPosition, (anywhere) => {
        const position = { ...anywhere, heightEllipsoidalM: 0 };
        const origin = Cartesian3.fromRadians(
          position.lonRad,
          position.latRad,
          position.heightEllipsoidalM,
        );
        const ecefFromEnu = Transforms.eastNorthUpToFixedFrame(origin);
        const moved = Matrix4.multiplyByPointAsVector(
          ecefFromEnu,
          new Cartesian3(300, -200, 100),
          new Cartesian3(),
        );
        const enu = enuFromEcef(position, [moved.x, moved.y, moved.z]);
        expect(enu[0]).toBeCloseTo(300, 6);
        expect(enu[1]).toBeCloseTo(-200, 6);
        expect(enu[2]).toBeCloseTo(100, 6);
      }),
      { seed: 3 },
    );
  });
});

describe('sightingOf', () => {
  it('sees Fansipan from Sa Pa to the west-south-west, above the horizon', () => {
    const saPa = {
      lonRad: radFromDeg(103.84),
      latRad: radFromDeg(22.335),
      heightEllipsoidalM: 1497,
    };
    const fansipan = {
      lonRad: radFromDeg(103.7751),
      latRad: radFromDeg(22.3033),
      heightEllipsoidalM: 3116,
    };
    const sighting = sightingOf(saPa, fansipan);
    expect(sighting.headingDeg).toBeCloseTo(242.3, 0);
    expect(sighting.pitchDeg).toBeCloseTo(12.1, 0);
    expect(sighting.distanceM).toBeCloseTo(7737, -2);
  });
});
