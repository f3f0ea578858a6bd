import { hash01 } from '../terrain/sketch/noise';

/**
 * Smooth noise along a row of places, about -1..1, mean 0: gradients on a lattice, quintic in
 * between. The gradients of a cell are made once for all places in it.
 *
 * @param out - one value for each of `x`
 * @param x - places along the row, metres, rising
 * @param y - of the row, metres
 * @param waveM - edge of a cell of the lattice
 */
export function noiseRow(
  out: Float32Array,
  x: Float64Array,
  y: number,
  waveM: number,
  seed: number,
): void {
  const v0 = y / waveM;
  const iy = Math.floor(v0);
  const fy = v0 - iy;
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  let cell = Number.NaN;
  let [e00, n00, e10, n10, e01, n01, e11, n11] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const u0 = x[i]! / waveM;
    const ix = Math.floor(u0);
    if (ix !== cell) {
      cell = ix;
      [e00, n00] = gradient(ix, iy, seed);
      [e10, n10] = gradient(ix + 1, iy, seed);
      [e01, n01] = gradient(ix, iy + 1, seed);
      [e11, n11] = gradient(ix + 1, iy + 1, seed);
    }
    const fx = u0 - ix;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const low = e00 * fx + n00 * fy;
    const lowEast = e10 * (fx - 1) + n10 * fy;
    const high = e01 * fx + n01 * (fy - 1);
    const highEast = e11 * (fx - 1) + n11 * (fy - 1);
    const south = low + u * (lowEast - low);
    out[i] = 1.5 * (south + v * (high + u * (highEast - high) - south));
  }
}

/** One of 16 directions, of length 1. */
function gradient(ix: number, iy: number, seed: number): readonly [number, number] {
  return DIRECTIONS[Math.floor(hash01(ix, iy, seed) * DIRECTIONS.length)]!;
}

const DIRECTIONS = Array.from({ length: 16 }, (_, i): readonly [number, number] => [
  Math.cos((i * Math.PI) / 8),
  Math.sin((i * Math.PI) / 8),
]);
