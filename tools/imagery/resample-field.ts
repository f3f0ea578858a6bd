import type { FieldLevel, FieldPyramid } from '../terrain/field-pyramid';

/** Metres of a degree of latitude. */
export const M_PER_LAT_DEG = 110_760;

/**
 * Metres of a degree of longitude as the texture counts them: one number for the whole region, so
 * that the texture stays in its place from tile to tile.
 */
export const TEXTURE_M_PER_LON_DEG = 103_340;

/**
 * Pixels of a picture on longitude and latitude. They are counted from 180 degrees west and the
 * north pole, so that a pixel has the same numbers in whatever block it is painted.
 */
export interface PixelGrid {
  readonly westPx: number;
  readonly northPx: number;
  readonly stepDeg: number;
  readonly cols: number;
  readonly rows: number;
}

/** Longitude of the middle of a column. */
export function pixelLonDeg(pixels: PixelGrid, col: number): number {
  return (pixels.westPx + col + 0.5) * pixels.stepDeg - 180;
}

/** Latitude of the middle of a row. */
export function pixelLatDeg(pixels: PixelGrid, row: number): number {
  return 90 - (pixels.northPx + row + 0.5) * pixels.stepDeg;
}

/** The four values that a cubic B-spline weighs for every column or row. */
interface SplineTaps {
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

/**
 * Reads a field at every pixel through a cubic B-spline: smooth in slope and curvature at any
 * magnification. Takes the resolution whose posts are about as far apart as the pixels.
 */
export function resampleField(pyramid: FieldPyramid, pixels: PixelGrid): Float32Array {
  const level = levelFor(pyramid, pixels.stepDeg);
  const across = splineTaps(pixels.cols, level.cols, (i) => {
    return (pixelLonDeg(pixels, i) - pyramid.westDeg) / level.stepLonDeg;
  });
  const down = splineTaps(pixels.rows, level.rows, (i) => {
    return (pyramid.northDeg - pixelLatDeg(pixels, i)) / level.stepLatDeg;
  });
  return weighDown(level, across, down, pixels);
}

function levelFor(pyramid: FieldPyramid, stepDeg: number): FieldLevel {
  const finest = pyramid.levels[0]!;
  const wanted = Math.floor(Math.log2(stepDeg / finest.stepLatDeg) + 0.5);
  return pyramid.levels[Math.min(pyramid.levels.length - 1, Math.max(0, wanted))]!;
}

function splineTaps(count: number, posts: number, at: (i: number) => number): SplineTaps {
  const index = new Int32Array(count * 4);
  const weight = new Float32Array(count * 4);
  for (let i = 0; i < count; i++) {
    const place = at(i);
    const low = Math.floor(place);
    const t = place - low;
    for (let tap = 0; tap < 4; tap++) {
      index[4 * i + tap] = Math.min(posts - 1, Math.max(0, low - 1 + tap));
    }
    weight[4 * i] = (1 - t) ** 3 / 6;
    weight[4 * i + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    weight[4 * i + 3] = t ** 3 / 6;
    weight[4 * i + 2] = 1 - weight[4 * i]! - weight[4 * i + 1]! - weight[4 * i + 3]!;
  }
  return { index, weight };
}

function weighDown(
  level: FieldLevel,
  across: SplineTaps,
  down: SplineTaps,
  pixels: PixelGrid,
): Float32Array {
  const { cols, rows } = pixels;
  const first = down.index[0]!;
  const last = down.index[down.index.length - 1]!;
  // Masks are zero over most of the country.
  if (isZero(level, across, first, last)) return new Float32Array(cols * rows);
  // Every post row that is needed, weighed across once.
  const weighed = new Float32Array((last - first + 1) * cols);
  for (let row = first; row <= last; row++) {
    const from = row * level.cols;
    const to = (row - first) * cols;
    for (let col = 0; col < cols; col++) {
      const tap = 4 * col;
      weighed[to + col] =
        across.weight[tap]! * level.values[from + across.index[tap]!]! +
        across.weight[tap + 1]! * level.values[from + across.index[tap + 1]!]! +
        across.weight[tap + 2]! * level.values[from + across.index[tap + 2]!]! +
        across.weight[tap + 3]! * level.values[from + across.index[tap + 3]!]!;
    }
  }
  const out = new Float32Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    const tap = 4 * row;
    const [w0, w1, w2, w3] = [0, 1, 2, 3].map((k) => down.weight[tap + k]!);
    const [r0, r1, r2, r3] = [0, 1, 2, 3].map((k) => (down.index[tap + k]! - first) * cols);
    for (let col = 0; col < cols; col++) {
      out[row * cols + col] =
        w0! * weighed[r0! + col]! +
        w1! * weighed[r1! + col]! +
        w2! * weighed[r2! + col]! +
        w3! * weighed[r3! + col]!;
    }
  }
  return out;
}

function isZero(level: FieldLevel, across: SplineTaps, first: number, last: number): boolean {
  const from = across.index[0]!;
  const to = across.index[across.index.length - 1]!;
  for (let row = first; row <= last; row++) {
    for (let at = row * level.cols + from; at <= row * level.cols + to; at++) {
      if (level.values[at] !== 0) return false;
    }
  }
  return true;
}
