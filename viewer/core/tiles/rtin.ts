/** Cells of the coarsest triangulation: every tile has at least their corners. In posts. */
export const RTIN_BASE_POSTS = 8;

/**
 * Posts needed beyond a tile on every side so that it and its neighbour decide alike about the
 * vertices on their shared edge: a decision looks at most seven posts away.
 */
export const RTIN_MARGIN_POSTS = 8;

/** Heights on a square grid of posts, a tile with its margin; row 0 in the north. */
export interface RtinGrid {
  /** Posts along one side: a multiple of 16 (two base cells), and one. */
  readonly sidePosts: number;
  readonly heightsM: Float64Array;
  /** Metres between posts of a row, for every row: the rows shrink towards the poles. */
  readonly colStepM: Float64Array;
  /** Metres between rows. */
  readonly rowStepM: number;
}

/**
 * Whether the long sides in a cell fall from the north-west to the south-east, or else rise: they
 * join the corners whose lattice numbers add up to an even number.
 *
 * @param row - of the cell's centre, as `col`
 * @param half - posts from the centre to a side
 */
export function isFallingCell(row: number, col: number, half: number): boolean {
  return ((row - half + (col - half)) / (2 * half)) % 2 === 0;
}
