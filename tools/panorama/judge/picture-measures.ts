import type { RawPicture } from '../../io/picture';
import { Spectrum } from './spectrum';

/** Ground that is one flat colour. */
export interface FlatJudgement {
  /** Share of the ground's solid angle, 0 to 1. */
  readonly share: number;
  /** The middle of the largest run of it; null where there is none. */
  readonly at: PictureSpot | null;
}

/** Ground that repeats itself. */
export interface RepetitionJudgement {
  /** Highest correlation of a ground square with itself moved, 0 to 1. */
  readonly correlation: number;
  readonly at: PictureSpot | null;
  /** By how much it is moved there, pixels of the master. */
  readonly movedPx: readonly [right: number, down: number];
}

/** A direction in a render, whose middle looks north. */
export interface PictureSpot {
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** Edge of the squares at a width of 8192 px: about eleven degrees. */
const SQUARE_PX = 256;
const REFERENCE_WIDTH_PX = 8192;
/** A square whose colours spread by less (of 255) is of near-constant colour. */
export const FLAT_SPREAD = 3;

/** Lowest row of the sky at a column: everything below is ground. */
export type HorizonRow = (column: number) => number;

/**
 * Share of the ground whose squares of 256 px (of 8192) have near-constant colour.
 *
 * @param horizonRow - of the same picture
 */
export function judgeFlatness(picture: RawPicture, horizonRow: HorizonRow): FlatJudgement {
  const { widthPx, heightPx } = picture;
  const edge = Math.max(8, Math.round((SQUARE_PX * widthPx) / REFERENCE_WIDTH_PX));
  const step = edge / 2;
  let groundWeight = 0;
  let flatWeight = 0;
  let flattest = { spread: Number.POSITIVE_INFINITY, at: null as PictureSpot | null };
  for (let top = 0; top + edge <= heightPx; top += step) {
    for (let left = 0; left + edge <= widthPx; left += step) {
      if (!isBelow(horizonRow, left, edge, top)) continue;
      const spot = spotAt(picture, left + edge / 2, top + edge / 2);
      const weight = Math.cos((spot.pitchDeg * Math.PI) / 180);
      groundWeight += weight;
      const spread = spreadOf(picture, left, top, edge);
      if (spread >= FLAT_SPREAD) continue;
      flatWeight += weight;
      if (spread < flattest.spread) flattest = { spread, at: spot };
    }
  }
  return { share: groundWeight === 0 ? 0 : flatWeight / groundWeight, at: flattest.at };
}

function isBelow(horizonRow: HorizonRow, left: number, edge: number, top: number): boolean {
  for (let column = left; column <= left + edge; column += edge / 8) {
    if (horizonRow(column) > top) return false;
  }
  return true;
}

/** Largest standard deviation of the three colours in a square. */
function spreadOf({ data, widthPx }: RawPicture, left: number, top: number, edge: number): number {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let y = top; y < top + edge; y++) {
    for (let x = left; x < left + edge; x++) {
      const at = (y * widthPx + x) * 3;
      for (const c of [0, 1, 2]) {
        const value = data[at + c] ?? 0;
        sums[c] = (sums[c] ?? 0) + value;
        squares[c] = (squares[c] ?? 0) + value * value;
      }
    }
  }
  const count = edge * edge;
  return Math.max(
    ...sums.map((sum, c) => Math.sqrt(Math.max(0, (squares[c] ?? 0) / count - (sum / count) ** 2))),
  );
}

function spotAt({ widthPx, heightPx }: RawPicture, x: number, y: number): PictureSpot {
  return {
    headingDeg: ((x / widthPx - 0.5) * 360 + 360) % 360,
    pitchDeg: (0.5 - y / heightPx) * 180,
  };
}

/** Edge of the squares that are held against themselves, pixels. */
const REPEAT_PX = 512;
/** A move smaller than this is the texture's own grain. */
const LEAST_MOVE_PX = 24;
/** Farther moves leave too little of a square to compare. */
const FARTHEST_MOVE_PX = REPEAT_PX / 4;
/** On the way to a repeat the match falls below this share of it. */
const COMES_BACK_RATIO = 0.4;
/** Brightness over wider stretches than this is light and form, not pattern. */
const BLUR_PX = 24;
/** Squares that show next to nothing cannot repeat. */
const LEAST_DEVIATION = 3;
/** Steeper down than this an equirectangular picture is pulled out of shape. */
const STEEPEST_DEG = -50;

/**
 * The strongest repetition in the ground: each square of 512 px is correlated with itself at every
 * move of up to a quarter of it, fine detail only.
 */
export function judgeRepetition(picture: RawPicture, horizonRow: HorizonRow): RepetitionJudgement {
  const spectrum = new Spectrum(REPEAT_PX);
  let strongest: RepetitionJudgement = { correlation: 0, at: null, movedPx: [0, 0] };
  const step = REPEAT_PX;
  for (let top = 0; top + REPEAT_PX <= picture.heightPx; top += step) {
    for (let left = 0; left + REPEAT_PX <= picture.widthPx; left += step) {
      const at = spotAt(picture, left + REPEAT_PX / 2, top + REPEAT_PX / 2);
      if (at.pitchDeg < STEEPEST_DEG || !isBelow(horizonRow, left, REPEAT_PX, top)) continue;
      const found = repetitionOf(picture, left, top, spectrum);
      if (found.correlation > strongest.correlation) strongest = { ...found, at };
    }
  }
  return strongest;
}

