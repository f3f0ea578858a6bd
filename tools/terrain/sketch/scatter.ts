import { hash01 } from './noise';
import type { SketchGrid } from './sketch-grid';

/**
 * A grid whose posts stand a little off their places, each by its own chance: water that runs from
 * post to post finds no eight directions to line up in.
 */
export interface ScatteredGrid extends SketchGrid {
  /** How far each post stands off its place, in posts: east and south. */
  readonly east: Float32Array;
  readonly south: Float32Array;
}

/** How far a post stands off at most, in posts. */
const SCATTER_POSTS = 0.42;

/** How far a post counts when a field is read between scattered posts, in posts. */
const REACH_POSTS = 1.58;

/** Scatters the posts of a grid. */
export function scattered(grid: SketchGrid): ScatteredGrid {
  const count = grid.cols * grid.rows;
  const east = new Float32Array(count);
  const south = new Float32Array(count);
  for (let row = 0, at = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++, at++) {
      east[at] = SCATTER_POSTS * (2 * hash01(col, row, 401) - 1);
      south[at] = SCATTER_POSTS * (2 * hash01(col, row, 907) - 1);
    }
  }
  return { ...grid, east, south };
}

/** A grid with its posts in their places. */
export function unscattered(grid: SketchGrid): ScatteredGrid {
  const none = new Float32Array(grid.cols * grid.rows);
  return { ...grid, east: none, south: none };
}

/**
 * Reads fields on another grid of the same box: at each of its posts a plane is laid through the
 * posts around (moving least squares), so that an even slope stays what it is.
 *
 * @param fields - all on `from`
 */
export function carriedOver(
  fields: readonly Float32Array[],
  from: ScatteredGrid,
  to: ScatteredGrid,
): readonly Float32Array[] {
  const out = fields.map(() => new Float32Array(to.cols * to.rows));
  const near = new Int32Array(16);
  const share = new Float64Array(16);
  const scale = from.postsPerDeg / to.postsPerDeg;
  for (let row = 0, at = 0; row < to.rows; row++) {
    for (let col = 0; col < to.cols; col++, at++) {
      const x = (col + to.east[at]!) * scale;
      const y = (row + to.south[at]!) * scale;
      const count = planeShares(from, x, y, near, share);
      for (let k = 0; k < fields.length; k++) {
        const field = fields[k]!;
        let height = 0;
        for (let n = 0; n < count; n++) height += share[n]! * field[near[n]!]!;
        out[k]![at] = height;
      }
    }
  }
  return out;
}

const eastOf = new Float64Array(16);
const southOf = new Float64Array(16);

/**
 * How much each post near a place counts there; the shares sum to 1.
 *
 * @param near - filled with the posts
 * @param share - filled with their shares
 * @returns how many there are
 */
function planeShares(
  from: ScatteredGrid,
  x: number,
  y: number,
  near: Int32Array,
  share: Float64Array,
): number {
  const { cols, rows, east, south } = from;
  const left = Math.max(0, Math.floor(x) - 1);
  const right = Math.min(cols - 1, Math.floor(x) + 2);
  const top = Math.max(0, Math.floor(y) - 1);
  const bottom = Math.min(rows - 1, Math.floor(y) + 2);
  let [count, s, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0, 0];
  for (let row = top; row <= bottom; row++) {
    // The corners of these four by four are out of reach, or as good as.
    const isOuter = row < y - 1 || row > y + 1;
    for (let col = left; col <= right; col++) {
      if (isOuter && (col < x - 1 || col > x + 1)) continue;
      const post = row * cols + col;
      const dx = col + east[post]! - x;
      const dy = row + south[post]! - y;
      const far = (dx * dx + dy * dy) / (REACH_POSTS * REACH_POSTS);
      if (far >= 1) continue;
      const w = (1 - far) * (1 - far);
      near[count] = post;
      share[count] = w;
      eastOf[count] = dx;
      southOf[count++] = dy;
      s += w;
      sx += w * dx;
      sy += w * dy;
      sxx += w * dx * dx;
      sxy += w * dx * dy;
      syy += w * dy * dy;
    }
  }
  const a = sxx * syy - sxy * sxy;
  const b = sxy * sy - sx * syy;
  const c = sx * sxy - sy * sxx;
  const det = s * a + sx * b + sy * c;
  const isPlane = count > 3 && det > 1e-4 * s * s * s;
  for (let n = 0; n < count; n++) {
    const tilt = isPlane ? (a + b * eastOf[n]! + c * southOf[n]!) / det : 1 / s;
    share[n]! *= tilt;
  }
  return count;
}
