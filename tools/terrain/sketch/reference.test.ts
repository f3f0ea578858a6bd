import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../io/progress';
import type { HeightField } from '../height-field';
import { readDem } from '../read-dem';
import { sketchHeightField } from '../sketch-height-field';
import {
  BANDS_M,
  bandPowers,
  differenceFrom,
  differenceInside,
  HEIGHT_CLASS_M,
  heightShares,
  type ReliefWindow,
  SLOPE_CLASS_DEG,
  SMALLEST_SHARE,
  slopeShares,
  windowOf,
} from './relief-measures';

const ROOT = resolve(import.meta.dirname, '../../..');
const DEM = join(ROOT, '../shared/data/dem/nwvn-fused-5s.tif');
const HAS_DEM = existsSync(DEM);
if (!HAS_DEM) console.info('skipped: ../shared/data/dem/nwvn-fused-5s.tif is not there');

/** The reference's box without a margin of 0.1 degrees, so that no smoothing looks out of it. */
const BOX_DEG = { westDeg: 101.9, southDeg: 20.3, eastDeg: 106.2, northDeg: 23.4 };
const MARGIN_POSTS = 72;

/** Middles of windows of 40 km whose errors are printed. */
const WINDOWS: readonly (readonly [name: string, lonDeg: number, latDeg: number])[] = [
  ['Hoàng Liên Sơn', 103.7, 22.3],
  ['Mù Cang Chải', 104.2, 21.8],
  ['Đồng Văn', 105.25, 23.2],
  ['Mộc Châu', 104.65, 20.87],
  ['Điện Biên', 103.02, 21.38],
  ['Mường Tè', 102.6, 22.5],
  ['Luang Prabang', 102.1, 20.5],
  ['Red River delta', 106, 20.7],
];

/** Widest relative difference allowed of a class or band. */
const WIDEST = 0.25;

describe.skipIf(!HAS_DEM)('the sketch relief against the reference model', () => {
  let sketch: HeightField;
  let truth: HeightField;
  let ours: ReliefWindow;
  let theirs: ReliefWindow;

  beforeAll(async () => {
    sketch = await sketchHeightField(ROOT, SILENT_PROGRESS);
    truth = await readDem(DEM);
    ours = windowOf(sketch, BOX_DEG);
    theirs = windowOf(truth, BOX_DEG);
  }, 120_000);

  it('is near it post by post, and nearer over 5 km', () => {
    const raw = differenceFrom(truth, sketch, 0, MARGIN_POSTS);
    const smooth = differenceFrom(truth, sketch, 5_000, MARGIN_POSTS);
    console.info(
      `raw RMSE ${raw.rmseM.toFixed(0)} m, mean ${raw.meanM.toFixed(0)} m, r ${raw.correlation.toFixed(3)};` +
        ` low-passed (5 km) RMSE ${smooth.rmseM.toFixed(0)} m, r ${smooth.correlation.toFixed(3)}`,
    );
    expect(raw.rmseM).toBeLessThanOrEqual(320);
    expect(smooth.rmseM).toBeLessThanOrEqual(170);
    expect(smooth.correlation).toBeGreaterThanOrEqual(0.94);
  }, 60_000);

  it('is near it in every kind of country', () => {
    for (const [name, lonDeg, latDeg] of WINDOWS) {
      const [halfLon, halfLat] = [20_000 / 103_340, 20_000 / 110_760];
      const boxDeg = {
        westDeg: lonDeg - halfLon,
        southDeg: latDeg - halfLat,
        eastDeg: lonDeg + halfLon,
        northDeg: latDeg + halfLat,
      };
      const { rmseM, meanM } = differenceInside(boxDeg, truth, sketch);
      console.info(`${name}: RMSE ${rmseM.toFixed(0)} m, mean ${meanM.toFixed(0)} m`);
      expect(rmseM, name).toBeLessThanOrEqual(500);
    }
  });

  it('is as steep', () => {
    const name = (i: number) => `${SLOPE_CLASS_DEG * i} to ${SLOPE_CLASS_DEG * (i + 1)}°`;
    const worst = compared('slope', slopeShares(ours), slopeShares(theirs), name);
    expect(worst).toBeLessThanOrEqual(WIDEST);
  }, 60_000);

  it('is as high', () => {
    const name = (i: number) => `${HEIGHT_CLASS_M * i} to ${HEIGHT_CLASS_M * (i + 1)} m`;
    const worst = compared('height', heightShares(ours), heightShares(theirs), name);
    expect(worst).toBeLessThanOrEqual(WIDEST);
  }, 60_000);

  it('is as rough at wavelengths of 1 to 10 km', () => {
    const [mine, real] = [bandPowers(ours), bandPowers(theirs)];
    const name = (i: number) => `${BANDS_M[i]! / 1000} to ${BANDS_M[i + 1]! / 1000} km`;
    const ratios = mine.map((power, i) => power / real[i]!);
    console.info(`power ${ratios.map((ratio, i) => `${name(i)}: ${percent(ratio)}`).join(', ')}`);
    for (const [i, ratio] of ratios.entries()) {
      expect(Math.abs(ratio - 1), name(i)).toBeLessThanOrEqual(WIDEST);
    }
  }, 60_000);
});

function percent(ratio: number): string {
  const difference = Math.round(100 * (ratio - 1));
  return `${difference > 0 ? '+' : ''}${difference} %`;
}

/** Prints every class; the widest relative difference of those that hold enough of the area. */
function compared(
  what: string,
  mine: readonly number[],
  real: readonly number[],
  name: (i: number) => string,
): number {
  let worst = 0;
  const told: string[] = [];
  for (const [i, share] of real.entries()) {
    if (share < SMALLEST_SHARE) continue;
    const ratio = mine[i]! / share;
    told.push(`${name(i)}: ${(100 * share).toFixed(1)} % ${percent(ratio)}`);
    worst = Math.max(worst, Math.abs(ratio - 1));
  }
  const rest = (shares: readonly number[]): number =>
    shares.reduce((sum, share, i) => (real[i]! < SMALLEST_SHARE ? sum + share : sum), 0);
  console.info(
    `${what} ${told.join(', ')}; in smaller classes ${(100 * rest(mine)).toFixed(1)} %` +
      ` of ${(100 * rest(real)).toFixed(1)} %`,
  );
  return worst;
}
