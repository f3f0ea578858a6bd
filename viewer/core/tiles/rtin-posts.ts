import { isFallingCell, RTIN_BASE_POSTS, RTIN_MARGIN_POSTS } from './rtin';

/**
 * The posts of a tile that keep its mesh within an error.
 *
 * @param errors - from `rtinErrors` over the tile and its margin
 * @param maxErrorM - from the ground to the mesh at any post
 * @returns 1 for every post in use; the corners of base cells are in use whatever stands here
 */
export function neededPosts(errors: Float32Array, maxErrorM: number): Uint8Array {
  const needed = new Uint8Array(errors.length);
  for (let i = 0; i < errors.length; i++) needed[i] = errors[i]! > maxErrorM ? 1 : 0;
  return needed;
}

/**
 * All posts inside a tile, and on its edges those that the error needs: a neighbour that leaves
 * posts out has the same ones. Inside, only what hangs on an edge post left out is left out too.
 *
 * @param needed - from {@link neededPosts}
 * @returns 1 for every post in use
 */
export function allPosts(sidePosts: number, needed: Uint8Array): Uint8Array {
  const first = RTIN_MARGIN_POSTS;
  const last = sidePosts - 1 - RTIN_MARGIN_POSTS;
  const isUsed = needed.slice();
  const isInside = (place: number) => place > first && place < last;
  const isThere = (row: number, col: number) =>
    (row % RTIN_BASE_POSTS === 0 && col % RTIN_BASE_POSTS === 0) ||
    isUsed[row * sidePosts + col] === 1;
  for (let half = RTIN_BASE_POSTS / 2; half >= 1; half /= 2) {
    for (let row = first + half; row < last; row += 2 * half) {
      for (let col = first + half; col < last; col += 2 * half) {
        const by = isFallingCell(row, col, half) ? half : -half;
        const hasCorners = isThere(row + half, col - by) && isThere(row - half, col + by);
        isUsed[row * sidePosts + col] = hasCorners ? 1 : 0;
      }
    }
    for (let row = first; row <= last; row += half) {
      const isAcross = row % (2 * half) === 0;
      for (let col = first + (isAcross ? half : 0); col <= last; col += 2 * half) {
        if (!isInside(row) || !isInside(col)) continue;
        const hasCentres = isAcross
          ? isThere(row - half, col) && isThere(row + half, col)
          : isThere(row, col - half) && isThere(row, col + half);
        isUsed[row * sidePosts + col] = hasCentres ? 1 : 0;
      }
    }
  }
  return isUsed;
}
