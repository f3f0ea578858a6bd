import type { MetricGrid } from '../blur';

/** Side of the tiles that are transformed, in posts: some 75 km at 5 arc-seconds. */
const TILE = 512;

/**
 * Power of a field by wavelength, in all directions together: tiles under a Hann window, each
 * without its mean, transformed, averaged.
 *
 * @param bandsM - edges of the bands, falling; the mean power of each is returned
 * @throws RangeError if the grid is smaller than a tile
 */
export function radialPower(
  grid: MetricGrid,
  heights: Float32Array,
  bandsM: readonly number[],
): readonly number[] {
  if (grid.cols < TILE || grid.rows < TILE) {
    throw new RangeError(`Expected at least ${TILE} x ${TILE} posts.`);
  }
  const sums = new Float64Array(bandsM.length - 1);
  const counts = new Float64Array(bandsM.length - 1);
  for (let top = 0; top + TILE <= grid.rows; top += TILE) {
    for (let left = 0; left + TILE <= grid.cols; left += TILE) {
      const [re, im] = transformed(windowed(heights, grid.cols, left, top));
      for (let i = 0; i < re.length; i++) {
        const kx = frequency(i % TILE) / (TILE * grid.colStepM);
        const ky = frequency(Math.floor(i / TILE)) / (TILE * grid.rowStepM);
        const k = Math.hypot(kx, ky);
        const band = bandsM.findIndex((_, b) => k >= 1 / bandsM[b]! && k < 1 / bandsM[b + 1]!);
        if (band < 0) continue;
        sums[band]! += re[i]! * re[i]! + im[i]! * im[i]!;
        counts[band]!++;
      }
    }
  }
  return Array.from(sums, (sum, band) => sum / counts[band]!);
}

function frequency(index: number): number {
  return index < TILE / 2 ? index : index - TILE;
}

function windowed(heights: Float32Array, cols: number, left: number, top: number): Float64Array {
  const tile = new Float64Array(TILE * TILE);
  let mean = 0;
  for (let row = 0; row < TILE; row++) {
    for (let col = 0; col < TILE; col++) {
      const height = heights[(top + row) * cols + left + col]!;
      tile[row * TILE + col] = height;
      mean += height / (TILE * TILE);
    }
  }
  const hann = (i: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / TILE);
  for (let i = 0; i < tile.length; i++) {
    tile[i] = (tile[i]! - mean) * hann(i % TILE) * hann(Math.floor(i / TILE));
  }
  return tile;
}

/** Both dimensions, row by row and column by column. */
function transformed(tile: Float64Array): readonly [Float64Array, Float64Array] {
  const im = new Float64Array(tile.length);
  for (let line = 0; line < TILE; line++) transformLine(tile, im, line * TILE, 1);
  for (let line = 0; line < TILE; line++) transformLine(tile, im, line, TILE);
  return [tile, im];
}

/** A fast Fourier transform in place. @see J. Cooley and J. Tukey (1965) */
function transformLine(re: Float64Array, im: Float64Array, start: number, step: number): void {
  for (let i = 1, j = 0; i < TILE; i++) {
    let bit = TILE >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    for (const part of [re, im]) {
      const kept = part[start + i * step]!;
      part[start + i * step] = part[start + j * step]!;
      part[start + j * step] = kept;
    }
  }
  for (let size = 2; size <= TILE; size *= 2) {
    for (let k = 0; k < size / 2; k++) {
      const cos = Math.cos((2 * Math.PI * k) / size);
      const sin = -Math.sin((2 * Math.PI * k) / size);
      for (let block = k; block < TILE; block += size) {
        const a = start + block * step;
        const b = a + (size / 2) * step;
        const x = re[b]! * cos - im[b]! * sin;
        const y = re[b]! * sin + im[b]! * cos;
        re[b] = re[a]! - x;
        im[b] = im[a]! - y;
        re[a]! += x;
        im[a]! += y;
      }
    }
  }
}
