/** One file to fetch. */
export interface FetchTile {
  /** Path under the output folder, forward slashes. */
  readonly path: string;
  /** Path under the base address. */
  readonly urlPath: string;
  /** A guess from the kind of tile: land is near it, sea far below. */
  readonly estimatedBytes: number;
}

/** Whole columns and rows, both ends included; there may be more than memory holds. */
export interface TileRange {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** Tiles in a range. */
export function tileRangeCount({ minX, maxX, minY, maxY }: TileRange): number {
  return Math.max(0, maxX - minX + 1) * Math.max(0, maxY - minY + 1);
}

/** Each cell of a range, row by row. */
export function* tileRangeCells(range: TileRange): Generator<{ x: number; y: number }> {
  for (let y = range.minY; y <= range.maxY; y++) {
    for (let x = range.minX; x <= range.maxX; x++) yield { x, y };
  }
}

/** Cells that `[from, to]` overlaps; a hair over an edge is rounding, not a cell. */
export function cellSpan(from: number, to: number): { min: number; max: number } {
  return { min: Math.floor(from + EDGE_SLACK), max: Math.ceil(to - EDGE_SLACK) - 1 };
}

/** Share of a cell; 0.1 mm of a degree. */
const EDGE_SLACK = 1e-9;
