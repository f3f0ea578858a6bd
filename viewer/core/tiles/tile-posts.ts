import { radFromDeg } from '../geo/angles';
import {
  type Ecef,
  ecefFromGeodetic,
  WGS84_FLATTENING,
  WGS84_SEMI_MAJOR_AXIS_M,
} from '../geo/ellipsoid';
import { tileSpanDeg } from './geographic-tiling';
import { type TileId, tileInScheme } from './tile-id';

/** Gives the ground's height at a place of WGS84, metres above the ellipsoid. */
export type GroundHeight = (lonDeg: number, latDeg: number) => number;

/** Heights of a tile's posts with a margin of its neighbours' posts; row 0 in the north. */
export interface TilePosts {
  readonly tile: TileId;
  /** Cells along one side of the tile. */
  readonly segments: number;
  readonly marginPosts: number;
  /** Posts along one side, margins included. */
  readonly sidePosts: number;
  readonly heightsEllipsoidalM: Float64Array;
  /** Longitude of a column, latitude of a row: the same numbers in every tile that has them. */
  readonly lonDeg: Float64Array;
  readonly latDeg: Float64Array;
}

/**
 * Samples the posts of a tile. Their places come from whole numbers over the world, so that a
 * neighbour samples exactly the same ones.
 */
export function sampleTilePosts(
  tile: TileId,
  segments: number,
  marginPosts: number,
  ground: GroundHeight,
): TilePosts {
  const { z, x, y } = tileInScheme(tile, 'tms');
  const sidePosts = segments + 1 + 2 * marginPosts;
  const stepDeg = tileSpanDeg(z) / segments;
  const lonDeg = new Float64Array(sidePosts);
  const latDeg = new Float64Array(sidePosts);
  for (let i = 0; i < sidePosts; i++) {
    lonDeg[i] = -180 + (x * segments - marginPosts + i) * stepDeg;
    const postFromSouth = (y + 1) * segments + marginPosts - i;
    latDeg[i] = Math.min(90, Math.max(-90, -90 + postFromSouth * stepDeg));
  }
  const heightsEllipsoidalM = new Float64Array(sidePosts * sidePosts);
  for (let row = 0; row < sidePosts; row++) {
    for (let col = 0; col < sidePosts; col++) {
      const wrappedDeg = wrapLonDeg(lonDeg[col]!);
      heightsEllipsoidalM[row * sidePosts + col] = ground(wrappedDeg, latDeg[row]!);
    }
  }
  return { tile, segments, marginPosts, sidePosts, heightsEllipsoidalM, lonDeg, latDeg };
}

/** Metres between the posts of each row, and between rows. */
export function postSteps(posts: TilePosts): { colStepM: Float64Array; rowStepM: number } {
  const stepRad = radFromDeg(tileSpanDeg(posts.tile.z) / posts.segments);
  const colStepM = Float64Array.from(posts.latDeg, (latDeg) => {
    const latRad = radFromDeg(latDeg);
    const sinLat = Math.sin(latRad);
    const e2 = WGS84_FLATTENING * (2 - WGS84_FLATTENING);
    const ringM =
      (WGS84_SEMI_MAJOR_AXIS_M * Math.cos(latRad)) / Math.sqrt(1 - e2 * sinLat * sinLat);
    return Math.max(1e-3, ringM * stepRad);
  });
  return { colStepM, rowStepM: WGS84_SEMI_MAJOR_AXIS_M * stepRad };
}

/**
 * Outward normal of the ground at a post, Earth-fixed; the same in every tile that has the post
 * and its four neighbours.
 */
export function postNormal(posts: TilePosts, steps: ReturnType<typeof postSteps>, post: number) {
  const { sidePosts, heightsEllipsoidalM: heights } = posts;
  const row = Math.floor(post / sidePosts);
  const col = post % sidePosts;
  const east = (heights[post + 1]! - heights[post - 1]!) / (2 * steps.colStepM[row]!);
  const north = (heights[post - sidePosts]! - heights[post + sidePosts]!) / (2 * steps.rowStepM);
  const length = Math.sqrt(east * east + north * north + 1);
  const [e, n, u] = [-east / length, -north / length, 1 / length];
  const lonRad = radFromDeg(posts.lonDeg[col]!);
  const latRad = radFromDeg(posts.latDeg[row]!);
  const [sinLon, cosLon] = [Math.sin(lonRad), Math.cos(lonRad)];
  const [sinLat, cosLat] = [Math.sin(latRad), Math.cos(latRad)];
  const outward = cosLat * u - sinLat * n;
  const normal: Ecef = [
    cosLon * outward - sinLon * e,
    sinLon * outward + cosLon * e,
    sinLat * u + cosLat * n,
  ];
  return normal;
}

/** Earth-fixed position of a post. */
export function postEcef(posts: TilePosts, post: number): Ecef {
  return ecefFromGeodetic({
    lonRad: radFromDeg(posts.lonDeg[post % posts.sidePosts]!),
    latRad: radFromDeg(posts.latDeg[Math.floor(post / posts.sidePosts)]!),
    heightEllipsoidalM: posts.heightsEllipsoidalM[post]!,
  });
}

function wrapLonDeg(lonDeg: number): number {
  if (lonDeg >= -180 && lonDeg <= 180) return lonDeg;
  return lonDeg > 180 ? lonDeg - 360 : lonDeg + 360;
}
