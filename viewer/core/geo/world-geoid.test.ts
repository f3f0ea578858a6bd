import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ellipsoidalFromOrthometricM } from './geoid';
import { readWorldGeoid, writeWorldGeoid } from './world-geoid';

const egm96 = (lonDeg: number, latDeg: number): number =>
  ellipsoidalFromOrthometricM(lonDeg, latDeg, 0);
const FILE = writeWorldGeoid(0.5, 0.1, egm96);
const undulationM = readWorldGeoid(FILE);

describe('readWorldGeoid', () => {
  it('gives the geoid at its posts to half a unit', () => {
    for (const [lonDeg, latDeg] of [
      [103.5, 22],
      [-180, 90],
      [180, -90],
      [0, 0],
      [78.5, 4.5],
    ] as const) {
      expect(Math.abs(undulationM(lonDeg, latDeg) - egm96(lonDeg, latDeg))).toBeLessThan(0.051);
    }
  });

  it('is within 0.45 m of the full model all over the Northwest', () => {
    let worstM = 0;
    for (let lonDeg = 101.8; lonDeg <= 106.3; lonDeg += 0.11) {
      for (let latDeg = 20.2; latDeg <= 23.5; latDeg += 0.11) {
        worstM = Math.max(worstM, Math.abs(undulationM(lonDeg, latDeg) - egm96(lonDeg, latDeg)));
      }
    }
    expect(worstM).toBeLessThan(0.45);
  });

  it('takes less than 150 KiB on the way', () => {
    expect(brotliCompressSync(JSON.stringify(FILE)).length / 1024).toBeLessThan(150);
  });

  it('rejects a file with too few posts', () => {
    expect(() => readWorldGeoid({ ...FILE, deltas: [1, 2] })).toThrow(RangeError);
  });
});
