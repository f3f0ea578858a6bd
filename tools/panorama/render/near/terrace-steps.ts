import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { createRandom, hashCell } from '../maths/random';
import type { Landform } from './landform';
import type { SplineReader, SquareGrid } from './square-grid';
import type { Trodden } from './trodden';

const LOWEST_M = 100;
const HIGHEST_M = 3000;
const PADDY_LENGTH_M = 34;
/** Land flatter than this has low steps, so many to one of a slope's. */
const FLAT_SLOPE = 0.085;
const LOW_STEPS = 3;

/** Levels of the treads: irregular rises of about 0.95 to 2.1 m. */
function createLevels(): { levels: readonly number[]; levelOf: (h: number) => number } {
  const random = createRandom(99);
  const levels: number[] = [];
  for (let z = LOWEST_M; z < HIGHEST_M; z += 0.95 + 1.15 * random() * (0.6 + 0.4 * random())) {
    levels.push(z);
  }
  const top = levels[levels.length - 1]!;
  levels.push(top + 2, top + 4);
  const steps = (HIGHEST_M - LOWEST_M) * 10;
  const index = new Uint16Array(steps + 1);
  let k = 0;
  for (let i = 0; i <= steps; i++) {
    while (levels[k + 1]! <= LOWEST_M + i / 10) k++;
    index[i] = k;
  }
  const levelOf = (h: number): number => {
    const at = Math.max(0, Math.min(steps, Math.floor((h - LOWEST_M) * 10)));
    const found = index[at]!;
    return levels[found + 1]! <= h ? found + 1 : found;
  };
  return { levels, levelOf };
}

/** Everything that form and colour need to know about one point of terraced ground. */
export class TerraceSteps {
  isFarmed = false;
  /** Height before terracing. */
  h = 0;
  /** Height of the tread, rise to the next, and share of the way across the tread. */
  tread = 0;
  rise = 1;
  across = 0;
  /** Width of the tread with its riser, metres, and share of it that the riser takes. */
  widthM = 1;
  riserShare = 0;
  /** Paddy's own number, [0, 1), and distance to the next paddy on the same level, metres. */
  paddy = 0;
  edgeM = 9;
  slope = 0;
  readonly macro: SplineReader;
  private readonly noise: Noise;
  private readonly farmed: SquareGrid;
  private readonly trodden: Trodden;
  private readonly table = createLevels();
  private level = 0;

  constructor(noise: Noise, macro: SplineReader, farmed: SquareGrid, trodden: Trodden) {
    this.noise = noise;
    this.macro = macro;
    this.farmed = farmed;
    this.trodden = trodden;
  }

  /** Cover of farmland: above 0.5 the ground is terraced. */
  coverAt(x: number, y: number): number {
    const n = this.noise.gradient2;
    return this.farmed.at(x, y) + 0.1 * n(x / 23, y / 23) + 0.05 * n(x / 7, y / 7);
  }

  read(x: number, y: number): this {
    const { macro } = this;
    this.h = macro.read(x, y);
    this.slope = Math.hypot(macro.gx, macro.gy);
    this.isFarmed = this.coverAt(x, y) > 0.5 && !this.trodden.isYard(x, y);
    if (!this.isFarmed) return this;
    const n = this.noise.gradient2;
    const bent =
      this.h + 0.75 * n(x / 61, y / 61) + 0.3 * n(x / 19, y / 19) + 0.06 * n(x / 5, y / 5);
    const { levels, levelOf } = this.table;
    let k = levelOf(bent);
    let next = k + 1;
    if (this.slope > 0.11 && this.slope < 0.2 && n(x / 110 + 50, y / 110) > 0.12) {
      k &= ~1;
      next = k + 2;
    }
    this.level = k * LOW_STEPS;
    this.tread = levels[k]!;
    this.rise = levels[next]! - this.tread;
    if (this.slope < FLAT_SLOPE) {
      // On a valley floor fields step down by a foot or two, not by a wall.
      this.rise /= LOW_STEPS;
      const step = Math.min(LOW_STEPS - 1, Math.floor((bent - this.tread) / this.rise));
      this.level += step;
      this.tread += step * this.rise;
    }
    this.across = (bent - this.tread) / this.rise;
    this.widthM = this.rise / Math.max(0.07, this.slope);
    this.riserShare = Math.min(0.42, (0.16 + 0.24 * this.rise) / this.widthM);
    this.readPaddy(x, y);
    return this;
  }

