import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { blurred, type MetricGrid } from '../blur';
import { createHeightField, type HeightField } from '../height-field';
import { radialPower } from './radial-power';

/** Posts of a field inside a box, with their distances on the ground. */
export interface ReliefWindow extends MetricGrid {
  /** Box of its outermost posts. */
  readonly boxDeg: GeoBoxDeg;
  readonly heights: Float32Array;
}

/** How two fields differ, post by post. */
export interface Difference {
  readonly rmseM: number;
  readonly meanM: number;
  readonly correlation: number;
}

/** Metres of a degree at the middle latitude. */
const M_PER_LAT_DEG = 110_760;
const M_PER_LON_DEG = 103_340;

/** Slopes are measured after smoothing to detail of 300 m: a Gaussian of that full half-width. */
const DETAIL_SIGMA_M = 300 / 2.355;

/** Classes of slope and height. */
export const SLOPE_CLASS_DEG = 5;
export const HEIGHT_CLASS_M = 200;

/** Classes of less than this share of the true area are too small to compare. */
export const SMALLEST_SHARE = 0.02;

/** Half-octave bands of wavelength from 10 km down; the last one ends at 1 km. */
export const BANDS_M = [10_000, 7_071, 5_000, 3_536, 2_500, 1_768, 1_250, 1_000] as const;

/** The posts of a field inside a box: its own, nothing resampled. */
export function windowOf(field: HeightField, boxDeg: GeoBoxDeg): ReliefWindow {
  const stepLon = (field.boxDeg.eastDeg - field.boxDeg.westDeg) / (field.cols - 1);
  const stepLat = (field.boxDeg.northDeg - field.boxDeg.southDeg) / (field.rows - 1);
  const left = Math.ceil((boxDeg.westDeg - field.boxDeg.westDeg) / stepLon - 1e-6);
  const right = Math.floor((boxDeg.eastDeg - field.boxDeg.westDeg) / stepLon + 1e-6);
  const top = Math.ceil((field.boxDeg.northDeg - boxDeg.northDeg) / stepLat - 1e-6);
  const bottom = Math.floor((field.boxDeg.northDeg - boxDeg.southDeg) / stepLat + 1e-6);
  const cols = right - left + 1;
  const rows = bottom - top + 1;
  const heights = new Float32Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * field.cols + left;
    heights.set(field.heightsOrthometricM.subarray(from, from + cols), row * cols);
  }
  return {
    cols,
    rows,
    colStepM: stepLon * M_PER_LON_DEG,
    rowStepM: stepLat * M_PER_LAT_DEG,
    boxDeg: {
      westDeg: field.boxDeg.westDeg + left * stepLon,
      southDeg: field.boxDeg.northDeg - bottom * stepLat,
      eastDeg: field.boxDeg.westDeg + right * stepLon,
      northDeg: field.boxDeg.northDeg - top * stepLat,
    },
    heights,
  };
}

/** Compares a field with the truth at the truth's posts inside a box. */
export function differenceInside(
  boxDeg: GeoBoxDeg,
  truth: HeightField,
  field: HeightField,
): Difference {
  const window = windowOf(truth, boxDeg);
  const part = createHeightField(window.boxDeg, window.cols, window.rows, window.heights);
  return differenceFrom(part, field, 0, 0);
}

/**
 * Compares a field with the truth at the truth's posts, a margin inside its edge.
 *
 * @param sigmaM - both are smoothed by a Gaussian of this width first; 0 leaves them as they are
 */
export function differenceFrom(
  truth: HeightField,
  field: HeightField,
  sigmaM: number,
  marginPosts: number,
): Difference {
  const { boxDeg, cols, rows } = truth;
  const stepLon = (boxDeg.eastDeg - boxDeg.westDeg) / (cols - 1);
  const stepLat = (boxDeg.northDeg - boxDeg.southDeg) / (rows - 1);
  const read = Float32Array.from({ length: cols * rows }, (_, i) =>
    field.sample(
      boxDeg.westDeg + (i % cols) * stepLon,
      boxDeg.northDeg - Math.floor(i / cols) * stepLat,
    ),
  );
  const grid = { cols, rows, colStepM: stepLon * M_PER_LON_DEG, rowStepM: stepLat * M_PER_LAT_DEG };
  const ours = sigmaM > 0 ? blurred(grid, read, sigmaM) : read;
  const theirs =
    sigmaM > 0 ? blurred(grid, truth.heightsOrthometricM, sigmaM) : truth.heightsOrthometricM;
  return differenceOf(grid, ours, theirs, marginPosts);
}

function differenceOf(
  grid: MetricGrid,
  ours: Float32Array,
  theirs: Float32Array,
  margin: number,
): Difference {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let row = margin; row < grid.rows - margin; row++) {
    for (let col = margin; col < grid.cols - margin; col++) {
      const x = ours[row * grid.cols + col]!;
      const y = theirs[row * grid.cols + col]!;
      n++;
      a += x;
      b += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
    }
  }
  const spread = Math.sqrt((aa - (a * a) / n) * (bb - (b * b) / n));
  return {
    rmseM: Math.sqrt((aa + bb - 2 * ab) / n),
    meanM: (a - b) / n,
    correlation: (ab - (a * b) / n) / spread,
  };
}

/** Share of the area in each class of {@link SLOPE_CLASS_DEG}, flat first. */
export function slopeShares(window: ReliefWindow): readonly number[] {
  const { cols, rows, colStepM, rowStepM } = window;
  const smooth = gaussian(window, DETAIL_SIGMA_M);
  const counts = new Array<number>(90 / SLOPE_CLASS_DEG).fill(0);
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      const x = (smooth[at + 1]! - smooth[at - 1]!) / (2 * colStepM);
      const y = (smooth[at + cols]! - smooth[at - cols]!) / (2 * rowStepM);
      const slopeDeg = (Math.atan(Math.sqrt(x * x + y * y)) * 180) / Math.PI;
      counts[Math.floor(slopeDeg / SLOPE_CLASS_DEG)]!++;
    }
  }
  return counts.map((count) => count / ((cols - 2) * (rows - 2)));
}

/** Share of the area in each class of {@link HEIGHT_CLASS_M}, the sea's first. */
export function heightShares(window: ReliefWindow): readonly number[] {
  const counts = new Array<number>(20).fill(0);
  for (const heightM of window.heights) {
    counts[Math.min(19, Math.max(0, Math.floor(heightM / HEIGHT_CLASS_M)))]!++;
  }
  return counts.map((count) => count / window.heights.length);
}

/** Mean power of the heights in each of the {@link BANDS_M}, the longest waves first. */
export function bandPowers(window: ReliefWindow): readonly number[] {
  return radialPower(window, window.heights, BANDS_M);
}

/** A Gaussian, exact to three deviations. */
function gaussian(grid: ReliefWindow, sigmaM: number): Float32Array {
  const across = convolved(
    grid.heights,
    grid.cols,
    grid.rows,
    1,
    grid.cols,
    sigmaM / grid.colStepM,
  );
  return convolved(across, grid.rows, grid.cols, grid.cols, 1, sigmaM / grid.rowStepM);
}

function convolved(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  sigma: number,
): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const from = Math.min(length - 1, Math.max(0, i + k));
        sum += weights[k + reach]! * values[line * lineStep + from * step]!;
      }
      out[line * lineStep + i * step] = sum / total;
    }
  }
  return out;
}
