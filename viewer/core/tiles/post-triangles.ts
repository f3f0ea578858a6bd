/** Triangles over posts of a grid, as a mesh lists them. */
export interface PostTriangles {
  /** Post numbers `row * sidePosts + col` of the grid, in first-use order. */
  readonly posts: Uint16Array;
  /** Three per triangle, into `posts`, counter-clockwise seen from above. */
  readonly indices: Uint32Array;
}

/** More posts along a side than any grid here has; a power of two. */
const SIDE_LIMIT = 128;

/** More triangles than any grid here has; a power of two. */
const TRIANGLE_LIMIT = 32768;

/**
 * Puts triangles in the order in which a mesh is smallest after gzip: swept from the west in bands
 * of rows from the north, each triangle from its first post on. Equal neighbourhoods then give
 * equal bytes: differences of u and v, and distances to the vertices of the band before.
 *
 * @param triangles - three posts each, row by row numbered
 * @param bandRows - rows per band: 1 gives a plain grid's order, 2 suits cells of mixed sizes
 * @throws RangeError if the grid has more than 128 posts a side
 */
export function sweptTriangles(
  sidePosts: number,
  triangles: Uint16Array,
  bandRows: number,
): PostTriangles {
  if (sidePosts > SIDE_LIMIT) {
    throw new RangeError(`Expected at most ${SIDE_LIMIT} posts a side, got ${sidePosts}.`);
  }
  const keys = new Float64Array(triangles.length / 3);
  for (let i = 0; i < keys.length; i++) {
    keys[i] = sweepKey(sidePosts, triangles, 3 * i, bandRows) * TRIANGLE_LIMIT + i;
  }
  keys.sort();
  const numberOfPost = new Uint16Array(sidePosts * sidePosts);
  const posts = new Uint16Array(sidePosts * sidePosts);
  const indices = new Uint32Array(triangles.length);
  let used = 0;
  let at = 0;
  for (const key of keys) {
    const start = (key % TRIANGLE_LIMIT) * 3;
    const first = firstCorner(triangles, start);
    for (let corner = 0; corner < 3; corner++) {
      const post = triangles[start + ((first + corner) % 3)]!;
      if (numberOfPost[post] === 0) {
        posts[used++] = post;
        numberOfPost[post] = used;
      }
      indices[at++] = numberOfPost[post]! - 1;
    }
  }
  return { posts: posts.slice(0, used), indices };
}

/** Place in the sweep: band, then east end, north end, south end and west end. */
function sweepKey(sidePosts: number, triangles: Uint16Array, at: number, bandRows: number): number {
  const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
  const [ar, br, cr] = [(a / sidePosts) | 0, (b / sidePosts) | 0, (c / sidePosts) | 0];
  const [ac, bc, cc] = [a - ar * sidePosts, b - br * sidePosts, c - cr * sidePosts];
  const south = Math.max(ar, br, cr);
  let key = Math.ceil(south / bandRows);
  key = key * SIDE_LIMIT + Math.max(ac, bc, cc);
  key = key * SIDE_LIMIT + Math.min(ar, br, cr);
  key = key * SIDE_LIMIT + south;
  return key * SIDE_LIMIT + Math.min(ac, bc, cc);
}

function firstCorner(triangles: Uint16Array, at: number): number {
  const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
  if (a < b && a < c) return 0;
  return b < c ? 1 : 2;
}
