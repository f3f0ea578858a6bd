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

/** Distances from gully to gully, metres; every next one branches off the last. */
const WAVES_M = [760, 350, 160];

/** Height of a rib over its gully against their distance, on slopes of a ratio of 1. */
const HEIGHT_SHARES = [0.15, 0.115, 0.06];

/** Country of deep gullies passes into country of shallow ones over so many metres. */
const UNEVEN_M = 1_900;

/** Cells reach this far, in cells: the nine around a place hold all that reach it. */
const REACH = 1.2;

/** A place on a slope and what is drawn there; filled anew for every pixel. */
interface Rib {
  /** Slope of the ground with the ribs, metres per metre. */
  east: number;
  north: number;
  /** Height of the rib over the mean slope, negative in gullies, metres. */
  heightM: number;
  /** -1 in the gully, 1 on the rib. */
  crest: number;
}

/** How much of every wave the pixels can carry, 0..1. */
function gullyShares(metresPerPx: number): readonly number[] {
  return WAVES_M.map((waveM) => smooth(5, 12, waveM / metresPerPx));
}

/** The nine points around the cell in which a wave was last asked for. */
interface Wave {
  readonly waveM: number;
  readonly heightShare: number;
  readonly seed: number;
  readonly pointX: Float64Array;
  readonly pointY: Float64Array;
  ix: number;
  iy: number;
}

function newWaves(): readonly Wave[] {
  return WAVES_M.map((waveM, i) => ({
    waveM,
    heightShare: HEIGHT_SHARES[i]!,
    seed: 301 + i,
    pointX: new Float64Array(9),
    pointY: new Float64Array(9),
    ix: Number.NaN,
    iy: Number.NaN,
  }));
}

/**
 * Draws ribs and gullies down the fall line, by rule: each size follows the slope that the last one
 * leaves, so that small gullies run into great ones.
 *
 * @param rib - in: slope of the ground; out: its ribs
 * @param x - metres east
 * @param y - metres north
 * @param relief - slope of the country around, a ratio: ribs reach up to the crests
 * @param shares - of {@link gullyShares}
 * @see R. J. Johansen, Fast and Gorgeous Erosion Filter (2023): waves along the slope, cell by cell
 */
function drawRibs(
  rib: Rib,
  waves: readonly Wave[],
  x: number,
  y: number,
  relief: number,
  shares: readonly number[],
): void {
  rib.heightM = 0;
  rib.crest = 0;
  for (let i = 0; i < waves.length; i++) {
    const share = shares[i]!;
    if (share <= 0) return;
    const slope = Math.sqrt(rib.east * rib.east + rib.north * rib.north) + 1e-6;
    const wave = waves[i]!;
    const steep = Math.min(0.7, 0.65 * slope + 0.35 * relief);
    const heightShare = share * wave.heightShare * smooth(0.05, 0.24, steep) * steep;
    if (heightShare < 0.002) continue;
    moveTo(wave, Math.floor(x / wave.waveM), Math.floor(y / wave.waveM));
    // Waves count along the contour line.
    addWave(rib, wave, x, y, -rib.north / slope, rib.east / slope, heightShare);
  }
}

function moveTo(wave: Wave, ix: number, iy: number): void {
  if (ix === wave.ix && iy === wave.iy) return;
  wave.ix = ix;
  wave.iy = iy;
  for (let k = 0; k < 9; k++) {
    const cellX = ix + (k % 3) - 1;
    const cellY = iy + Math.floor(k / 3) - 1;
    wave.pointX[k] = cellX + 0.2 + 0.6 * hash01(cellX, cellY, wave.seed);
    wave.pointY[k] = cellY + 0.2 + 0.6 * hash01(cellX, cellY, wave.seed + 40);
  }
}

function addWave(
  rib: Rib,
  wave: Wave,
  x: number,
  y: number,
  alongEast: number,
  alongNorth: number,
  heightShare: number,
): void {
  const { pointX, pointY, waveM } = wave;
  const u = x / waveM;
  const v = y / waveM;
  let cosine = 0;
  let sine = 0;
  let weights = 1e-6;
  for (let k = 0; k < 9; k++) {
    const dx = u - pointX[k]!;
    const dy = v - pointY[k]!;
    const near = 1 - (dx * dx + dy * dy) / (REACH * REACH);
    if (near <= 0) continue;
    const weight = near * near * near;
    const phase = 2 * Math.PI * (dx * alongEast + dy * alongNorth);
    cosine += weight * Math.cos(phase);
    sine += weight * Math.sin(phase);
    weights += weight;
  }
  cosine /= weights;
  sine /= weights;
  // Rounded gullies, sharper ribs.
  rib.heightM += heightShare * waveM * (cosine - 0.3 * sine * sine);
  rib.crest += 0.55 * cosine * Math.min(1, heightShare / 0.03);
  const steep = 2 * Math.PI * heightShare * sine;
  rib.east -= steep * alongEast;
  rib.north -= steep * alongNorth;
}

/** Ribs and gullies on a block's pixels. */
export interface GullyPixels {
  /** Height over the mean slope, metres. */
  readonly heightM: Float32Array;
  /** -1 in gullies, 1 on ribs, 0 where there are none. */
  readonly crest: Float32Array;
}

/** What {@link gullyPixels} reads of a block's layers. */
interface SlopeLayers {
  readonly pixels: PixelGrid;
  readonly metresPerPx: number;
  readonly heights: Float32Array;
  readonly middleForm: Float32Array;
  readonly karst: Float32Array;
  readonly steepness: Float32Array;
}

/**
 * Ribs and gullies of a block; the outermost ring of pixels has none, since its slopes are not known.
 *
 * @returns `undefined` where the pixels are too great for them
 */
export function gullyPixels(layers: SlopeLayers): GullyPixels | undefined {
  const { pixels, metresPerPx, heights, middleForm, karst } = layers;
  const waves = newWaves();
  const uneven = new Float32Array(pixels.cols);
  const shares = gullyShares(metresPerPx);
  if (shares[0]! <= 0.02) return undefined;
  const { cols, rows } = pixels;
  const out = { heightM: new Float32Array(cols * rows), crest: new Float32Array(cols * rows) };
  const rib: Rib = { east: 0, north: 0, heightM: 0, crest: 0 };
  const along = 0.5 / metresPerPx;
  const xM = Float64Array.from({ length: cols }, (_, col) => {
    return pixelLonDeg(pixels, col) * TEXTURE_M_PER_LON_DEG;
  });
  for (let row = 1; row < rows - 1; row++) {
    const latDeg = pixelLatDeg(pixels, row);
    const y = latDeg * M_PER_LAT_DEG;
    noiseRow(uneven, xM, y, UNEVEN_M, 311);
    const across = along / Math.cos((latDeg * Math.PI) / 180);
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      if (karst[at]! > 0.7) continue;
      rib.east = across * mixed(heights, middleForm, at + 1, at - 1);
      rib.north = along * mixed(heights, middleForm, at - cols, at + cols);
      drawRibs(rib, waves, xM[col]!, y, layers.steepness[at]!, shares);
      const deep = 0.75 + 0.55 * uneven[col]!;
      const bare = deep * (1 - smooth(0.2, 0.7, karst[at]!));
      out.heightM[at] = bare * rib.heightM;
      out.crest[at] = bare * rib.crest;
    }
  }
  return out;
}

function mixed(heights: Float32Array, form: Float32Array, to: number, from: number): number {
  return 0.6 * (heights[to]! - heights[from]!) + 0.4 * (form[to]! - form[from]!);
}
