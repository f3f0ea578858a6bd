import { boundingSphereOf } from './bounding-sphere';
import { horizonOcclusionPoint } from './horizon-occlusion';
import { octFromNormal } from './oct-normal';
import type { PostFrame } from './post-frame';
import type { PostTriangles } from './post-triangles';
import { QUANTIZED_MAX, type QuantizedMesh, type QuantizedMeshEdges } from './quantized-mesh';
import type { TilePosts } from './tile-posts';

/**
 * Steps between the octahedral bytes in use. Every other one is within two degrees of the ground's
 * own normal, and two bits a vertex that gzip need not keep.
 */
const NORMAL_GRAIN = 2;

/** How {@link meshOfPosts} rounds. */
export interface PostsMeshOptions {
  /**
   * Heights inside the tile may be rounded to steps of at most this, metres: fewer bits for gzip.
   * On the edges they are as exact as the tile can tell, for the neighbours' sake.
   */
  readonly heightStepM: number;
  readonly normalGrain?: number;
}

/**
 * The mesh of triangles over a tile's posts, with its header and normals.
 *
 * @param posts - with a margin of one post or more
 * @param frame - of the same posts
 */
export function meshOfPosts(
  posts: TilePosts,
  frame: PostFrame,
  triangles: PostTriangles,
  options: PostsMeshOptions,
): QuantizedMesh {
  const count = triangles.posts.length;
  const [minM, maxM] = heightRange(posts, triangles.posts);
  const heights = heightRounding(minM, maxM, options.heightStepM);
  const u = new Uint16Array(count);
  const v = new Uint16Array(count);
  const h = new Uint16Array(count);
  const octNormals = new Uint8Array(count * 2);
  const pointsEcef = new Float64Array(count * 3);
  const perPost = QUANTIZED_MAX / posts.segments;
  for (let i = 0; i < count; i++) {
    const post = triangles.posts[i]!;
    const row = Math.floor(post / posts.sidePosts);
    const col = post - row * posts.sidePosts;
    const fromWest = col - posts.marginPosts;
    const fromSouth = posts.segments + posts.marginPosts - row;
    u[i] = Math.round(fromWest * perPost);
    v[i] = Math.round(fromSouth * perPost);
    const isInside = fromWest % posts.segments !== 0 && fromSouth % posts.segments !== 0;
    h[i] = heights.rounded(posts.heightsEllipsoidalM[post]!, isInside);
    const point = frame.ecef(row, col, minM + h[i]! * heights.unitM);
    for (let axis = 0; axis < 3; axis++) pointsEcef[3 * i + axis] = point[axis]!;
    const packed = octFromNormal(frame.normal(row, col), options.normalGrain ?? NORMAL_GRAIN);
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
function heightRange(posts: TilePosts, used: Uint16Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const post of used) {
    const heightM = posts.heightsEllipsoidalM[post]!;
    if (heightM < low) low = heightM;
    if (heightM > high) high = heightM;
  }
  const grain = 2 ** -10;
  return [
    Math.fround(Math.floor(low / grain) * grain),
    Math.fround(Math.ceil(high / grain) * grain),
  ];
}

/** How the heights of a tile become 0..32767; inside it, multiples of a power of two. */
function heightRounding(minM: number, maxM: number, stepM: number) {
  const unitM = (maxM - minM) / QUANTIZED_MAX;
  const unitsPerStep = unitM > 0 && stepM > unitM ? 2 ** Math.floor(Math.log2(stepM / unitM)) : 1;
  const coarse = Math.min(unitsPerStep, QUANTIZED_MAX + 1);
  const rounded = (heightM: number, isInside: boolean): number => {
    if (unitM === 0) return 0;
    const units = (heightM - minM) / unitM;
    const whole = isInside ? coarse * Math.round(units / coarse) : Math.round(units);
    return Math.min(QUANTIZED_MAX, Math.max(0, whole));
  };
  return { unitM, rounded };
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
