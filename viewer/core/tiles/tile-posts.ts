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
  const wrappedDeg = lonDeg.map(wrapLonDeg);
  const heightsEllipsoidalM = new Float64Array(sidePosts * sidePosts);
  for (let row = 0; row < sidePosts; row++) {
    for (let col = 0; col < sidePosts; col++) {
      heightsEllipsoidalM[row * sidePosts + col] = ground(wrappedDeg[col]!, latDeg[row]!);
    }
  }
  return { tile, segments, marginPosts, sidePosts, heightsEllipsoidalM, lonDeg, latDeg };
}

function wrapLonDeg(lonDeg: number): number {
  if (lonDeg >= -180 && lonDeg <= 180) return lonDeg;
  return lonDeg > 180 ? lonDeg - 360 : lonDeg + 360;
}
