import { isFallingCell, RTIN_BASE_POSTS, type RtinGrid } from './rtin';
import { type RtinTemplate, rtinTemplates } from './rtin-templates';

/** Radius used for the sag of a plane under the curved Earth; 0.3 % of error in a term of metres. */
const SAG_RADIUS_M = 6_371_008.8;

/**
 * How far from the ground a mesh is anywhere if it leaves out a post, for every post, never less
 * than at the posts that need it: a right-triangulated irregular network over the grid.
 *
 * Unlike Martini's, the distance is measured at every post that a triangle covers, so that a mesh
 * stays within the error it was asked for; it counts the sag of a plane under the curved Earth; and
 * the network starts from base cells of 8 posts whose diagonals alternate, so that what is decided
 * at a post depends on nearby posts only and neighbouring tiles agree.
 *
 * @returns metres per post; 0 at the corners of base cells, which are always kept
 * @throws RangeError if the grid is not made of pairs of base cells
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
  const { sidePosts } = grid;
  const half = step / 2;
  const { across, along } = rtinTemplates(sidePosts, step);
  for (let row = 0; row < sidePosts; row += half) {
    const isAcross = row % step === 0;
    const [before, after] = isAcross ? across : along;
    for (let col = isAcross ? half : 0; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      const line = isAcross ? row : col;
      let worstM = half > 1 ? worstAround(errors, sidePosts, row, col, half / 2) : 0;
      if (line >= half) worstM = deviationM(grid, before, row, at, worstM);
      if (line + half < sidePosts) worstM = deviationM(grid, after, row, at, worstM);
      errors[at] = worstM;
    }
  }
}

function raiseCellCentres(grid: RtinGrid, errors: Float32Array, step: number): void {
  const { sidePosts } = grid;
  const half = step / 2;
  const { falling, rising } = rtinTemplates(sidePosts, step);
  for (let row = half; row < sidePosts; row += step) {
    for (let col = half; col < sidePosts; col += step) {
      const at = row * sidePosts + col;
      const [one, other] = isFallingCell(row, col, half) ? falling : rising;
      const worstM = Math.max(
        errors[at - half]!,
        errors[at + half]!,
        errors[at - half * sidePosts]!,
        errors[at + half * sidePosts]!,
      );
      errors[at] = deviationM(grid, other, row, at, deviationM(grid, one, row, at, worstM));
    }
  }
}

/** Largest distance between the ground and a triangle at the posts it covers, at least `leastM`. */
function deviationM(
  grid: RtinGrid,
  triangle: RtinTemplate,
  row: number,
  at: number,
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
