import { isFallingCell, RTIN_BASE_POSTS, RTIN_MARGIN_POSTS } from './rtin';

/**
 * The triangles over the posts in use of the tile inside its margin.
 *
 * Where all four posts of a cell are in use, the diagonal is the one that a plain grid has: with
 * the same pattern everywhere, gzip finds it again.
 *
 * @param isUsed - 1 for a post in use, with every post that it needs
 * @returns three post numbers `row * sidePosts + col` per triangle, counter-clockwise from above
 */
export function rtinTriangles(sidePosts: number, isUsed: Uint8Array): Uint16Array {
  const found = new Uint16Array((sidePosts - 1) ** 2 * 6);
  /** Where the first half of a smallest cell stands, and one; by the cell's north-west post. */
  const halfAt = new Uint16Array(sidePosts * sidePosts);
  let count = 0;
  const put = (at: number, a: number, b: number, c: number): void => {
    found[at] = a;
    found[at + 1] = b;
    found[at + 2] = c;
  };
  /** Triangle with the long side from a to b and the right angle at c, counter-clockwise. */
  const split = (ar: number, ac: number, br: number, bc: number, cr: number, cc: number): void => {
    const mr = (ar + br) >> 1;
    const mc = (ac + bc) >> 1;
    const isDivisible = Math.abs(ar - cr) + Math.abs(ac - cc) > 1;
    if (isDivisible && isUsed[mr * sidePosts + mc] === 1) {
      split(cr, cc, ar, ac, mr, mc);
      split(br, bc, cr, cc, mr, mc);
      return;
    }
    put(count, ar * sidePosts + ac, br * sidePosts + bc, cr * sidePosts + cc);
    if (!isDivisible) {
      const northWest = Math.min(ar, br) * sidePosts + Math.min(ac, bc);
      const southWest = northWest + sidePosts;
      const firstAt = halfAt[northWest]! - 1;
      halfAt[northWest] = count + 1;
      if (firstAt >= 0) {
        put(firstAt, northWest, southWest, northWest + 1);
        put(count, northWest + 1, southWest, southWest + 1);
      }
    }
    count += 3;
  };
  eachBaseTriangle(sidePosts, split);
  return found.slice(0, count);
}

type OnTriangle = (ar: number, ac: number, br: number, bc: number, cr: number, cc: number) => void;

/** The two triangles of every base cell of the tile: long side from a to b, right angle at c. */
function eachBaseTriangle(sidePosts: number, onTriangle: OnTriangle): void {
  const base = RTIN_BASE_POSTS;
  const last = sidePosts - 1 - RTIN_MARGIN_POSTS;
  for (let top = RTIN_MARGIN_POSTS; top < last; top += base) {
    for (let left = RTIN_MARGIN_POSTS; left < last; left += base) {
      const [bottom, right] = [top + base, left + base];
      if (isFallingCell(top + base / 2, left + base / 2, base / 2)) {
        onTriangle(bottom, right, top, left, bottom, left);
        onTriangle(top, left, bottom, right, top, right);
      } else {
        onTriangle(bottom, left, top, right, top, left);
        onTriangle(top, right, bottom, left, bottom, right);
      }
    }
  }
}
