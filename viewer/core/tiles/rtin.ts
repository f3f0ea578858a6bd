/** Cells of the coarsest triangulation: every tile has at least their corners. In posts. */
export const RTIN_BASE_POSTS = 8;

/**
 * Posts needed beyond a tile on every side so that it and its neighbour decide alike about the
 * vertices on their shared edge: a decision looks at most seven posts away (2 + 2 + 1 + 1 + 1).
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

/** Radius used for the sag of a chord; 0.3 % of error in a term of metres. */
const SAG_RADIUS_M = 6_371_008.8;

/**
 * How far the surface would be off if a post were left out, for every post, never less than at
 * the posts that need it: a right-triangulated irregular network over the grid.
 *
 * Unlike Martini's, it starts from base cells of 8 posts whose diagonals alternate, so that what
 * is decided at a post depends on nearby posts only and neighbouring tiles agree, and it counts
 * the sag of a straight edge under the curved Earth.
 *
 * @returns metres per post; 0 at the corners of base cells, which are always kept
 * @see W. Evans et al., Right-Triangulated Irregular Networks (2001)
 */
export function rtinErrors(grid: RtinGrid): Float32Array {
  const { sidePosts } = grid;
  if ((sidePosts - 1) % (2 * RTIN_BASE_POSTS) !== 0) {
    throw new RangeError(`Expected a multiple of 16 posts and one, got ${sidePosts}.`);
  }
  const errors = new Float32Array(sidePosts * sidePosts);
  for (let step = 2; step <= RTIN_BASE_POSTS; step *= 2) {
    raiseEdgeMiddles(grid, errors, step);
    raiseCellCentres(grid, errors, step);
  }
  return errors;
}

function raiseEdgeMiddles(grid: RtinGrid, errors: Float32Array, step: number): void {
  const { sidePosts, heightsM, colStepM, rowStepM } = grid;
  const half = step / 2;
  const quarter = half / 2;
  const sagAlong = (step * rowStepM) ** 2 / (8 * SAG_RADIUS_M);
  for (let row = 0; row < sidePosts; row += half) {
    const isAcross = row % step === 0;
    const sagM = isAcross ? (step * colStepM[row]!) ** 2 / (8 * SAG_RADIUS_M) : sagAlong;
    const reach = isAcross ? half : half * sidePosts;
    for (let col = isAcross ? half : 0; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      const straightM = (heightsM[at - reach]! + heightsM[at + reach]!) / 2 - sagM;
      let worst = Math.abs(straightM - heightsM[at]!);
      if (half > 1) worst = Math.max(worst, worstAround(errors, sidePosts, row, col, quarter));
      errors[at] = worst;
    }
  }
}

function raiseCellCentres(grid: RtinGrid, errors: Float32Array, step: number): void {
  const { sidePosts, heightsM, colStepM, rowStepM } = grid;
  const half = step / 2;
  for (let row = half; row < sidePosts; row += step) {
    const sagM = ((step * colStepM[row]!) ** 2 + (step * rowStepM) ** 2) / (8 * SAG_RADIUS_M);
    for (let col = half; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      // The diagonal joins the corners whose lattice numbers add up to an even number.
      const isFalling = ((row - half) / step + (col - half) / step) % 2 === 0;
      const reach = isFalling ? half * sidePosts + half : half * sidePosts - half;
      const straightM = (heightsM[at - reach]! + heightsM[at + reach]!) / 2 - sagM;
      errors[at] = Math.max(
        Math.abs(straightM - heightsM[at]!),
        errors[at - half]!,
        errors[at + half]!,
        errors[at - half * sidePosts]!,
        errors[at + half * sidePosts]!,
      );
    }
  }
}

function worstAround(
  errors: Float32Array,
  sidePosts: number,
  row: number,
  col: number,
  reach: number,
): number {
  let worst = 0;
  for (const rowBy of [-reach, reach]) {
    const y = row + rowBy;
    if (y < 0 || y >= sidePosts) continue;
    for (const colBy of [-reach, reach]) {
      const x = col + colBy;
      if (x >= 0 && x < sidePosts) worst = Math.max(worst, errors[y * sidePosts + x]!);
    }
  }
  return worst;
}

/** Triangles over the posts of a tile. */
export interface RtinTriangles {
  /** Post numbers `row * sidePosts + col` of the grid, in first-use order. */
  readonly posts: Uint32Array;
  /** Three per triangle, into `posts`, counter-clockwise seen from above. */
  readonly indices: Uint32Array;
}

/**
 * The triangles of the tile inside its margin: a post is used where leaving it out would cost
 * more than the error allowed.
 *
 * @param errors - from {@link rtinErrors} over the same grid
 * @param maxErrorM - of the straight edges at the posts left out
 */
export function rtinTriangles(
  sidePosts: number,
  errors: Float32Array,
  maxErrorM: number,
): RtinTriangles {
  const numberOfPost = new Int32Array(sidePosts * sidePosts).fill(-1);
  const posts: number[] = [];
  const indices: number[] = [];
  const use = (row: number, col: number): void => {
    const post = row * sidePosts + col;
    if (numberOfPost[post]! < 0) {
      numberOfPost[post] = posts.length;
      posts.push(post);
    }
    indices.push(numberOfPost[post]!);
  };
  /** Triangle with the long side from a to b and the right angle at c, counter-clockwise. */
  const split = (ar: number, ac: number, br: number, bc: number, cr: number, cc: number): void => {
    const mr = (ar + br) >> 1;
    const mc = (ac + bc) >> 1;
    const isDivisible = Math.abs(ar - cr) + Math.abs(ac - cc) > 1;
    if (isDivisible && errors[mr * sidePosts + mc]! > maxErrorM) {
      split(cr, cc, ar, ac, mr, mc);
      split(br, bc, cr, cc, mr, mc);
      return;
    }
    use(ar, ac);
    use(br, bc);
    use(cr, cc);
  };
  const base = RTIN_BASE_POSTS;
  const last = sidePosts - 1 - RTIN_MARGIN_POSTS;
  for (let top = RTIN_MARGIN_POSTS; top < last; top += base) {
    for (let left = RTIN_MARGIN_POSTS; left < last; left += base) {
      const [bottom, right] = [top + base, left + base];
      if ((top + left) % (2 * base) === 0) {
        split(bottom, right, top, left, bottom, left);
        split(top, left, bottom, right, top, right);
      } else {
        split(bottom, left, top, right, top, left);
        split(top, right, bottom, left, bottom, right);
      }
    }
  }
  return { posts: Uint32Array.from(posts), indices: Uint32Array.from(indices) };
}
