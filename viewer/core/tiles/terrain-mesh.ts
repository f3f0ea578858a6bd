import { gridTriangles } from './grid-triangles';
import { PostFrame } from './post-frame';
import { sweptTriangles } from './post-triangles';
import { meshOfPosts } from './posts-mesh';
import type { QuantizedMesh } from './quantized-mesh';
import { RTIN_MARGIN_POSTS } from './rtin';
import { rtinErrors } from './rtin-errors';
import { allPosts, neededPosts } from './rtin-posts';
import { rtinTriangles } from './rtin-triangles';
import type { TileId } from './tile-id';
import { type GroundHeight, sampleTilePosts } from './tile-posts';

/** Cells along one side of an adaptive tile. */
export const TERRAIN_TILE_SEGMENTS = 64;

/** The last level that is a regular grid: above it a sphere needs every post anyway. */
export const LAST_REGULAR_LEVEL = 4;

/** What a mesh is made small in: bytes after gzip, or triangles. */
export type MeshOptimize = 'bytes' | 'triangles';

/** What meshes are made small in where nobody says. */
export const MESH_OPTIMIZE_DEFAULT: MeshOptimize = 'bytes';

/**
 * Steps of heights inside a tile, as a share of the error allowed. Half as much costs a bit a
 * height, twice as much more vertices than it saves.
 */
export const HEIGHT_STEP_SHARE = 1 / 8;

/**
 * From this share of all posts on, all of them take fewer bytes than those needed: a plain pattern
 * of cells costs gzip nothing, an irregular one as much as heights and normals together.
 */
const FULL_FROM_SHARE = 0.54;

/** Cells along one side of a regular tile: level 0 spans half the Earth. */
export function regularSegments(z: number): number {
  return z === 0 ? 64 : 32;
}

/**
 * The terrain mesh of a tile: a regular grid at levels 0 to 4, beyond it only as many vertices as
 * the error needs. A neighbour built from the same ground with the same error has the same
 * vertices on the shared edge, whatever either is made small in.
 *
 * @param ground - sampled at the tile's posts and a few beyond its edges
 * @param maxErrorM - from the ground to the mesh at any post of the tile
 * @param optimize - `bytes` takes all posts inside the tile where that is smaller after gzip
 */
export function buildTerrainMesh(
  tile: TileId,
  ground: GroundHeight,
  maxErrorM: number,
  optimize: MeshOptimize = MESH_OPTIMIZE_DEFAULT,
): QuantizedMesh {
  if (tile.z <= LAST_REGULAR_LEVEL) {
    const posts = sampleTilePosts(tile, regularSegments(tile.z), 1, ground);
    const triangles = sweptTriangles(posts.sidePosts, gridTriangles(posts.sidePosts, 1), 1);
    return meshOfPosts(posts, new PostFrame(posts), triangles, { heightStepM: 0 });
  }
  const posts = sampleTilePosts(tile, TERRAIN_TILE_SEGMENTS, RTIN_MARGIN_POSTS, ground);
  const frame = new PostFrame(posts);
  const { sidePosts, heightsEllipsoidalM: heightsM } = posts;
  const { colStepM, rowStepM } = frame;
  const errors = rtinErrors({ sidePosts, heightsM, colStepM, rowStepM });
  // What is left is rounding's, half a step to either side.
  const needed = neededPosts(errors, maxErrorM * (1 - HEIGHT_STEP_SHARE / 2));
  const isFull = optimize === 'bytes' && shareInTile(sidePosts, needed) > FULL_FROM_SHARE;
  const isUsed = isFull ? allPosts(sidePosts, needed) : needed;
  const triangles = sweptTriangles(sidePosts, rtinTriangles(sidePosts, isUsed), isFull ? 1 : 2);
  return meshOfPosts(posts, frame, triangles, { heightStepM: HEIGHT_STEP_SHARE * maxErrorM });
}

/** How many of a tile's posts are needed, 0..1. */
function shareInTile(sidePosts: number, needed: Uint8Array): number {
  let count = 0;
  for (let row = RTIN_MARGIN_POSTS; row < sidePosts - RTIN_MARGIN_POSTS; row++) {
    const start = row * sidePosts;
    for (let col = RTIN_MARGIN_POSTS; col < sidePosts - RTIN_MARGIN_POSTS; col++) {
      count += needed[start + col]!;
    }
  }
  return count / (sidePosts - 2 * RTIN_MARGIN_POSTS) ** 2;
}
