import type { RtinTriangles } from './rtin';

/**
 * Every post of a square tile and two triangles per cell.
 *
 * @param sidePosts - posts along one side, margins included
 * @param marginPosts - posts on each side that belong to the neighbours
 * @returns vertices in first-use order, triangles counter-clockwise seen from above
 */
export function gridTriangles(sidePosts: number, marginPosts: number): RtinTriangles {
  const segments = sidePosts - 1 - 2 * marginPosts;
  const numberOfPost = new Int32Array(sidePosts * sidePosts).fill(-1);
  const posts: number[] = [];
  const indices = new Uint32Array(segments * segments * 6);
  let at = 0;
  for (let row = marginPosts; row < marginPosts + segments; row++) {
    for (let col = marginPosts; col < marginPosts + segments; col++) {
      const northWest = row * sidePosts + col;
      const southWest = northWest + sidePosts;
      const corners = [northWest, southWest, northWest + 1];
      corners.push(northWest + 1, southWest, southWest + 1);
      for (const post of corners) {
        if (numberOfPost[post]! < 0) numberOfPost[post] = posts.push(post) - 1;
        indices[at++] = numberOfPost[post]!;
      }
    }
  }
  return { posts: Uint32Array.from(posts), indices };
}
