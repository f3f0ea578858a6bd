import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directionOfEnu,
  directionOfPixel,
  enuFromCamera,
  enuOfDirection,
  pixelOfDirection,
} from './direction';

const LEVEL = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

describe('directionOfPixel', () => {
  it('shows the pose’s heading in the middle of the picture', () => {
    const { headingDeg, pitchDeg } = directionOfPixel(0.5, 0.5, { ...LEVEL, headingDeg: 120 });
    expect(headingDeg).toBeCloseTo(120, 9);
    expect(pitchDeg).toBeCloseTo(0, 9);
  });

  it('shows east a quarter of the way to the right of north', () => {
    expect(directionOfPixel(0.75, 0.5, LEVEL).headingDeg).toBeCloseTo(90, 9);
  });

  it('shows the sky above the middle when the camera looks up', () => {
    expect(directionOfPixel(0.5, 0.5, { ...LEVEL, pitchDeg: 10 }).pitchDeg).toBeCloseTo(10, 9);
  });

  it('shows the ground on the right when the right side is down', () => {
    expect(directionOfPixel(0.75, 0.5, { ...LEVEL, rollDeg: 15 }).pitchDeg).toBeCloseTo(-15, 9);
  });
});

describe('enuFromCamera', () => {
  it('keeps lengths', () => {
    const angle = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, (headingDeg, pitchDeg, rollDeg) => {
        const enu = enuFromCamera([0.6, 0, 0.8], { headingDeg, pitchDeg, rollDeg });
        expect(Math.hypot(...enu)).toBeCloseTo(1, 12);
      }),
      { seed: 10 },
    );
  });
});

describe('directionOfEnu', () => {
  it('undoes enuOfDirection', () => {
    const direction = { headingDeg: 211, pitchDeg: -33 };
    const back = directionOfEnu(enuOfDirection(direction));
    expect(back.headingDeg).toBeCloseTo(211, 9);
    expect(back.pitchDeg).toBeCloseTo(-33, 9);
  });
});

describe('pixelOfDirection', () => {
  it('undoes directionOfPixel for every pose', () => {
    const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const pose = fc.record({
      headingDeg: degrees(360),
      pitchDeg: degrees(60),
      rollDeg: degrees(120),
    });
    fc.assert(
      fc.property(unit, unit, pose, (u, v, camera) => {
        const back = pixelOfDirection(directionOfPixel(u, v, camera), camera);
        expect(back.u).toBeCloseTo(u, 6);
        expect(back.v).toBeCloseTo(v, 6);
      }),
      { seed: 41 },
    );
  });
});
