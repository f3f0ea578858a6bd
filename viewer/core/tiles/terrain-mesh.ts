import { boundingSphereOf } from './bounding-sphere';
import { gridTriangles } from './grid-triangles';
import { horizonOcclusionPoint } from './horizon-occlusion';
import { octFromNormal } from './oct-normal';
import { QUANTIZED_MAX, type QuantizedMesh, type QuantizedMeshEdges } from './quantized-mesh';
import { RTIN_MARGIN_POSTS, type RtinTriangles, rtinErrors, rtinTriangles } from './rtin';
import type { TileId } from './tile-id';
import {
  type GroundHeight,
  postEcef,
  postNormal,
  postSteps,
  sampleTilePosts,
  type TilePosts,
} from './tile-posts';

/** Cells along one side of an adaptive tile. */
export const TERRAIN_TILE_SEGMENTS = 64;

/** The last level that is a regular grid: above it a sphere needs every post anyway. */
export const LAST_REGULAR_LEVEL = 4;

/** What a mesh is made small in: bytes after gzip, or triangles. */
export type MeshOptimize = 'bytes' | 'triangles';

/** What meshes are made small in where nobody says. */
export const MESH_OPTIMIZE_DEFAULT: MeshOptimize = 'bytes';

/** Cells along one side of a regular tile: level 0 spans half the Earth. */
export function regularSegments(z: number): number {
  return z === 0 ? 64 : 32;
}

/**
 * The terrain mesh of a tile: a regular grid at levels 0 to 4, above it only as many vertices as
 * the error allows. A neighbour built from the same ground has the same vertices on the shared edge.
 *
 * @param ground - sampled at the tile's posts and a few beyond its edges
 * @param maxErrorM - of straight edges where posts are left out
 * @param optimize - neighbours may differ in it and still agree on their edge
 */
export function buildTerrainMesh(
  tile: TileId,
  ground: GroundHeight,
  maxErrorM: number,
  optimize: MeshOptimize = MESH_OPTIMIZE_DEFAULT,
): QuantizedMesh {
  if (tile.z <= LAST_REGULAR_LEVEL) {
    const posts = sampleTilePosts(tile, regularSegments(tile.z), 1, ground);
    return meshFrom(posts, gridTriangles(posts.sidePosts, posts.marginPosts));
  }
  const posts = sampleTilePosts(tile, TERRAIN_TILE_SEGMENTS, RTIN_MARGIN_POSTS, ground);
  const { sidePosts, heightsEllipsoidalM: heightsM } = posts;
  const errors = rtinErrors({ sidePosts, heightsM, ...postSteps(posts) });
  switch (optimize) {
    case 'bytes':
    case 'triangles':
      return meshFrom(posts, rtinTriangles(sidePosts, errors, maxErrorM));
  }
}

function meshFrom(posts: TilePosts, triangles: RtinTriangles): QuantizedMesh {
  const count = triangles.posts.length;
  const steps = postSteps(posts);
  const [minM, maxM] = heightRange(posts, triangles.posts);
  const scaleM = maxM > minM ? QUANTIZED_MAX / (maxM - minM) : 0;
  const u = new Uint16Array(count);
  const v = new Uint16Array(count);
  const h = new Uint16Array(count);
  const octNormals = new Uint8Array(count * 2);
  const pointsEcef = new Float64Array(count * 3);
  const perPost = QUANTIZED_MAX / posts.segments;
  for (let i = 0; i < count; i++) {
    const post = triangles.posts[i]!;
    const row = Math.floor(post / posts.sidePosts) - posts.marginPosts;
    const col = (post % posts.sidePosts) - posts.marginPosts;
    u[i] = Math.round(col * perPost);
    v[i] = Math.round((posts.segments - row) * perPost);
    h[i] = Math.min(
      QUANTIZED_MAX,
      Math.max(0, Math.round((posts.heightsEllipsoidalM[post]! - minM) * scaleM)),
    );
    pointsEcef.set(postEcef(posts, post), i * 3);
    const packed = octFromNormal(postNormal(posts, steps, post));
    octNormals[2 * i] = packed & 255;
    octNormals[2 * i + 1] = packed >> 8;
  }
  const boundingSphere = boundingSphereOf(pointsEcef);
  const header = {
    centerEcef: boundingSphere.centerEcef,
    minHeightEllipsoidalM: minM,
    maxHeightEllipsoidalM: maxM,
    boundingSphere,
    horizonOcclusionPoint: horizonOcclusionPoint(boundingSphere.centerEcef, pointsEcef),
  };
  return { header, u, v, h, indices: triangles.indices, edges: edgesOf(u, v), octNormals };
}

/** Lowest and highest vertex as the header's 32-bit floats, rounded away from the mesh. */
function heightRange(posts: TilePosts, used: Uint32Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const post of used) {
    const height = posts.heightsEllipsoidalM[post]!;
    if (height < low) low = height;
    if (height > high) high = height;
  }
  const grain = 2 ** -10;
  return [
    Math.fround(Math.floor(low / grain) * grain),
    Math.fround(Math.ceil(high / grain) * grain),
  ];
}

function edgesOf(u: Uint16Array, v: Uint16Array): QuantizedMeshEdges {
  const along = (fixed: Uint16Array, value: number, order: Uint16Array): Uint32Array => {
    const found: number[] = [];
    for (let i = 0; i < fixed.length; i++) if (fixed[i] === value) found.push(i);
    return Uint32Array.from(found.sort((a, b) => order[a]! - order[b]!));
  };
  return {
    west: along(u, 0, v),
    south: along(v, 0, u),
    east: along(u, QUANTIZED_MAX, v),
    north: along(v, QUANTIZED_MAX, u),
  };
}