function repetitionOf(
  picture: RawPicture,
  left: number,
  top: number,
  spectrum: Spectrum,
): Omit<RepetitionJudgement, 'at'> {
  const n = REPEAT_PX;
  const detail = detailOf(picture, left, top);
  const im = new Float64Array(n * n);
  transform(detail, im, spectrum);
  for (let at = 0; at < n * n; at++) {
    const re = detail[at] ?? 0;
    detail[at] = re * re + (im[at] ?? 0) ** 2;
    im[at] = 0;
  }
  transform(detail, im, spectrum);
  const power = detail[0] ?? 0;
  if (power / n ** 4 < LEAST_DEVIATION ** 2 * WINDOW_POWER) {
    return { correlation: 0, movedPx: [0, 0] };
  }
  const correlationAt = (right: number, down: number): number =>
    (detail[((down + n) % n) * n + ((right + n) % n)] ?? 0) / power / overlap(right, down);
  return strongestRepeat(correlationAt);
}

/** The highest of the moves that match better than all moves near by and on the way there. */
function strongestRepeat(
  correlationAt: (right: number, down: number) => number,
): Omit<RepetitionJudgement, 'at'> {
  let best = { correlation: 0, movedPx: [0, 0] as readonly [number, number] };
  for (let down = 0; down <= FARTHEST_MOVE_PX; down++) {
    for (let right = -FARTHEST_MOVE_PX; right <= FARTHEST_MOVE_PX; right++) {
      const move = Math.hypot(right, down);
      if (move < LEAST_MOVE_PX || move > FARTHEST_MOVE_PX) continue;
      const correlation = correlationAt(right, down);
      if (correlation <= best.correlation) continue;
      if (!isPeak(correlationAt, right, down, correlation)) continue;
      best = { correlation, movedPx: [right, down] };
    }
  }
  return best;
}

/** Grain and streaks fade evenly with the move; what repeats fades first and then comes back. */
function isPeak(
  correlationAt: (right: number, down: number) => number,
  right: number,
  down: number,
  correlation: number,
): boolean {
  for (const x of [-3, 0, 3]) {
    for (const y of [-3, 0, 3]) {
      if (correlationAt(right + x, down + y) > correlation) return false;
    }
  }
  let lowest = correlation;
  for (let share = 0.1; share < 1; share += 0.05) {
    lowest = Math.min(lowest, correlationAt(Math.round(right * share), Math.round(down * share)));
  }
  return lowest < correlation * COMES_BACK_RATIO;
}

/** Mean of the squared window over a square. */
const WINDOW_POWER = (3 / 8) ** 2;

/** A round window fades the square's edges, so that its wrapping round says nothing. */
function windowAt(at: number): number {
  return 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / REPEAT_PX);
}

/** Share of the windows' power that is left when one is moved. */
function overlap(right: number, down: number): number {
  return overlapAlong(Math.abs(right)) * overlapAlong(Math.abs(down));
}

const OVERLAPS = Array.from({ length: REPEAT_PX }, (_, move) => {
  let together = 0;
  let alone = 0;
  for (let at = 0; at < REPEAT_PX; at++) {
    together += windowAt(at) * windowAt((at + move) % REPEAT_PX);
    alone += windowAt(at) ** 2;
  }
  return together / alone;
});

function overlapAlong(move: number): number {
  return OVERLAPS[move] ?? 1;
}

/** Brightness of a square without what changes slowly, windowed. */
function detailOf(picture: RawPicture, left: number, top: number): Float64Array {
  const n = REPEAT_PX;
  const { data, widthPx } = picture;
  const light = new Float64Array(n * n);
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const at = ((top + y) * widthPx + left + x) * 3;
      light[y * n + x] =
        0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
    }
  }
  const broad = blurred(blurred(light, 1, n), n, 1);
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const at = y * n + x;
      light[at] = ((light[at] ?? 0) - (broad[at] ?? 0)) * windowAt(x) * windowAt(y);
    }
  }
  return light;
}

/** Running mean along one axis. */
function blurred(light: Float64Array, step: number, across: number): Float64Array {
  const n = REPEAT_PX;
  const out = new Float64Array(light.length);
  for (let line = 0; line < n; line++) {
    const value = (i: number) => light[line * across + Math.max(0, Math.min(n - 1, i)) * step] ?? 0;
    let sum = 0;
    for (let i = -BLUR_PX; i <= BLUR_PX; i++) sum += value(i);
    for (let i = 0; i < n; i++) {
      out[line * across + i * step] = sum / (2 * BLUR_PX + 1);
      sum += value(i + BLUR_PX + 1) - value(i - BLUR_PX);
    }
  }
  return out;
}

/** Both axes of a square, in place. */
function transform(re: Float64Array, im: Float64Array, spectrum: Spectrum): void {
  const n = REPEAT_PX;
  for (let row = 0; row < n; row++) {
    spectrum.run(re.subarray(row * n, row * n + n), im.subarray(row * n, row * n + n));
  }
  const columnRe = new Float64Array(n);
  const columnIm = new Float64Array(n);
  for (let column = 0; column < n; column++) {
    for (let row = 0; row < n; row++) {
      columnRe[row] = re[row * n + column] ?? 0;
      columnIm[row] = im[row * n + column] ?? 0;
    }
    spectrum.run(columnRe, columnIm);
    for (let row = 0; row < n; row++) {
      re[row * n + column] = columnRe[row] ?? 0;
      im[row * n + column] = columnIm[row] ?? 0;
    }
  }
}