  /** Paddies: nearest seed of the level, measured mostly along the contour. */
  private readPaddy(x: number, y: number): void {
    const { macro, slope, level } = this;
    const s = slope > 0.01 ? 1 / slope : 0;
    const nx = macro.gx * s;
    const ny = macro.gy * s;
    const ox = hashCell(level, 1, 5) * PADDY_LENGTH_M;
    const oy = hashCell(level, 2, 5) * PADDY_LENGTH_M;
    const ci = Math.floor((x + ox) / PADDY_LENGTH_M);
    const cj = Math.floor((y + oy) / PADDY_LENGTH_M);
    let first = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let b = -1; b <= 1; b++) {
      for (let a = -1; a <= 1; a++) {
        const i = ci + a;
        const j = cj + b;
        const px = (i + hashCell(i, j, level * 2)) * PADDY_LENGTH_M - ox - x;
        const py = (j + hashCell(i, j, level * 2 + 1)) * PADDY_LENGTH_M - oy - y;
        const d = Math.abs(py * nx - px * ny) + 0.35 * Math.abs(px * nx + py * ny);
        if (d < first) {
          second = first;
          first = d;
          this.paddy = hashCell(i, j, level + 9000);
        } else if (d < second) second = d;
      }
    }
    this.edgeM = (second - first) * 0.5;
  }

  /** Surface height of terraced or plain ground, with a crop of a height on it. */
  height(x: number, y: number, cropM: number): number {
    this.read(x, y);
    return this.wear(x, y, this.trodden.level(x, y, this.fieldHeight(x, y, cropM)));
  }

  /** Feet wear a path down: below the slope, a rut in its middle, mud thrown up beside it. */
  private wear(x: number, y: number, z: number): number {
    const share = this.trodden.path(x, y);
    const beside = Math.abs(this.trodden.besidePath(x, y));
    if (share <= 0 && beside > 2) return z;
    const n = this.noise.gradient2;
    const worn =
      this.h -
      (this.isFarmed ? 0.3 * this.rise : 0.14) +
      0.05 * n(x / 0.8, y / 0.8) +
      0.03 * n(x / 0.27 + 3, y / 0.27) -
      0.07 * (1 - smoothStep(0.05, 0.4, Math.abs(beside - 0.3)));
    return z + (worn - z) * smoothStep(0, 0.75, share + 0.35 * (1 - smoothStep(0.7, 1.7, beside)));
  }

  private fieldHeight(x: number, y: number, cropM: number): number {
    const n = this.noise.gradient2;
    if (!this.isFarmed) return this.h + 0.35 * n(x / 6, y / 6) + 0.2 * n(x / 2.1, y / 2.1);
    const crop = cropM * (0.62 + 0.38 * smoothStep(6, 40, Math.hypot(x, y)));
    const { across: f, rise } = this;
    const s = f * this.widthM;
    const lip = 1 - this.riserShare;
    let z = this.tread + (f > lip ? rise * smoothStep(lip, 1, f) : 0);
    const tuft = crop < cropM ? 0.2 + (0.38 * (crop / cropM - 0.62)) / 0.38 : 0.58;
    z +=
      (0.2 + tuft * crop + 0.07 * n(x / 0.9, y / 0.9)) *
      (1 - smoothStep(0.5, 0.85, s)) *
      smoothStep(0, 0.18, s);
    if (this.edgeM < 0.5) z += 0.2 * (1 - smoothStep(0.15, 0.5, this.edgeM)) * (f < lip ? 1 : 0);
    else if (f < lip) {
      z +=
        crop *
        smoothStep(0.66, 0.92, s) *
        smoothStep(0, 0.35, (lip - f) * this.widthM) *
        smoothStep(0.45, 0.7, this.edgeM) *
        (0.85 + 0.3 * this.paddy);
    }
    return z;
  }
}

/** Where people farm: gentle, below the forest line, out of gullies; 0 to 1. */
export function createFarmShare(
  noise: Noise,
  macro: SquareGrid,
  land: Landform,
): (x: number, y: number) => number {
  const n = noise.gradient2;
  const { values: d, posts, cellM, halfM } = macro;
  const q = 6;
  return (x, y) => {
    const limit = (v: number) => Math.max(q, Math.min(posts - 1 - q, Math.round(v)));
    const o = limit((y + halfM) / cellM - 0.5) * posts + limit((x + halfM) / cellM - 0.5);
    const c = d[o]!;
    const slope = Math.hypot(d[o + 1]! - d[o - 1]!, d[o + posts]! - d[o - posts]!) / (2 * cellM);
    const hollow =
      ((d[o + q]! + d[o - q]! + d[o + q * posts]! + d[o - q * posts]! - 4 * c) /
        (q * q * cellM * cellM)) *
      100;
    const r = Math.hypot(x, y);
    let round = 0;
    let hillM = 1e9;
    for (const hill of land.hills) {
      const d = Math.hypot(x - hill.x, y - hill.y);
      hillM = Math.min(hillM, d);
      round = Math.max(round, Math.exp(-(d * d) / (1.43 * hill.radiusM) ** 2));
    }
    const forestLine =
      land.forestLineM +
      90 * n(x / 420 + 2, y / 420) +
      45 * n(x / 160, y / 160 + 8) -
      62 * smoothStep(0, 260, -(x + y) * 0.7);
    let v = 1 - smoothStep(forestLine - 20, forestLine + 20, c);
    v *= 1 - smoothStep(0.62, 0.85, slope);
    v *= 1 - smoothStep(0.6, 1.1, hollow + 0.25 * n(x / 60, y / 60));
    const wood = n(x / 190 - 20, y / 190) + 0.35 * n(x / 50, y / 50);
    v *= 1 - smoothStep(0.42, 0.6, wood) * smoothStep(60, 140, r) * smoothStep(60, 120, hillM);
    v = Math.max(v, round * 1.5 > 1 ? 1 : round * 0.9 * (hollow < 0.6 ? 1 : 0.4));
    v *= land.river
      ? smoothStep(3, 9, land.waterDistance(x, y))
      : smoothStep(14, 30, land.waterDistance(x, y));
    return Math.min(1, Math.max(v, Math.exp((-r * r) / 45 ** 2)));
  };
}
