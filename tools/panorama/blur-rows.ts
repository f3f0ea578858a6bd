import { radFromDeg, TURN_RAD } from '#core/geo/angles';
import type { Blur } from '#scene';

/** Rows of an equirectangular picture that can be read and written anywhere. */
export interface PictureRows {
  readonly widthPx: number;
  readonly heightPx: number;
  readRows(first: number, count: number): Promise<Uint8Array>;
  writeRows(first: number, rows: Uint8Array): Promise<void>;
}

/** Cells along the longer side of a blur: all that is left of what was there. */
const CELLS = 5;
const BAND_ROWS = 64;

/**
 * Blurs parts of a picture beyond recognition, in place: each becomes a smooth run between the
 * mean colours of at most 5 x 5 cells, whatever its size in pixels. The means are all that is
 * kept, so nothing can be computed back.
 *
 * A margin of one pixel around each is blurred too: a pixel of a small picture is the mean of an
 * area that may reach into the part.
 */
export async function blurRows(rows: PictureRows, blurs: readonly Blur[]): Promise<void> {
  for (const blur of blurs) await blurOne(rows, frameOf(blur, rows));
}

interface BlurFrame {
  readonly isEllipse: boolean;
  readonly halfWidthRad: number;
  readonly halfHeightRad: number;
  readonly sinPitch: number;
  readonly cosPitch: number;
  readonly yawRad: number;
  readonly cols: number;
  readonly rows: number;
  readonly firstRow: number;
  readonly endRow: number;
}

function frameOf(blur: Blur, { widthPx, heightPx }: PictureRows): BlurFrame {
  const marginRad = TURN_RAD / widthPx;
  const halfWidthRad = radFromDeg(blur.widthDeg) / 2 + marginRad;
  const halfHeightRad = radFromDeg(blur.heightDeg) / 2 + marginRad;
  const pitchRad = radFromDeg(blur.pitchDeg);
  const reachRad = Math.hypot(halfWidthRad, halfHeightRad);
  const longest = Math.max(halfWidthRad, halfHeightRad);
  const rowOf = (rad: number) => (0.5 - rad / Math.PI) * heightPx;
  return {
    isEllipse: blur.shape === 'ellipse',
    halfWidthRad,
    halfHeightRad,
    sinPitch: Math.sin(pitchRad),
    cosPitch: Math.cos(pitchRad),
    yawRad: radFromDeg(blur.yawDeg),
    cols: Math.max(1, Math.round((CELLS * halfWidthRad) / longest)),
    rows: Math.max(1, Math.round((CELLS * halfHeightRad) / longest)),
    firstRow: Math.max(0, Math.floor(rowOf(pitchRad + reachRad)) - 1),
    endRow: Math.min(heightPx, Math.ceil(rowOf(pitchRad - reachRad)) + 1),
  };
}

async function blurOne(rows: PictureRows, frame: BlurFrame): Promise<void> {
  const sums = new Float64Array(frame.cols * frame.rows * 4);
  await eachBand(rows, frame, async (first, band) => {
    visitInside(rows, frame, first, band, (at, x, y) => {
      const cell = cellAt(frame, x, y) * 4;
      for (let c = 0; c < 3; c++) sums[cell + c] = (sums[cell + c] ?? 0) + (band[at + c] ?? 0);
      sums[cell + 3] = (sums[cell + 3] ?? 0) + 1;
    });
  });
  const means = meansOf(sums);
  await eachBand(rows, frame, async (first, band) => {
    visitInside(rows, frame, first, band, (at, x, y) => {
      for (let c = 0; c < 3; c++) band[at + c] = smoothAt(frame, means, x, y, c);
    });
    await rows.writeRows(first, band);
  });
}

async function eachBand(
  rows: PictureRows,
  { firstRow, endRow }: BlurFrame,
  visit: (first: number, band: Uint8Array) => Promise<void>,
): Promise<void> {
  for (let first = firstRow; first < endRow; first += BAND_ROWS) {
    await visit(first, await rows.readRows(first, Math.min(BAND_ROWS, endRow - first)));
  }
}

/**
 * Calls with every pixel of a band that lies in the part: its offset, and where it lies in the
 * part, 0 to 1 from left to right and from top to bottom.
 */
function visitInside(
  { widthPx, heightPx }: PictureRows,
  frame: BlurFrame,
  first: number,
  band: Uint8Array,
  visit: (at: number, x: number, y: number) => void,
): void {
  const { halfWidthRad, halfHeightRad, sinPitch, cosPitch, isEllipse } = frame;
  const rowCount = band.length / (widthPx * 3);
  for (let r = 0; r < rowCount; r++) {
    const pitchRad = (0.5 - (first + r + 0.5) / heightPx) * Math.PI;
    const up = Math.sin(pitchRad);
    const flat = Math.cos(pitchRad);
    for (let col = 0; col < widthPx; col++) {
      const turnRad = ((col + 0.5) / widthPx - 0.5) * TURN_RAD - frame.yawRad;
      const ahead = flat * Math.cos(turnRad);
      // Turned so that the part's middle is straight ahead: degrees mean the same everywhere.
      const localAhead = ahead * cosPitch + up * sinPitch;
      if (localAhead <= 0) continue;
      const localUp = up * cosPitch - ahead * sinPitch;
      const acrossRad = Math.atan2(flat * Math.sin(turnRad), localAhead);
      const upRad = Math.asin(Math.max(-1, Math.min(1, localUp)));
      const x = acrossRad / halfWidthRad;
      const y = upRad / halfHeightRad;
      const isInside = isEllipse ? x * x + y * y <= 1 : Math.abs(x) <= 1 && Math.abs(y) <= 1;
      if (isInside) visit((r * widthPx + col) * 3, (x + 1) / 2, (1 - y) / 2);
    }
  }
}

function cellAt({ cols, rows }: BlurFrame, x: number, y: number): number {
  const col = Math.min(cols - 1, Math.floor(x * cols));
  return Math.min(rows - 1, Math.floor(y * rows)) * cols + col;
}

/** Mean colours; a cell that holds no pixel (corners of an ellipse) takes that of all. */
function meansOf(sums: Float64Array): Float64Array {
  const whole = [0, 0, 0, 0].map((_, c) =>
    sums.reduce((sum, v, i) => (i % 4 === c ? sum + v : sum), 0),
  );
  return sums.map((value, at) => {
    const channel = at % 4;
    const count = sums[at - channel + 3] ?? 0;
    return count > 0 ? value / count : (whole[channel] ?? 0) / Math.max(1, whole[3] ?? 1);
  });
}

/** Bilinear between the middles of the cells. */
function smoothAt(
  { cols, rows }: BlurFrame,
  means: Float64Array,
  x: number,
  y: number,
  channel: number,
): number {
  const u = Math.min(Math.max(x * cols - 0.5, 0), cols - 1);
  const v = Math.min(Math.max(y * rows - 0.5, 0), rows - 1);
  const col = Math.min(Math.floor(u), Math.max(0, cols - 2));
  const row = Math.min(Math.floor(v), Math.max(0, rows - 2));
  const at = (c: number, r: number) =>
    means[(Math.min(r, rows - 1) * cols + Math.min(c, cols - 1)) * 4 + channel] ?? 0;
  const fx = u - col;
  const fy = v - row;
  const above = at(col, row) * (1 - fx) + at(col + 1, row) * fx;
  const below = at(col, row + 1) * (1 - fx) + at(col + 1, row + 1) * fx;
  return Math.round(above * (1 - fy) + below * fy);
}
