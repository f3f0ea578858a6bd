import { beforeAll, describe, expect, it } from 'vitest';
import { createNoise } from '../maths/noise';
import { AirMedium } from './air-medium';
import { gatherAmbient } from './ambient';
import { type CloudDome, createCloudDome, domeAt, fillDomeRows } from './cloud-dome';
import { CloudLayers } from './cloud-layers';
import { cumulusTop, layCumulus, sunUnderCumulus } from './cumulus-field';
import { buildSkyTables } from './sky-tables';

const EYE_M = 1200;
const BASE_M = 2400;
const SUN = { headingRad: 1.9, pitchRad: 0.4 };
const noise = createNoise(20927);

function layersOf(cumulusRatio: number, altocumulusRatio: number): CloudLayers {
  const air = new AirMedium({
    hazeRatio: 2,
    hazeScaleM: 1900,
    hazeForward: 0.74,
    groundAlbedo: 0.2,
  });
  const tables = buildSkyTables(air, EYE_M, SUN.pitchRad);
  const ambient = gatherAmbient({
    tables,
    air,
    sunHeadingRad: SUN.headingRad,
    sunPitchRad: SUN.pitchRad,
    floorHeightM: EYE_M,
    floorAlbedo: 0.2,
  });
  return new CloudLayers({
    noise,
    air,
    tables,
    ambient,
    eyeHeightM: EYE_M,
    sunHeadingRad: SUN.headingRad,
    sunPitchRad: SUN.pitchRad,
    cirrusRatio: 0,
    altocumulusRatio,
    cumulus: cumulusRatio > 0 ? layCumulus(noise, 7, cumulusRatio, BASE_M) : undefined,
  });
}

function meanThrough(dome: CloudDome): number {
  let sum = 0;
  for (let o = 3; o < dome.values.length; o += 4) sum += dome.values[o]!;
  return sum / (dome.columns * dome.rows);
}

describe('clouds of the sky', () => {
  let dome: CloudDome;
  beforeAll(() => {
    dome = createCloudDome(512);
    fillDomeRows(dome, layersOf(0.5, 0.5), 0, dome.rows);
  }, 30_000);

  it('hide a part of the sky and leave a part clear', () => {
    expect(meanThrough(dome)).toBeGreaterThan(0.5);
    expect(meanThrough(dome)).toBeLessThan(0.97);
  });

  it('meet at the seam behind the viewer', () => {
    const left = new Float64Array(4);
    const right = new Float64Array(4);
    for (let pitch = 0.02; pitch < 1.5; pitch += 0.05) {
      domeAt(dome, pitch, Math.PI - 1e-6, left);
      domeAt(dome, pitch, -Math.PI + 1e-6, right);
      for (let c = 0; c < 4; c++) expect(left[c]).toBeCloseTo(right[c]!, 3);
    }
  });

  it('are the same whatever rows a thread draws', () => {
    const other = createCloudDome(512);
    const layers = layersOf(0.5, 0.5);
    for (let row = other.rows - 8; row >= 0; row -= 8) fillDomeRows(other, layers, row, row + 8);
    expect(other.values).toEqual(dome.values);
  });

  it('leave a cloudless sky alone', () => {
    const clear = createCloudDome(128);
    fillDomeRows(clear, layersOf(0, 0), 0, clear.rows);
    expect(meanThrough(clear)).toBe(1);
  });
});

describe('layCumulus', () => {
  it('covers more of the sky on a livelier day', () => {
    const covered = [0.2, 0.5, 0.9].map((ratio) => {
      const { tops } = layCumulus(noise, 3, ratio, BASE_M);
      return tops.reduce((sum, top) => sum + (top > 0 ? 1 : 0), 0) / tops.length;
    });
    expect(covered[0]!).toBeGreaterThan(0.01);
    expect(covered[1]!).toBeGreaterThan(covered[0]! * 1.5);
    expect(covered[2]!).toBeGreaterThan(covered[1]! * 1.3);
  });

  it('goes on beyond its square without a jump', () => {
    const field = layCumulus(noise, 3, 0.7, BASE_M);
    for (let y = -30_000; y < 30_000; y += 777) {
      const inside = cumulusTop(field, 32_700, y);
      expect(Math.abs(cumulusTop(field, 32_830, y) - inside)).toBeLessThan(500);
    }
  });
});

describe('sunUnderCumulus', () => {
  it('shades land under a cloud and never the viewer', () => {
    const field = layCumulus(noise, 3, 0.8, BASE_M);
    const sun = { x: 0, y: 0, z: 1 };
    expect(sunUnderCumulus(field, 10, 20, EYE_M, sun)).toBe(1);
    let darkest = 1;
    for (let x = 4000; x < 20_000; x += 100) {
      darkest = Math.min(darkest, sunUnderCumulus(field, x, 5000, EYE_M, sun));
    }
    expect(darkest).toBeLessThan(0.4);
    expect(darkest).toBeGreaterThan(0.1);
  });
});
