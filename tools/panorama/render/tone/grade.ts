import { sharedFloats } from '../light/air-medium';
import { clamp } from '../maths/curves';

/** How a linear picture becomes one for the eye: found from a small copy of it. */
export interface Grade {
  /** Measures of the small maps. */
  readonly columns: number;
  readonly rows: number;
  readonly exposure: number;
  /** Logarithm of the light round each point, for dodging. */
  readonly surround: Float32Array;
  /** Light that a lens scatters, three numbers a point. */
  readonly bloom: Float32Array;
}

/** Pixels of the picture across one point of the small maps. */
export const GRADE_CELL_PX = 4;
const BRIGHTEST = 60;
/** Light that the metered band is brought to. */
const KEY = 0.36;
const KEY_SHARE = 0.6;

export function luminance(r: number, g: number, b: number): number {
  return 0.25 * r + 0.65 * g + 0.1 * b;
}

/**
 * Meters the band round the horizon and prepares dodging and bloom.
 *
 * @param frame - linear light, three numbers a pixel
 * @param exposureEv - the photographer's correction, stops
 */
export function measureGrade(frame: Float32Array, widthPx: number, exposureEv: number): Grade {
  const columns = Math.floor(widthPx / GRADE_CELL_PX);
  const rows = Math.floor(columns / 2);
  const small = shrink(frame, widthPx, columns, rows);
  const exposure = (2 ** exposureEv * KEY) / meter(small, columns, rows);
  const surround = sharedFloats(columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    const light = luminance(small[i * 3]!, small[i * 3 + 1]!, small[i * 3 + 2]!);
    surround[i] = Math.log(1e-4 + exposure * Math.max(0, light));
  }
  blur(surround, columns, rows, 1, Math.max(2, Math.round(columns / 36)));
  return { columns, rows, exposure, surround, bloom: scatterLight(small, columns, rows, exposure) };
}

function shrink(frame: Float32Array, widthPx: number, columns: number, rows: number): Float32Array {
  const small = new Float32Array(columns * rows * 3);
  const share = 1 / (GRADE_CELL_PX * GRADE_CELL_PX);
  for (let y = 0; y < rows * GRADE_CELL_PX; y++) {
    for (let x = 0; x < columns * GRADE_CELL_PX; x++) {
      const from = (y * widthPx + x) * 3;
      const to = (Math.floor(y / GRADE_CELL_PX) * columns + Math.floor(x / GRADE_CELL_PX)) * 3;
      for (let c = 0; c < 3; c++) small[to + c]! += frame[from + c]! * share;
    }
  }
  for (let i = 0; i < small.length; i++) small[i] = Math.min(small[i]!, BRIGHTEST);
  return small;
}

function meter(small: Float32Array, columns: number, rows: number): number {
  const values: number[] = [];
  for (let y = Math.floor(rows * 0.42); y < rows * 0.62; y++) {
    for (let x = 0; x < columns; x++) {
      const o = (y * columns + x) * 3;
      values.push(luminance(small[o]!, small[o + 1]!, small[o + 2]!));
    }
  }
  values.sort((a, b) => a - b);
  return Math.max(1e-6, values[Math.floor(values.length * KEY_SHARE)] ?? 1);
}

function scatterLight(
  small: Float32Array,
  columns: number,
  rows: number,
  exposure: number,
): Float32Array {
  const bright = small.slice();
  const from = 1.5 / exposure;
  for (let i = 0; i < bright.length; i += 3) {
    const light = luminance(bright[i]!, bright[i + 1]!, bright[i + 2]!);
    const share = Math.max(0, light - from) / (light + 1e-6);
    for (let c = 0; c < 3; c++) bright[i + c]! *= share;
  }
  const bloom = sharedFloats(columns * rows * 3);
  for (const [part, weight] of [
    [500, 0.34],
    [130, 0.16],
    [34, 0.08],
  ] as const) {
    const layer = bright.slice();
    blur(layer, columns, rows, 3, Math.max(1, Math.round(columns / part)));
    for (let i = 0; i < bloom.length; i++) bloom[i]! += weight * layer[i]!;
  }
  return bloom;
}

/** Three box blurs, round the picture and up to its poles: close to a Gaussian. */
function blur(
  map: Float32Array,
  columns: number,
  rows: number,
  channels: number,
  radius: number,
): void {
  const line = new Float32Array(Math.max(columns, rows));
  for (let pass = 0; pass < 3; pass++) {
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < rows; y++) {
        blurLine(map, y * columns * channels + c, channels, columns, radius, line, true);
      }
      for (let x = 0; x < columns; x++) {
        blurLine(map, x * channels + c, columns * channels, rows, radius, line, false);
      }
    }
  }
}

function blurLine(
  map: Float32Array,
  start: number,
  stride: number,
  count: number,
  radius: number,
  line: Float32Array,
  isRound: boolean,
): void {
  for (let i = 0; i < count; i++) line[i] = map[start + i * stride]!;
  const at = (i: number): number =>
    isRound ? line[((i % count) + count) % count]! : line[clamp(i, 0, count - 1)]!;
  let sum = 0;
  for (let i = -radius; i <= radius; i++) sum += at(i);
  const share = 1 / (2 * radius + 1);
  for (let i = 0; i < count; i++) {
    map[start + i * stride] = sum * share;
    sum += at(i + radius + 1) - at(i - radius);
  }
}
