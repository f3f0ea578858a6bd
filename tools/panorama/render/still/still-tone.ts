import { clamp } from '../maths/curves';
import { hashCell } from '../maths/random';
import { toByte } from '../tone/develop';
import { luminance } from '../tone/grade';
import type { StillLight } from './still-camera';

/** Light that the metered part is brought to, as panoramas are. */
const KEY = 0.36;
const KEY_SHARE = 0.6;
const BRIGHTEST = 60;
const MIDDLE_LOG = Math.log(0.42);
/** Pixels across one point of the map for dodging. */
const CELL_PX = 8;
const BLUR_CELLS = 7;

/** Develops the light of a still: metering round the horizon, dodging of the land, a film curve. */
export function developStill(still: StillLight, exposureEv: number): Uint8Array {
  const { widthPx, heightPx, light, horizonRow } = still;
  const exposure = (2 ** exposureEv * KEY) / meter(still);
  const surround = surroundOf(still, exposure);
  const out = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    const dodge = 0.1 + 0.16 * clamp((y - horizonRow) / 70, 0, 1);
    for (let x = 0; x < widthPx; x++) {
      const around = surround(x, y);
      const gain = exposure * Math.exp(clamp((MIDDLE_LOG - around) * dodge, -0.25, 0.9));
      const o = (y * widthPx + x) * 3;
      const [r, g, b] = [0, 1, 2].map((c) => gain * Math.min(light[o + c] ?? 0, BRIGHTEST));
      const mean = luminance(r ?? 0, g ?? 0, b ?? 0);
      const fade = 0.02 + (0.22 * mean) / (mean + 6);
      [r, g, b].forEach((value, c) => {
        const dither = hashCell(x, y, 40 + c) - 0.5;
        out[o + c] = toByte((value ?? 0) * (1 - fade) + mean * fade, dither);
      });
    }
  }
  return out;
}

/** Light of the band from somewhat above the horizon to well below it. */
function meter({ widthPx, heightPx, light, horizonRow }: StillLight): number {
  const from = clamp(Math.round(horizonRow - heightPx * 0.2), 0, heightPx * 0.5);
  const to = clamp(Math.round(horizonRow + heightPx * 0.45), heightPx * 0.5, heightPx);
  const values: number[] = [];
  for (let y = from; y < to; y += 3) {
    for (let x = 0; x < widthPx; x += 3) {
      const o = (y * widthPx + x) * 3;
      values.push(luminance(light[o] ?? 0, light[o + 1] ?? 0, light[o + 2] ?? 0));
    }
  }
  values.sort((a, b) => a - b);
  return Math.max(1e-6, values[Math.floor(values.length * KEY_SHARE)] ?? 1);
}

/** Logarithm of the light round a point, smooth. */
function surroundOf(
  { widthPx, heightPx, light }: StillLight,
  exposure: number,
): (x: number, y: number) => number {
  const columns = Math.ceil(widthPx / CELL_PX);
  const rows = Math.ceil(heightPx / CELL_PX);
  let map = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const o = (Math.min(heightPx - 1, j * CELL_PX + 4) * widthPx + i * CELL_PX + 4) * 3;
      const value = luminance(light[o] ?? 0, light[o + 1] ?? 0, light[o + 2] ?? 0);
      map[j * columns + i] = Math.log(1e-4 + exposure * Math.max(0, Math.min(value, BRIGHTEST)));
    }
  }
  for (let pass = 0; pass < 2; pass++) map = blurred(map, columns, rows);
  return (x, y) => {
    const fx = clamp(x / CELL_PX - 0.5, 0, columns - 1.001);
    const fy = clamp(y / CELL_PX - 0.5, 0, rows - 1.001);
    const [i, j] = [Math.floor(fx), Math.floor(fy)];
    const at = (a: number, b: number) => map[(j + b) * columns + i + a] ?? 0;
    const [u, v] = [fx - i, fy - j];
    return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
  };
}

function blurred(map: Float32Array, columns: number, rows: number): Float32Array<ArrayBuffer> {
  const across = new Float32Array(map.length);
  const out = new Float32Array(map.length);
  const mean = (from: Float32Array, at: (k: number) => number, here: number, count: number) => {
    let sum = 0;
    for (let k = -BLUR_CELLS; k <= BLUR_CELLS; k++)
      sum += from[at(clamp(here + k, 0, count - 1))] ?? 0;
    return sum / (2 * BLUR_CELLS + 1);
  };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      across[j * columns + i] = mean(map, (k) => j * columns + k, i, columns);
    }
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      out[j * columns + i] = mean(across, (k) => k * columns + i, j, rows);
    }
  }
  return out;
}
