import { describe, expect, it } from 'vitest';
import { headingDifferenceDeg } from '#core/geo/angles';
import { cameraFromEnu, enuOfDirection } from '#core/panorama/direction';
import { seededRandom } from '../../testing/seeded-random';
import { type DirectionPair, fitPose, spreadDeg } from './fit-pose';

const random = seededRandom(7);
const between = (from: number, to: number) => from + random() * (to - from);

function pairOf(headingDeg: number, pitchDeg: number, pose: Parameters<typeof cameraFromEnu>[1]) {
  const world = enuOfDirection({ headingDeg, pitchDeg });
  return { camera: cameraFromEnu(world, pose), world } satisfies DirectionPair;
}

describe('fitPose', () => {
  it('finds any pose again from two directions', () => {
    for (let round = 0; round < 200; round++) {
      const pose = {
        headingDeg: between(0, 360),
        pitchDeg: between(-80, 80),
        rollDeg: between(-179, 179),
      };
      const first = between(0, 360);
      const found = fitPose([
        pairOf(first, between(-20, 20), pose),
        pairOf(first + between(20, 160), between(-20, 20), pose),
      ]);
      expect(Math.abs(headingDifferenceDeg(found.pose.headingDeg, pose.headingDeg))).toBeLessThan(
        1e-6,
      );
      expect(found.pose.pitchDeg).toBeCloseTo(pose.pitchDeg, 6);
      expect(found.pose.rollDeg).toBeCloseTo(pose.rollDeg, 6);
      expect(Math.max(...found.residualsDeg)).toBeLessThan(1e-6);
    }
  });

  it('spreads the error of clicks over all pairs', () => {
    const pose = { headingDeg: 200, pitchDeg: 3, rollDeg: -4 };
    const pairs = [0, 70, 140, 220, 300].map((heading) => {
      const { world } = pairOf(heading, 2, pose);
      const clicked = enuOfDirection({
        headingDeg: heading + between(-0.2, 0.2),
        pitchDeg: 2 + between(-0.2, 0.2),
      });
      return { camera: cameraFromEnu(clicked, pose), world };
    });
    const { pose: found, residualsDeg } = fitPose(pairs);
    expect(Math.abs(headingDifferenceDeg(found.headingDeg, 200))).toBeLessThan(0.2);
    expect(Math.abs(found.pitchDeg - 3)).toBeLessThan(0.2);
    expect(Math.abs(found.rollDeg + 4)).toBeLessThan(0.2);
    expect(Math.max(...residualsDeg)).toBeLessThan(0.4);
  });
});

describe('spreadDeg', () => {
  const at = (headingDeg: number) => enuOfDirection({ headingDeg, pitchDeg: 0 });
  it('is the widest angle off a common line', () => {
    expect(spreadDeg([at(0), at(30), at(20)])).toBeCloseTo(30, 9);
  });
  it('counts straight behind as in line', () => {
    expect(spreadDeg([at(10), at(190)])).toBeCloseTo(0, 9);
  });
});
