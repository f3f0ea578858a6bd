/** Which way `y` counts: `xyz` down from the north, `tms` up from the south. */
export type TileScheme = 'xyz' | 'tms';

/** A tile of a quadtree, at level `z`, with the scheme its `y` is counted in. */
export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly scheme: TileScheme;
}

/**
 * The same tile with `y` counted in another scheme. Both of our tilings have 2^z rows at level z.
 */
export function tileInScheme(tile: TileId, scheme: TileScheme): TileId {
  if (tile.scheme === scheme) return tile;
  return { z: tile.z, x: tile.x, y: 2 ** tile.z - 1 - tile.y, scheme };
}

/**
 * The tile one level up that contains a tile.
 *
 * @throws RangeError for a root
 */
export function parentTile(tile: TileId): TileId {
  if (tile.z === 0) throw new RangeError('Expected a tile below the roots, got level 0.');
  return { z: tile.z - 1, x: tile.x >> 1, y: tile.y >> 1, scheme: tile.scheme };
}

/** `z/x/y`, for messages and file names. */
export function tilePath(tile: TileId): string {
  return `${tile.z}/${tile.x}/${tile.y}`;
}
