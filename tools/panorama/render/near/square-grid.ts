import { sharedFloats } from '../light/air-medium';

/** Heights or shares on a square round the origin. */
export interface GridData {
  readonly posts: number;
  readonly cellM: number;
  readonly values: Float32Array;
}

/** A square grid centred on the origin; posts at cell centres. */
export class SquareGrid implements GridData {
  readonly posts: number;
  readonly cellM: number;
  readonly values: Float32Array;
  readonly halfM: number;

  constructor(posts: number, cellM: number, values = sharedFloats(posts * posts)) {
    this.posts = posts;
    this.cellM = cellM;
    this.values = values;
    this.halfM = (posts * cellM) / 2;
  }

  static from(data: GridData): SquareGrid {
    return new SquareGrid(data.posts, data.cellM, data.values);
  }

  /** For threads. */
  get data(): GridData {
    return { posts: this.posts, cellM: this.cellM, values: this.values };
  }

  fill(valueAt: (x: number, y: number) => number): this {
    for (let j = 0; j < this.posts; j++) {
      const y = (j + 0.5) * this.cellM - this.halfM;
      for (let i = 0; i < this.posts; i++) {
        this.values[j * this.posts + i] = valueAt((i + 0.5) * this.cellM - this.halfM, y);
      }
    }
    return this;
  }

  /** Bilinear value; beyond the rim, that of the rim. */
  at(x: number, y: number): number {
    const n = this.posts;
    const fx = Math.min(n - 1.001, Math.max(0, (x + this.halfM) / this.cellM - 0.5));
    const fy = Math.min(n - 1.001, Math.max(0, (y + this.halfM) / this.cellM - 0.5));
    const i = Math.floor(fx);
    const j = Math.floor(fy);
    const u = fx - i;
    const o = j * n + i;
    const d = this.values;
    const low = d[o]! + (d[o + 1]! - d[o]!) * u;
    return low + (d[o + n]! + (d[o + n + 1]! - d[o + n]!) * u - low) * (fy - j);
  }
}

/** Height and slope of a grid read by a quadratic B-spline: smooth contours at any zoom. */
export class SplineReader {
  h = 0;
  gx = 0;
  gy = 0;
  private readonly grid: SquareGrid;

  constructor(grid: SquareGrid) {
    this.grid = grid;
  }

  /** Reads into `h`, `gx`, `gy`. */
  read(x: number, y: number): number {
    const { values: d, posts: n, cellM, halfM } = this.grid;
    const fx = (x + halfM) / cellM - 0.5;
    const fy = (y + halfM) / cellM - 0.5;
    const i = Math.round(fx);
    const j = Math.round(fy);
    if (i < 1 || j < 1 || i > n - 2 || j > n - 2) {
      this.h = this.grid.at(x, y);
      this.gx = 0;
      this.gy = 0;
      return this.h;
    }
    const u = fx - i;
    const v = fy - j;
    const a0 = 0.5 * (0.5 - u) ** 2;
    const a1 = 0.75 - u * u;
    const a2 = 0.5 * (0.5 + u) ** 2;
    const b0 = 0.5 * (0.5 - v) ** 2;
    const b1 = 0.75 - v * v;
    const b2 = 0.5 * (0.5 + v) ** 2;
    const o = (j - 1) * n + i - 1;
    const p = o + n;
    const q = p + n;
    const r0 = a0 * d[o]! + a1 * d[o + 1]! + a2 * d[o + 2]!;
    const r1 = a0 * d[p]! + a1 * d[p + 1]! + a2 * d[p + 2]!;
    const r2 = a0 * d[q]! + a1 * d[q + 1]! + a2 * d[q + 2]!;
    const s0 = slope(u, d[o]!, d[o + 1]!, d[o + 2]!);
    const s1 = slope(u, d[p]!, d[p + 1]!, d[p + 2]!);
    const s2 = slope(u, d[q]!, d[q + 1]!, d[q + 2]!);
    this.h = b0 * r0 + b1 * r1 + b2 * r2;
    this.gx = (b0 * s0 + b1 * s1 + b2 * s2) / cellM;
    this.gy = slope(v, r0, r1, r2) / cellM;
    return this.h;
  }
}

function slope(t: number, a: number, b: number, c: number): number {
  return (t - 0.5) * a - 2 * t * b + (t + 0.5) * c;
}

/** Share of sky seen from each post, by eight directions; 1 = open plain. */
export function skyShare(heights: SquareGrid, reachCells: number): SquareGrid {
  const { posts: n, cellM, values } = heights;
  const out = new SquareGrid(n, cellM);
  const clampIndex = (i: number) => Math.min(n - 1, Math.max(0, i));
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      let seen = 0;
      for (let k = 0; k < 8; k++) {
        const cx = Math.cos((k * Math.PI) / 4);
        const cy = Math.sin((k * Math.PI) / 4);
        let steepest = 0;
        for (let r = 1; r <= reachCells; r = Math.ceil(r * 1.7)) {
          const at = clampIndex(Math.round(j + cy * r)) * n + clampIndex(Math.round(i + cx * r));
          steepest = Math.max(steepest, (values[at]! - values[j * n + i]!) / (r * cellM));
        }
        seen += 1 / (1 + steepest * steepest);
      }
      out.values[j * n + i] = seen / 8;
    }
  }
  return out;
}
