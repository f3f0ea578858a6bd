/**
 * Two triangles for every cell of a square tile.
 *
 * @param sidePosts - posts along one side, margins included
 * @param marginPosts - posts on each side that belong to the neighbours
 * @param stepPosts - posts from one corner of a cell to the next; divides the tile
 * @returns three post numbers `row * sidePosts + col` per triangle, counter-clockwise from above
 */
export function gridTriangles(sidePosts: number, marginPosts: number, stepPosts = 1): Uint16Array {
  const last = sidePosts - 1 - marginPosts;
  const cells = (last - marginPosts) / stepPosts;
  const triangles = new Uint16Array(cells * cells * 6);
  let at = 0;
  for (let row = marginPosts; row < last; row += stepPosts) {
    for (let col = marginPosts; col < last; col += stepPosts) {
      const northWest = row * sidePosts + col;
      const southWest = northWest + stepPosts * sidePosts;
      const [northEast, southEast] = [northWest + stepPosts, southWest + stepPosts];
      triangles.set([northWest, southWest, northEast], at);
      triangles.set([northEast, southWest, southEast], at + 3);
      at += 6;
    }
  }
  return triangles;
}
