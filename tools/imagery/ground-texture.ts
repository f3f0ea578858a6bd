import { hash01 } from '../terrain/sketch/noise';
import { noiseRow } from './noise-row';
import {
  M_PER_LAT_DEG,
  type PixelGrid,
  pixelLatDeg,
  pixelLonDeg,
  TEXTURE_M_PER_LON_DEG,
} from './resample-field';
import { smooth } from './shading';

/** What is drawn by rule below the resolution of the heights; values on a block's pixels. */
export interface GroundTexture {
  /** Unevenness of the plants from 3 km down to what the pixels carry, about -1..1. */
  readonly patch: Float32Array;
  /** Light and dark of woods, about -1..1: only waves that the pixels can carry. */
  readonly mottle: Float32Array;
  /** Height of woods and karst hills over the ground, metres. */
  readonly bumpM: Float32Array;
  /** Tone of the parcels of the fields, -1..1, and the hedges and bunds between them, 0..1. */
  readonly parcels: Float32Array;
  readonly bunds: Float32Array;
  /** Karst hills, 1 on their tops and 0 between. */
  readonly cones: Float32Array;
}

/** Longest wave in the edges of woods. */
const PATCH_M = 2900;

/** Wavelengths of the woods' unevenness. */
const MOTTLE_M = [1200, 560, 260, 120, 56, 29];

/** Shares of these waves in the edges of woods, and their height against their length. */
const PATCH_SHARES = [0.5, 0.32, 0.22, 0.15, 0.1, 0.06];
const BUMP_SHARES = [0.002, 0.004, 0.01, 0.024, 0.04, 0.05];

/** Width of a karst hill, and its height over its foot. */
const KARST_HILL_M = 760;
const KARST_HEIGHT_M = 150;

/** Width of a parcel of paddy. */
const PARCEL_M = 150;

/**
 * Draws the texture of a block. It is anchored to the ground: every scale shows the same hills and
 * woods, the closer the finer.
 *
 * @param karst - 0..1 on the block's pixels
 */
export function groundTexture(
  pixels: PixelGrid,
  metresPerPx: number,
  karst: Float32Array,
): GroundTexture {
  const count = pixels.cols * pixels.rows;
  const out = {
    patch: new Float32Array(count),
    mottle: new Float32Array(count),
    bumpM: new Float32Array(count),
    parcels: new Float32Array(count),
    bunds: new Float32Array(count),
    cones: new Float32Array(count),
  };
  const spot: Parcel = { tone: 0, edge: 0 };
  const bundShare = smooth(9, 18, PARCEL_M / metresPerPx);
  const waves = MOTTLE_M.map((waveM, number) => ({
    number,
    waveM,
    share: smooth(3, 8, waveM / metresPerPx),
  }));
  const seen = waves.filter(({ share }) => share > 0.08);
  const hills = smooth(3, 7, KARST_HILL_M / metresPerPx) * KARST_HEIGHT_M;
  const parcelShare = smooth(4, 9, PARCEL_M / metresPerPx);
  const xM = Float64Array.from({ length: pixels.cols }, (_, col) => {
    return pixelLonDeg(pixels, col) * TEXTURE_M_PER_LON_DEG;
  });
  const wave = new Float32Array(pixels.cols);
  for (let row = 0; row < pixels.rows; row++) {
    const y = pixelLatDeg(pixels, row) * M_PER_LAT_DEG;
    const line = row * pixels.cols;
    noiseRow(wave, xM, y, PATCH_M, 71);
    out.patch.set(wave, line);
    for (let i = 0; i < seen.length; i++) {
      const { waveM, share, number } = seen[i]!;
      noiseRow(wave, xM, y, waveM, 80 + number);
      const patchShare = share * PATCH_SHARES[number]!;
      const bumpShare = share * BUMP_SHARES[number]! * waveM;
      for (let col = 0; col < pixels.cols; col++) {
        const value = wave[col]!;
        out.mottle[line + col]! += 0.6 * share * value;
        out.patch[line + col]! += patchShare * value;
        out.bumpM[line + col]! += bumpShare * value;
      }
    }
    for (let at = line; at < line + pixels.cols; at++) {
      const stone = karst[at]!;
      if (stone > 0.03 && hills > 0) {
        // Bent by the plants' unevenness: no hill is a circle.
        const bend = 230 * out.mottle[at]!;
        const cone = karstHill(xM[at - line]! + bend, y - 0.7 * bend);
        out.cones[at] = cone;
        out.bumpM[at] = (1 - 0.6 * stone) * out.bumpM[at]! + hills * stone * cone;
      }
      if (parcelShare <= 0) continue;
      readParcel(spot, xM[at - line]!, y);
      out.parcels[at] = parcelShare * spot.tone;
      out.bunds[at] = bundShare * (1 - smooth(0.02, 0.09, spot.edge));
    }
  }
  return out;
}

/** Rounded hills, one to a cell of the ground: 1 on a top, 0 between. */
function karstHill(x: number, y: number): number {
  const u = x / KARST_HILL_M;
  const v = y / KARST_HILL_M;
  const ix = Math.floor(u);
  const iy = Math.floor(v);
  let highest = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const size = hash01(ix + i, iy + j, 93);
      const dx = u - ix - i - hash01(ix + i, iy + j, 91);
      const dy = v - iy - j - hash01(ix + i, iy + j, 92);
      if (size < 0.2) continue;
      const near = 1 - (dx * dx + dy * dy) / (0.12 + 0.75 * size);
      if (near <= 0) continue;
      // Steep below, pointed above.
      const height = (1 - Math.sqrt(1 - near) + 0.35 * near) * (0.15 + 0.6 * size);
      if (height > highest) highest = height;
    }
  }
  return highest;
}

interface Parcel {
  tone: number;
  /** How much farther the second nearest point is than the nearest, in parcels: 0 on a bund. */
  edge: number;
}

/** The parcel around a place: that of the nearest of one point to a cell. */
function readParcel(spot: Parcel, x: number, y: number): void {
  // Bent a little, so that no parcel looks cut with a ruler.
  const u = x / PARCEL_M + 0.12 * Math.sin(y / 97);
  const v = y / (0.7 * PARCEL_M) + 0.12 * Math.sin(x / 113);
  const ix = Math.floor(u);
  const iy = Math.floor(v);
  let nearest = 9;
  let second = 9;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const dx = u - ix - i - hash01(ix + i, iy + j, 95);
      const dy = v - iy - j - hash01(ix + i, iy + j, 96);
      const squared = dx * dx + dy * dy;
      if (squared < nearest) {
        second = nearest;
        nearest = squared;
        spot.tone = 2 * hash01(ix + i, iy + j, 97) - 1;
      } else if (squared < second) second = squared;
    }
  }
  spot.edge = Math.sqrt(second) - Math.sqrt(nearest);
}
