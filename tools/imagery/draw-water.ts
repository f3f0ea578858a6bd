import type { FactPlace } from '../terrain/sketch/facts';
import type { PixelGrid } from './resample-field';
import { smooth } from './shading';

/** A line of water with a width at every vertex; plain data. */
export interface WaterLine {
  readonly lonDeg: Float64Array;
  readonly latDeg: Float64Array;
  readonly widthM: Float32Array;
  /** Least width on the picture: great rivers stay visible from far. */
  readonly leastPx: number;
  readonly isLake: boolean;
}

/** All water of a picture. */
export interface Water {
  readonly lines: readonly WaterLine[];
  /** Each lake its outline, then its islands'. */
  readonly lakes: readonly (readonly (readonly FactPlace[])[])[];
}

/** Water on the pixels of a tile: cover 0..1, and a glow along the banks 0..1. */
export interface WaterPixels {
  readonly river: Float32Array;
  readonly lake: Float32Array;
  readonly bank: Float32Array;
}

/** Bank glow reaches this many pixels at most. */
const BANK_REACH_PX = 5;

/** Draws rivers and lakes smoothly onto the pixels of a tile. */
export function drawWater(water: Water, pixels: PixelGrid, metresPerPx: number): WaterPixels {
  const count = pixels.cols * pixels.rows;
  const out = {
    river: new Float32Array(count),
    lake: new Float32Array(count),
    bank: new Float32Array(count),
  };
  for (const line of water.lines) drawWaterLine(out, line, pixels, metresPerPx);
  for (const rings of water.lakes) fillLake(out.lake, rings, pixels);
  return out;
}

function drawWaterLine(
  out: WaterPixels,
  line: WaterLine,
  pixels: PixelGrid,
  metresPerPx: number,
): void {
  // From far the threads of rivers would lie on a few pixels as a blue tangle.
  const seen = 1 - smooth(900, 3600, metresPerPx);
  if (seen <= 0) return;
  const reachPx = Math.min(BANK_REACH_PX, Math.max(1.6, 320 / metresPerPx));
  for (let i = 0; i + 1 < line.lonDeg.length; i++) {
    const ax = (line.lonDeg[i]! + 180) / pixels.stepDeg - 0.5;
    const ay = (90 - line.latDeg[i]!) / pixels.stepDeg - 0.5;
    const bx = (line.lonDeg[i + 1]! + 180) / pixels.stepDeg - 0.5;
    const by = (90 - line.latDeg[i + 1]!) / pixels.stepDeg - 0.5;
    const widthM = (line.widthM[i]! + line.widthM[i + 1]!) / 2;
    const wantedPx = Math.hypot(widthM / metresPerPx, line.leastPx * leastShare(widthM));
    const strength = seen * Math.min(1, wantedPx / 0.85);
    const halfPx = Math.max(0.5, wantedPx / 2);
    drawPiece(line.isLake ? out.lake : out.river, out.bank, pixels, {
      ax,
      ay,
      bx,
      by,
      halfPx,
      reachPx,
      strength,
    });
  }
}

/** Streams fade towards their sources. */
function leastShare(widthM: number): number {
  return Math.min(1, 0.35 + widthM / 160);
}

/** A straight piece of water on the world's pixels: half its width, and how far its banks reach. */
export interface Piece {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly halfPx: number;
  readonly reachPx: number;
  readonly strength: number;
}

/** Draws a piece where it covers more than what is there. */
export function drawPiece(
  cover: Float32Array,
  bank: Float32Array,
  pixels: PixelGrid,
  piece: Piece,
): void {
  const { ax, ay, bx, by, halfPx, reachPx, strength } = piece;
  const far = halfPx + 1 + reachPx;
  const { westPx, northPx } = pixels;
  const left = Math.max(westPx, Math.ceil(Math.min(ax, bx) - far));
  const right = Math.min(westPx + pixels.cols - 1, Math.floor(Math.max(ax, bx) + far));
  const top = Math.max(northPx, Math.ceil(Math.min(ay, by) - far));
  const bottom = Math.min(northPx + pixels.rows - 1, Math.floor(Math.max(ay, by) + far));
  const [ex, ey] = [bx - ax, by - ay];
  const squared = ex * ex + ey * ey || 1e-9;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / squared));
      const outside = Math.hypot(x - ax - t * ex, y - ay - t * ey) - halfPx;
      if (outside > reachPx) continue;
      const at = (y - northPx) * pixels.cols + x - westPx;
      const covered = strength * Math.min(1, Math.max(0, 0.5 - outside));
      if (covered > cover[at]!) cover[at] = covered;
      const glow = strength * (1 - Math.max(0, outside) / reachPx) ** 2;
      if (glow > bank[at]!) bank[at] = glow;
    }
  }
}

/** Rows of sub-pixels in a pixel of a lake's edge. */
const SUBROWS = 4;

function fillLake(
  cover: Float32Array,
  rings: readonly (readonly FactPlace[])[],
  pixels: PixelGrid,
): void {
  const outlines = rings.map((ring) => ({
    xs: ring.map(([lonDeg]) => (lonDeg + 180) / pixels.stepDeg),
    ys: ring.map(([, latDeg]) => (90 - latDeg) / pixels.stepDeg),
  }));
  let [top, bottom] = [pixels.northPx + pixels.rows, pixels.northPx - 1];
  for (const y of outlines[0]?.ys ?? []) {
    top = Math.min(top, Math.floor(y));
    bottom = Math.max(bottom, Math.floor(y));
  }
  top = Math.max(top, pixels.northPx);
  bottom = Math.min(bottom, pixels.northPx + pixels.rows - 1);
  for (let row = top; row <= bottom; row++) {
    for (let sub = 0; sub < SUBROWS; sub++) {
      const crossings = crossingsAt(outlines, row + (sub + 0.5) / SUBROWS);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        addSpan(cover, pixels, row, crossings[i]!, crossings[i + 1]!);
      }
    }
  }
}

function crossingsAt(
  outlines: readonly { xs: readonly number[]; ys: readonly number[] }[],
  y: number,
): readonly number[] {
  const crossings: number[] = [];
  for (const { xs, ys } of outlines) {
    for (let i = 0; i < xs.length; i++) {
      const j = (i + 1) % xs.length;
      const [y0, y1] = [ys[i]!, ys[j]!];
      if (y0 <= y === y1 <= y) continue;
      crossings.push(xs[i]! + ((y - y0) / (y1 - y0)) * (xs[j]! - xs[i]!));
    }
  }
  return crossings.sort((a, b) => a - b);
}

function addSpan(
  cover: Float32Array,
  pixels: PixelGrid,
  row: number,
  from: number,
  to: number,
): void {
  const { westPx, northPx } = pixels;
  const last = Math.min(westPx + pixels.cols - 1, Math.floor(to));
  for (let col = Math.max(westPx, Math.floor(from)); col <= last; col++) {
    const share = Math.min(to, col + 1) - Math.max(from, col);
    const at = (row - northPx) * pixels.cols + col - westPx;
    if (share > 0) cover[at] = Math.min(1, cover[at]! + share / SUBROWS);
  }
}
