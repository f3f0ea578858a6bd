import { hash01 } from './noise';
import type { ScatteredGrid } from './scatter';
import type { SketchGrid } from './sketch-grid';

/** Where water goes from every post, and how much comes together there. */
export interface Drainage {
  /** Posts from the base level up: every post comes after the one it drains to. */
  readonly order: Int32Array;
  /** The post that a post drains to; itself for posts on the base level. */
  readonly receiver: Int32Array;
  /** Catchment of a post, square metres. */
  readonly areaM2: Float32Array;
}

/** Heights that the buckets tell apart, metres per bucket. */
const BUCKET_M = 1;

/** Numbers in [0, 1) in no order. */
const CHANCE = Float32Array.from({ length: 65_536 }, (_, i) => hash01(i, 3, 211));

/** Heights below this are one bucket: the sea and what is under it. */
const LOWEST_M = -20;

/** Above every summit here. */
const HIGHEST_M = 4_200;

/**
 * Drains a surface: floods it from its base level upwards (priority flood with a queue of
 * buckets, linear in time), so that hollows drain over their lowest rim; elsewhere a post drains
 * to the steepest of its neighbours that were flooded before it.
 *
 * @param heights - metres, one per post
 * @param isBase - 1 where the water leaves: rivers, sea, the grid's border
 * @see R. Barnes et al., Priority-Flood (2014); J. Braun and S. Willett, FastScape (2013)
 */
export function drain(grid: ScatteredGrid, heights: Float32Array, isBase: Uint8Array): Drainage {
  const { order, parent } = flood(grid, heights, isBase);
  const receiver = steepestEarlier(grid, heights, isBase, order, parent);
  const areaM2 = new Float32Array(heights.length).fill(grid.colStepM * grid.rowStepM);
  for (let i = order.length - 1; i >= 0; i--) {
    const post = order[i]!;
    const into = receiver[post]!;
    if (into !== post) areaM2[into]! += areaM2[post]!;
  }
  return { order, receiver, areaM2 };
}

/** The eight neighbours as column and row steps. */
const NEIGHBOURS = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

const STEP_X = Int32Array.from(NEIGHBOURS, ([x]) => x);
const STEP_Y = Int32Array.from(NEIGHBOURS, ([, y]) => y);

function flood(grid: SketchGrid, heights: Float32Array, isBase: Uint8Array) {
  const { cols, rows } = grid;
  const count = cols * rows;
  const buckets = Math.ceil((HIGHEST_M - LOWEST_M) / BUCKET_M) + 1;
  const head = new Int32Array(buckets).fill(-1);
  const tail = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const parent = new Int32Array(count).fill(-1);
  const order = new Int32Array(count);
  const bucketOf = (heightM: number): number =>
    Math.min(buckets - 1, Math.max(0, Math.floor((heightM - LOWEST_M) / BUCKET_M)));
  const push = (post: number, bucket: number): void => {
    next[post] = -1;
    if (head[bucket]! < 0) head[bucket] = post;
    else next[tail[bucket]!] = post;
    tail[bucket] = post;
  };
  for (let post = 0; post < count; post++) {
    if (isBase[post] === 0) continue;
    parent[post] = post;
    push(post, bucketOf(heights[post]!));
  }
  let done = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let post = head[bucket]!; post >= 0; post = next[post]!) {
      order[done++] = post;
      const col = post % cols;
      const row = (post - col) / cols;
      for (let k = 0; k < 8; k++) {
        const x = col + STEP_X[k]!;
        const y = row + STEP_Y[k]!;
        if (x < 0 || y < 0 || x >= cols || y >= rows) continue;
        const other = y * cols + x;
        if (parent[other]! >= 0) continue;
        parent[other] = post;
        push(other, Math.max(bucket, bucketOf(heights[other]!)));
      }
    }
  }
  return { order, parent };
}

function steepestEarlier(
  grid: ScatteredGrid,
  heights: Float32Array,
  isBase: Uint8Array,
  order: Int32Array,
  parent: Int32Array,
): Int32Array {
  const { cols, rows, east, south, colStepM, rowStepM } = grid;
  const rank = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
  const receiver = new Int32Array(order.length);
  for (let row = 0, post = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++, post++) {
      receiver[post] = parent[post]!;
      if (isBase[post] === 1) continue;
      let steepest = 0;
      for (let k = 0; k < 8; k++) {
        const stepX = STEP_X[k]!;
        const stepY = STEP_Y[k]!;
        const x = col + stepX;
        const y = row + stepY;
        if (x < 0 || y < 0 || x >= cols || y >= rows) continue;
        const other = y * cols + x;
        const fallM = heights[post]! - heights[other]!;
        if (fallM <= 0 || rank[other]! > rank[post]!) continue;
        const dx = (stepX + east[other]! - east[post]!) * colStepM;
        const dy = (stepY + south[other]! - south[post]!) * rowStepM;
        // A little chance per post and direction hides what is left of the grid's directions.
        const chance = 0.7 + 0.6 * CHANCE[(Math.imul(post, 40503) + 8191 * k) & 65535]!;
        const wanted = chance * fallM;
        const slopeSquared = (wanted * wanted) / (dx * dx + dy * dy);
        if (slopeSquared > steepest) {
          steepest = slopeSquared;
          receiver[post] = other;
        }
      }
    }
  }
  return receiver;
}
