import type { FieldLevel, FieldPyramid } from '../terrain/field-pyramid';
import { drawPiece, type Piece } from './draw-water';
import { M_PER_LAT_DEG, type PixelGrid } from './resample-field';
import { smooth } from './shading';

/** Where the water of a height field runs; posts of one resolution. */
export interface Drainage {
  readonly level: FieldLevel;
  readonly westDeg: number;
  readonly northDeg: number;
  /** Post that a post's water runs to; itself in a hollow and at the edge. */
  readonly to: Int32Array;
  /** Post from which most water comes; itself at a source. */
  readonly from: Int32Array;
  /** Posts whose water runs through a post. */
  readonly posts: Float32Array;
}

/** Posts of the drainage are about this far apart. */
const STEP_DEG = 1 / 360;

/** A stream begins below so much ground, and is full grown below so much, km2. */
const SOURCE_KM2 = 0.9;
const GROWN_KM2 = 9;

/** Streams are drawn on pixels smaller than this. */
export const STREAMS_BELOW_M_PER_PX = 45;

const drainages = new WeakMap<FieldPyramid, Drainage>();

/** The drainage of a field, found when it is first asked for. */
export function drainageOf(heights: FieldPyramid): Drainage {
  let drainage = drainages.get(heights);
  if (drainage === undefined) {
    drainage = findDrainage(heights);
    drainages.set(heights, drainage);
  }
  return drainage;
}

/** Out of a hollow the water finds a lower post within so many posts. */
const SPILL_POSTS = 9;

/** Steepest way down from every post, and how much ground lies above it. */
export function findDrainage(heights: FieldPyramid): Drainage {
  const finest = heights.levels[0]!;
  const wanted = Math.max(0, Math.round(Math.log2(STEP_DEG / finest.stepLatDeg)));
  const level = heights.levels[Math.min(wanted, heights.levels.length - 1)]!;
  const to = waysDown(level);
  const posts = new Float32Array(to.length).fill(1);
  const from = Int32Array.from(to, (_, at) => at);
  const most = new Float32Array(to.length);
  const waiting = new Uint8Array(to.length);
  for (let at = 0; at < to.length; at++) if (to[at] !== at) waiting[to[at]!]!++;
  const ready: number[] = [];
  for (let start = 0; start < to.length; start++) if (waiting[start] === 0) ready.push(start);
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const next = to[at]!;
    if (next === at) continue;
    posts[next]! += posts[at]!;
    if (posts[at]! > most[next]!) {
      most[next] = posts[at]!;
      from[next] = at;
    }
    waiting[next]!--;
    if (waiting[next] === 0) ready.push(next);
  }
  return { level, westDeg: heights.westDeg, northDeg: heights.northDeg, to, from, posts };
}

function waysDown(level: FieldLevel): Int32Array {
  const { cols, rows, values } = level;
  const to = new Int32Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const at = row * cols + col;
      to[at] = at;
      if (row === 0 || col === 0 || row === rows - 1 || col === cols - 1) continue;
      let steepest = 0;
      for (let j = -1; j <= 1; j++) {
        for (let i = -1; i <= 1; i++) {
          const by = at + j * cols + i;
          const fall = (values[at]! - values[by]!) * (i !== 0 && j !== 0 ? Math.SQRT1_2 : 1);
          if (fall > steepest) {
            steepest = fall;
            to[at] = by;
          }
        }
      }
      if (to[at] === at) to[at] = spillOver(level, col, row);
    }
  }
  return to;
}

/** The nearest post that lies lower, found ring by ring; the post itself if there is none. */
function spillOver(level: FieldLevel, col: number, row: number): number {
  const { cols, rows, values } = level;
  const at = row * cols + col;
  for (let reach = 2; reach <= SPILL_POSTS; reach++) {
    let lowest = at;
    for (let j = -reach; j <= reach; j++) {
      const step = Math.abs(j) === reach ? 1 : 2 * reach;
      for (let i = -reach; i <= reach; i += step) {
        if (row + j < 0 || row + j >= rows || col + i < 0 || col + i >= cols) continue;
        const by = at + j * cols + i;
        if (values[by]! < values[lowest]!) lowest = by;
      }
    }
    if (lowest !== at) return lowest;
  }
  return at;
}

/** Reaches of posts so far beyond a block may cross it. */
const BEYOND = SPILL_POSTS + 3;

