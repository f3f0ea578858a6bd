import { blurred } from '../blur';
import { bilinear } from '../height-field';
import type { SketchFacts } from './facts';
import { fractalNoise, hash01 } from './noise';
import { colOf, rowOf, type SketchGrid, sketchDistanceM, sketchGrid } from './sketch-grid';

/** Hard and soft beds of rock, drawn out along the strike of the country. */
export interface Strata {
  readonly grid: SketchGrid;
  /** Hardness, mean 0 and deviation 1. */
  readonly hardness: Float32Array;
  /** Unit vectors along the strike, in columns and rows. */
  readonly east: Float32Array;
  readonly south: Float32Array;
}

/** Posts per degree on which the strata are laid: 40 arc-seconds. */
const POSTS_PER_DEG = 90;

/** Width over which the facts' lines give the strike. */
const STRIKE_REACH_M = 9_000;

/** Weight of the country's main strike, north-west to south-east, beside the lines'. */
const MAIN_STRIKE_SHARE = 0.03;

/** How far the main strike wanders: 1 turns it by up to 22 degrees. */
const WANDER = 1.6;

/** How far a bed is followed to each side, and in what steps, in posts. */
const FOLLOW_POSTS = 7;
const STEP_POSTS = 0.5;

/** Width of a bed. */
const BED_M = 900;

/**
 * Lays strata over the country: noise drawn out along the strike, which crests and valleys of the
 * facts tell. Streams follow soft beds, crests stand on hard ones.
 *
 * @see B. Cabral and L. Leedom, Imaging vector fields using line integral convolution (1993)
 */
export function strataOf(facts: SketchFacts): Strata {
  const grid = sketchGrid(POSTS_PER_DEG);
  const [along, across] = strikeOn(grid, facts);
  const seeds = Float32Array.from(
    { length: grid.cols * grid.rows },
    (_, i) => hash01(i % grid.cols, Math.floor(i / grid.cols), 271) - 0.5,
  );
  const noise = blurred(grid, seeds, BED_M);
  const hardness = new Float32Array(noise.length);
  for (let row = 0, at = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++, at++) {
      let sum = 0;
      for (const side of [-1, 1]) {
        let [x, y, dx, dy] = [col, row, side * along[at]!, side * across[at]!];
        for (let step = 0; step < FOLLOW_POSTS / STEP_POSTS; step++) {
          sum += bilinear(noise, grid.cols, grid.rows, x, y);
          x += STEP_POSTS * dx;
          y += STEP_POSTS * dy;
          const ix = Math.min(grid.cols - 1, Math.max(0, Math.round(x)));
          const iy = Math.min(grid.rows - 1, Math.max(0, Math.round(y)));
          const next = iy * grid.cols + ix;
          const turn = along[next]! * dx + across[next]! * dy < 0 ? -1 : 1;
          dx = turn * along[next]!;
          dy = turn * across[next]!;
        }
      }
      hardness[at] = sum;
    }
  }
  return { grid, hardness: standardised(hardness), east: along, south: across };
}

/** Hardness at the posts of another grid. */
export function hardnessOn(strata: Strata, grid: SketchGrid): Float32Array {
  const { cols, rows, postsPerDeg } = strata.grid;
  const scale = postsPerDeg / grid.postsPerDeg;
  const out = new Float32Array(grid.cols * grid.rows);
  for (let row = 0, at = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++, at++) {
      out[at] = bilinear(strata.hardness, cols, rows, col * scale, row * scale);
    }
  }
  return out;
}

/** Unit vectors along the strike, in columns and rows. */
function strikeOn(
  grid: SketchGrid,
  facts: SketchFacts,
): readonly [east: Float32Array, south: Float32Array] {
  const count = grid.cols * grid.rows;
  const [c2, s2] = [new Float32Array(count), new Float32Array(count)];
  for (const line of [...facts.ridges, ...facts.valleys, ...facts.rivers]) {
    for (let i = 0; i + 1 < line.points.length; i++) {
      const [a, b] = [line.points[i]!, line.points[i + 1]!];
      addStrike(grid, c2, s2, [a[0], a[1], b[0], b[1]]);
    }
  }
  const c = blurred(grid, c2, STRIKE_REACH_M);
  const s = blurred(grid, s2, STRIKE_REACH_M);
  const [east, south] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < count; i++) {
    // North-west to south-east is 45 degrees east of south: twice that is a right angle.
    const turn =
      WANDER * fractalNoise((i % grid.cols) / 14, Math.floor(i / grid.cols) / 14, 55, 2, 0.6);
    const cosTwice = c[i]! + turn * MAIN_STRIKE_SHARE;
    const sinTwice = s[i]! + MAIN_STRIKE_SHARE;
    const length = Math.sqrt(cosTwice * cosTwice + sinTwice * sinTwice) || 1;
    east[i] = Math.sqrt(Math.max(0, (1 + cosTwice / length) / 2));
    south[i] = Math.sqrt(Math.max(0, (1 - cosTwice / length) / 2)) * (sinTwice < 0 ? -1 : 1);
  }
  return [east, south];
}

function addStrike(
  grid: SketchGrid,
  c2: Float32Array,
  s2: Float32Array,
  [lon0, lat0, lon1, lat1]: readonly [number, number, number, number],
): void {
  const lengthM = sketchDistanceM(lon0, lat0, lon1, lat1);
  if (lengthM === 0) return;
  const east = ((colOf(grid, lon1) - colOf(grid, lon0)) * grid.colStepM) / lengthM;
  const south = ((rowOf(grid, lat1) - rowOf(grid, lat0)) * grid.rowStepM) / lengthM;
  const steps = Math.max(1, Math.round(lengthM / grid.colStepM));
  for (let k = 0; k < steps; k++) {
    const t = (k + 0.5) / steps;
    const col = Math.round(colOf(grid, lon0 + t * (lon1 - lon0)));
    const row = Math.round(rowOf(grid, lat0 + t * (lat1 - lat0)));
    if (col < 0 || row < 0 || col >= grid.cols || row >= grid.rows) continue;
    c2[row * grid.cols + col]! += east * east - south * south;
    s2[row * grid.cols + col]! += 2 * east * south;
  }
}

function standardised(values: Float32Array): Float32Array {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(squares / values.length - mean * mean) || 1;
  return values.map((value) => (value - mean) / deviation);
}
