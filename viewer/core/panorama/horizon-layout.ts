/** A name on the horizon and the thing it belongs to, in pixels of the view. */
export interface HorizonMark {
  readonly id: string;
  /** Where the thing is. */
  readonly xPx: number;
  readonly yPx: number;
  /** Size of its name. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A part of the view that names keep off. */
export interface BoxPx {
  readonly leftPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly bottomPx: number;
}

/** Where a name stands: its upper left corner; its line goes straight down to the thing. */
export interface HorizonSpot {
  readonly leftPx: number;
  readonly topPx: number;
  /** How many rows above the lowest one. */
  readonly row: number;
}

export interface HorizonLayoutOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** From a thing up to its name's lower edge in the lowest row. */
  readonly leaderPx: number;
  /** Space kept between two names, and between a name and a line. */
  readonly gapPx: number;
  /** Rows over each other at most: the longest line. */
  readonly rows: number;
  /** Things nearer to an edge than this have no name: it would not be whole. */
  readonly marginPx: number;
}

export const HORIZON_LAYOUT = {
  leaderPx: 32,
  gapPx: 6,
  rows: 4,
  marginPx: 10,
} as const satisfies Partial<HorizonLayoutOptions>;

/**
 * Decides where names stand over a horizon: straight above their things, in as low a row as is
 * free, so that no name covers another, a line, or what must stay free. A name that finds no room
 * is left out; when one looks closer, things move apart and it finds some.
 *
 * @param marks - the most important first
 * @param taken - parts of the view that names keep off
 * @param before - rows of the picture before: a name keeps its row while it can
 * @returns spots by id, only of the names that are drawn
 */
export function layoutHorizon(
  marks: readonly HorizonMark[],
  taken: readonly BoxPx[],
  options: HorizonLayoutOptions,
  before: ReadonlyMap<string, HorizonSpot> = new Map(),
): ReadonlyMap<string, HorizonSpot> {
  const boxes = [...taken];
  const spots = new Map<string, HorizonSpot>();
  for (const mark of marks) {
    if (!isInView(mark, options)) continue;
    for (const [row, share] of placesToTry(options.rows, before.get(mark.id)?.row)) {
      const spot = spotOf(mark, row, share, options);
      const name = boxOfName(mark, spot);
      const line = boxOfLine(mark, name);
      const isWhole = name.topPx >= options.marginPx;
      if (!isWhole || !isFree(name, boxes, options.gapPx) || !isFree(line, boxes, 1)) continue;
      spots.set(mark.id, spot);
      boxes.push(name, line);
      break;
    }
  }
  return spots;
}

function isInView({ xPx, yPx }: HorizonMark, options: HorizonLayoutOptions): boolean {
  const { widthPx, heightPx, marginPx } = options;
  return xPx >= marginPx && xPx <= widthPx - marginPx && yPx >= 0 && yPx <= heightPx;
}

/** Where along a name its line may end: in the middle, or near an end where that has no room. */
const LINE_SHARES = [0.5, 0.88, 0.12];

function placesToTry(
  rows: number,
  before: number | undefined,
): readonly (readonly [row: number, share: number])[] {
  const inOrder = rowsToTry(rows, before);
  return LINE_SHARES.flatMap((share) => inOrder.map((row) => [row, share] as const));
}

function rowsToTry(rows: number, before: number | undefined): readonly number[] {
  const all = Array.from({ length: rows }, (_, row) => row);
  return before === undefined || before >= rows
    ? all
    : [before, ...all.filter((row) => row !== before)];
}

function spotOf(
  mark: HorizonMark,
  row: number,
  share: number,
  options: HorizonLayoutOptions,
): HorizonSpot {
  const { leaderPx, gapPx, widthPx, marginPx } = options;
  const lowestTopPx = mark.yPx - leaderPx - mark.heightPx;
  const mostLeftPx = widthPx - marginPx - mark.widthPx;
  return {
    leftPx: Math.max(marginPx, Math.min(mark.xPx - mark.widthPx * share, mostLeftPx)),
    topPx: lowestTopPx - row * (mark.heightPx + gapPx),
    row,
  };
}

function boxOfName({ widthPx, heightPx }: HorizonMark, { leftPx, topPx }: HorizonSpot): BoxPx {
  return { leftPx, topPx, rightPx: leftPx + widthPx, bottomPx: topPx + heightPx };
}

function boxOfLine({ xPx, yPx }: HorizonMark, { bottomPx }: BoxPx): BoxPx {
  return { leftPx: xPx - 1, topPx: bottomPx, rightPx: xPx + 1, bottomPx: yPx };
}

function isFree(box: BoxPx, taken: readonly BoxPx[], gapPx: number): boolean {
  return taken.every(
    (other) =>
      box.leftPx >= other.rightPx + gapPx ||
      other.leftPx >= box.rightPx + gapPx ||
      box.topPx >= other.bottomPx + gapPx ||
      other.topPx >= box.bottomPx + gapPx,
  );
}
