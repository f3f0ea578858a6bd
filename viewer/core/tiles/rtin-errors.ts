import { RTIN_BASE_POSTS, type RtinGrid } from './rtin-grid';
import { type RtinTemplate, rtinTemplates } from './rtin-templates';

/** Radius used for the sag of a plane under the curved Earth; 0.3 % of error in a term of metres. */
const SAG_RADIUS_M = 6_371_008.8;

/** How far off a mesh is if it leaves out a post, metres per post; 0 at the corners of base cells. */
export interface RtinErrors {
  /** Largest distance at any post between the ground and the two triangles that meet there. */
  readonly ownM: Float32Array;
  /** The same, never less than at the posts that need this one: what both sides of an edge go by. */
  readonly nestedM: Float32Array;
}

/**
 * The errors of a right-triangulated irregular network over a grid of heights, measured at every
 * post that a triangle covers, the sag of its plane under the curved Earth included.
 *
 * Unlike Martini's, the network starts from base cells of 8 posts whose diagonals alternate, so
 * that what is decided at a post depends on posts at most 7 away and neighbouring tiles agree.
 *
 * @throws RangeError if the grid is not made of pairs of base cells
 * @see W. Evans et al., Right-Triangulated Irregular Networks (2001)
 */
export function rtinErrors(grid: RtinGrid): RtinErrors {
  const { sidePosts } = grid;
  if ((sidePosts - 1) % (2 * RTIN_BASE_POSTS) !== 0) {
    throw new RangeError(`Expected a multiple of 16 posts and one, got ${sidePosts}.`);
  }
  const ownM = new Float32Array(sidePosts * sidePosts);
  const nestedM = new Float32Array(sidePosts * sidePosts);
  for (let step = 2; step <= RTIN_BASE_POSTS; step *= 2) {
    raiseEdgeMiddles(grid, ownM, nestedM, step);
    raiseCellCentres(grid, ownM, nestedM, step);
  }
  return { ownM, nestedM };
}

function raiseEdgeMiddles(
  grid: RtinGrid,
  ownM: Float32Array,
  nestedM: Float32Array,
  step: number,
): void {
  const { sidePosts } = grid;
  const half = step / 2;
  const quarter = half / 2;
  const { across, along } = rtinTemplates(sidePosts, step);
  for (let row = 0; row < sidePosts; row += half) {
    const isAcross = row % step === 0;
    const [before, after] = isAcross ? across : along;
    for (let col = isAcross ? half : 0; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      const place = isAcross ? row : col;
      let worst = 0;
      if (place >= half) worst = deviationM(grid, before, at, row, worst);
      if (place + half < sidePosts) worst = deviationM(grid, after, at, row, worst);
      ownM[at] = worst;
      nestedM[at] =
        half > 1
          ? Math.max(ownM[at]!, worstAround(nestedM, sidePosts, row, col, quarter))
          : ownM[at]!;
    }
  }
}

function raiseCellCentres(
  grid: RtinGrid,
  ownM: Float32Array,
  nestedM: Float32Array,
  step: number,
): void {
  const { sidePosts } = grid;
  const half = step / 2;
  const { falling, rising } = rtinTemplates(sidePosts, step);
  for (let row = half; row < sidePosts; row += step) {
    for (let col = half; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      // The diagonal joins the corners whose lattice numbers add up to an even number.
      const isFalling = ((row - half) / step + (col - half) / step) % 2 === 0;
      const [one, other] = isFalling ? falling : rising;
      ownM[at] = deviationM(grid, other, at, row, deviationM(grid, one, at, row, 0));
      nestedM[at] = Math.max(
        ownM[at]!,
        nestedM[at - half]!,
        nestedM[at + half]!,
        nestedM[at - half * sidePosts]!,
        nestedM[at + half * sidePosts]!,
      );
    }
  }
}

/** Largest distance between the ground and a triangle at the posts that it covers, or `leastM`. */
function deviationM(
  grid: RtinGrid,
  triangle: RtinTemplate,
  at: number,
  row: number,
  leastM: number,
): number {
  const { heightsM, colStepM, rowStepM } = grid;
  const { offsets, shareA, shareB, squareCols, squareRows } = triangle;
  const a = heightsM[at + triangle.a]!;
  const b = heightsM[at + triangle.b]!;
  const c = heightsM[at + triangle.c]!;
  const sagCol = colStepM[row]! ** 2 / (2 * SAG_RADIUS_M);
  const sagRow = rowStepM ** 2 / (2 * SAG_RADIUS_M);
  let worst = leastM;
  for (let i = 0; i < offsets.length; i++) {
    const planeM = c + shareA[i]! * (a - c) + shareB[i]! * (b - c);
    const sagM = squareCols[i]! * sagCol + squareRows[i]! * sagRow;
    const offM = Math.abs(planeM - sagM - heightsM[at + offsets[i]!]!);
    if (offM > worst) worst = offM;
  }
  return worst;
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
