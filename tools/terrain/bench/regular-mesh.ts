import { gridTriangles } from '#core/tiles/grid-triangles';
import { PostFrame } from '#core/tiles/post-frame';
import { sweptTriangles } from '#core/tiles/post-triangles';
import { meshOfPosts, type PostsMeshOptions } from '#core/tiles/posts-mesh';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { TERRAIN_TILE_SEGMENTS } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { type GroundHeight, sampleTilePosts } from '#core/tiles/tile-posts';

/** Posts along a side of the plain grids to compare with. */
export const REGULAR_SIDES = [17, 33, 65] as const;

/**
 * A plain regular grid in the order that gzip likes best, row by row, all cells alike. Its
 * neighbours must have the same grid, or there are cracks.
 *
 * @param sidePosts - 17, 33 or 65
 */
export function regularMesh(
  tile: TileId,
  ground: GroundHeight,
  sidePosts: number,
  options: PostsMeshOptions,
): QuantizedMesh {
  const posts = sampleTilePosts(tile, TERRAIN_TILE_SEGMENTS, 1, ground);
  const step = TERRAIN_TILE_SEGMENTS / (sidePosts - 1);
  const cells = gridTriangles(posts.sidePosts, posts.marginPosts, step);
  const triangles = sweptTriangles(posts.sidePosts, cells, 1);
  return meshOfPosts(posts, new PostFrame(posts), triangles, options);
}
