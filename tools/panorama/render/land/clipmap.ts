import { REFRACTED_RADIUS_M, sharedFloats } from '../light/air-medium';
import { clamp } from '../maths/curves';

/** One square grid of a clipmap: spacing in metres and posts a side. */
export interface ClipLevelSize {
  readonly cellM: number;
  readonly posts: number;
}

/** Heights of one level, shared between threads. */
export interface ClipLevel extends ClipLevelSize {
  readonly ground: Float32Array;
  /** Below this height the ground hides the sun. */
  readonly groundShadow: Float32Array;
  /** Top of the cloud sea, where there is one. */
  readonly cloud: Float32Array | undefined;
  readonly cloudShadow: Float32Array | undefined;
}

export type ClipLayer = 'ground' | 'groundShadow' | 'cloud' | 'cloudShadow';

/** Unit vector toward the sun: x east, y north, z up. */
export interface SunVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Cloud tops are kept on levels of at least this spacing. */
const CLOUD_CELL_M = 2;

/** Makes empty shared levels, finest first. */
export function createClipLevels(
  sizes: readonly ClipLevelSize[],
  hasCloud: boolean,
): readonly ClipLevel[] {
  return sizes.map((size) => {
    const isCloudy = hasCloud && size.cellM >= CLOUD_CELL_M;
    const floats = () => sharedFloats(size.posts * size.posts);
    return {
      ...size,
      ground: floats(),
      groundShadow: floats(),
      cloud: isCloudy ? floats() : undefined,
      cloudShadow: isCloudy ? floats() : undefined,
    };
  });
}

/** Nested grids round the viewer, blended at their rims. */
export class Clipmap {
  readonly levels: readonly ClipLevel[];
  readonly centreX: number;
  readonly centreY: number;
  private readonly halfM: readonly number[];
  private readonly firstCloud: number;

  constructor(levels: readonly ClipLevel[], centreX: number, centreY: number) {
    this.levels = levels;
    this.centreX = centreX;
    this.centreY = centreY;
    this.halfM = levels.map((level) => level.cellM * (level.posts / 2 - 2));
    this.firstCloud = Math.max(
      0,
      levels.findIndex((level) => level.cloud),
    );
  }

  /** How far the coarsest grid reaches from its centre, metres. */
  get reachM(): number {
    return this.halfM[this.halfM.length - 1]!;
  }

  /** Value of a layer at a local point. */
  get(layer: ClipLayer, x: number, y: number): number {
    const last = this.levels.length - 1;
    const m = Math.max(Math.abs(x - this.centreX), Math.abs(y - this.centreY));
    let l = layer === 'cloud' || layer === 'cloudShadow' ? this.firstCloud : 0;
    while (l < last && m > this.halfM[l]!) l++;
    const value = this.at(l, layer, x, y);
    const rim = m / this.halfM[l]!;
    if (l === last || rim <= 0.8) return value;
    return value + (rim - 0.8) * 5 * (this.at(l + 1, layer, x, y) - value);
  }

  /** Spacing of the grid that answers at a point, metres. */
  cellAt(x: number, y: number): number {
    const last = this.levels.length - 1;
    const m = Math.max(Math.abs(x - this.centreX), Math.abs(y - this.centreY));
    let l = 0;
    while (l < last && m > this.halfM[l]!) l++;
    return this.levels[l]!.cellM;
  }

  /** Bilinear value of one level. */
  at(l: number, layer: ClipLayer, x: number, y: number): number {
    const level = this.levels[l]!;
    const n = level.posts;
    const a = level[layer]!;
    const fx = clamp((x - this.centreX) / level.cellM + n / 2, 0, n - 1.001);
    const fy = clamp((y - this.centreY) / level.cellM + n / 2, 0, n - 1.001);
    const i = Math.floor(fx);
    const j = Math.floor(fy);
    const u = fx - i;
    const o = j * n + i;
    const low = a[o]! + u * (a[o + 1]! - a[o]!);
    return low + (fy - j) * (a[o + n]! + u * (a[o + n + 1]! - a[o + n]!) - low);
  }

  /**
   * Finds the height below which the sun is hidden, for every post: each grid is walked away
   * from the sun, carrying the highest shadow along; coarse grids seed the rims of finer ones.
   *
   * @param raise - added to the ground as an obstacle (crowns of trees), by level and post
   */
  sweepShadow(
    source: 'ground' | 'cloud',
    sun: SunVector,
    raise?: (level: number) => Float32Array | undefined,
  ): void {
    for (let l = this.levels.length - 1; l >= 0; l--) {
      const level = this.levels[l]!;
      const heights = raise?.(l) ?? level[source];
      const target = source === 'ground' ? level.groundShadow : level.cloudShadow;
      if (heights && target) this.sweepLevel(l, heights, target, source, sun);
    }
  }

  private sweepLevel(
    l: number,
    heights: Float32Array,
    target: Float32Array,
    source: 'ground' | 'cloud',
    sun: SunVector,
  ): void {
    const { cellM, posts: n } = this.levels[l]!;
    const isEast = Math.abs(sun.x) >= Math.abs(sun.y);
    const main = isEast ? sun.x : sun.y;
    const shift = (isEast ? sun.y : sun.x) / Math.abs(main);
    const direction = main > 0 ? 1 : -1;
    const stepM = cellM * Math.hypot(1, shift);
    const flat = Math.hypot(sun.x, sun.y);
    const layer = source === 'ground' ? 'groundShadow' : 'cloudShadow';
    const isLast = l === this.levels.length - 1;
    for (let k = 0; k < n; k++) {
      const i = direction > 0 ? n - 1 - k : k;
      for (let j = 0; j < n; j++) {
        const col = isEast ? i : j;
        const row = isEast ? j : i;
        const x = (col - n / 2) * cellM + this.centreX;
        const y = (row - n / 2) * cellM + this.centreY;
        const from = j + shift;
        const f = Math.floor(from);
        if (k === 0 || f < 0 || f >= n - 1) {
          target[row * n + col] = isLast ? -1e4 : this.at(l + 1, layer, x, y);
          continue;
        }
        const t = from - f;
        const a = isEast ? f * n + i + direction : (i + direction) * n + f;
        const b = isEast ? a + n : a + 1;
        // The sun stands higher further toward it: the Earth is round.
        const rise = sun.z / flat + (x * sun.x + y * sun.y) / flat / REFRACTED_RADIUS_M;
        target[row * n + col] =
          Math.max(heights[a]!, target[a]!) * (1 - t) +
          Math.max(heights[b]!, target[b]!) * t -
          stepM * rise;
      }
    }
  }
}