/** Streams on a block's pixels: their water 0..1, and the wet ground along them 0..1. */
export interface StreamPixels {
  readonly water: Float32Array;
  readonly wet: Float32Array;
}

/** Draws the streams of a block into the thalwegs of the heights. */
export function drawStreams(
  drainage: Drainage,
  pixels: PixelGrid,
  metresPerPx: number,
): StreamPixels {
  const count = pixels.cols * pixels.rows;
  const out = { water: new Float32Array(count), wet: new Float32Array(count) };
  const { level, westDeg, northDeg, posts, to } = drainage;
  const lonPost = (px: number) =>
    ((pixels.westPx + px) * pixels.stepDeg - 180 - westDeg) / level.stepLonDeg;
  const latPost = (px: number) =>
    (northDeg - 90 + (pixels.northPx + px) * pixels.stepDeg) / level.stepLatDeg;
  const postKm2 = (level.stepLatDeg * M_PER_LAT_DEG) ** 2 * 0.93 * 1e-6;
  const seen = 1 - smooth(0.4 * STREAMS_BELOW_M_PER_PX, STREAMS_BELOW_M_PER_PX, metresPerPx);
  const [west, east] = [Math.floor(lonPost(0)) - BEYOND, Math.ceil(lonPost(pixels.cols)) + BEYOND];
  const [north, south] = [
    Math.floor(latPost(0)) - BEYOND,
    Math.ceil(latPost(pixels.rows)) + BEYOND,
  ];
  for (let row = Math.max(0, north); row <= Math.min(level.rows - 1, south); row++) {
    for (let col = Math.max(0, west); col <= Math.min(level.cols - 1, east); col++) {
      const at = row * level.cols + col;
      const km2 = posts[at]! * postKm2;
      if (km2 < SOURCE_KM2 || to[at] === at) continue;
      const grown = smooth(SOURCE_KM2, GROWN_KM2, km2);
      const widthPx = (3 + 9 * grown) / metresPerPx;
      drawReach(out, drainage, at, pixels, {
        halfPx: Math.max(0.5, widthPx / 2),
        reachPx: (25 + 45 * grown) / metresPerPx,
        strength: seen * Math.min(1, (0.15 + 0.85 * grown) * (0.5 + widthPx)),
      });
    }
  }
  return out;
}

/** The bend around one post: from half way above to half way below, as a quadratic spline. */
function drawReach(
  out: StreamPixels,
  drainage: Drainage,
  at: number,
  pixels: PixelGrid,
  pen: Pick<Piece, 'halfPx' | 'reachPx' | 'strength'>,
): void {
  const [x0, y0] = smoothPlace(drainage, drainage.from[at]!, pixels);
  const [x1, y1] = smoothPlace(drainage, at, pixels);
  const [x2, y2] = smoothPlace(drainage, drainage.to[at]!, pixels);
  let [ax, ay] = [(x0 + x1) / 2, (y0 + y1) / 2];
  for (let step = 1; step <= PIECES; step++) {
    const t = step / PIECES;
    const [w0, w1, w2] = [(1 - t) ** 2 / 2, 0.5 + t * (1 - t), t ** 2 / 2];
    const [bx, by] = [w0 * x0 + w1 * x1 + w2 * x2, w0 * y0 + w1 * y1 + w2 * y2];
    drawPiece(out.water, out.wet, pixels, { ax, ay, bx, by, ...pen });
    [ax, ay] = [bx, by];
  }
}

const PIECES = 4;

/** A post's place on the world's pixels, drawn a little towards the posts above and below it. */
function smoothPlace(
  drainage: Drainage,
  at: number,
  pixels: PixelGrid,
): readonly [x: number, y: number] {
  const { level, from, to, westDeg, northDeg } = drainage;
  const [up, down] = [from[at]!, to[at]!];
  const path = [from[up]!, up, at, down, to[down]!];
  let [col, row] = [0, 0];
  for (let i = 0; i < path.length; i++) {
    col += BENDS[i]! * (path[i]! % level.cols);
    row += BENDS[i]! * Math.floor(path[i]! / level.cols);
  }
  return [
    (westDeg + 180 + col * level.stepLonDeg) / pixels.stepDeg - 0.5,
    (90 - northDeg + row * level.stepLatDeg) / pixels.stepDeg - 0.5,
  ];
}

const BENDS = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];
