import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { geographicTilesCovering, tilesInRange } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import type { Progress } from '../io/progress';
import type { Water } from './draw-water';
import type { PaintFields } from './paint-fields';
import type { PictureStyle } from './picture-style';

/** Deepest level that is ever painted: 9.5 m per pixel. */
export const DEEPEST_PICTURE_LEVEL = 12;

/** Everything that the painting threads need; plain data, the fields on shared memory. */
export interface PaintSetup {
  readonly fields: PaintFields;
  readonly water: Water;
  readonly style: PictureStyle;
}

/** One picture: what it is called, what decides its bytes, and how to get what it is painted from. */
export interface PicturePlan {
  readonly id: string;
  readonly boxDeg: GeoBoxDeg;
  readonly credit: string;
  /** Hash of all that decides a tile's bytes. The deepest level is not part of it. */
  readonly contentHash: string;
  /** Deepest level that a server of ours may paint when a tile is first asked for. */
  readonly paintableLevel?: number;
  /** Reads and derives what the painter needs: seconds, so only when a tile is missing. */
  load(progress: Progress): Promise<PaintSetup>;
}

/** Part of a picture's tiles: one of several machines' shares. */
export interface Shard {
  /** From 1 to {@link count}. */
  readonly number: number;
  readonly count: number;
}

/** All tiles of a picture down to a level, the deepest first; every `count`th of them for a shard. */
export function plannedTiles(boxDeg: GeoBoxDeg, maxLevel: number, shard?: Shard): TileId[] {
  const tiles: TileId[] = [];
  for (let z = maxLevel; z >= 0; z--) {
    for (const tile of tilesInRange(geographicTilesCovering(boxDeg, z))) tiles.push(tile);
  }
  if (shard === undefined) return tiles;
  return tiles.filter((_, i) => i % shard.count === shard.number - 1);
}

/** Whether a tile is one of a picture's. */
export function isPlannedTile(boxDeg: GeoBoxDeg, tile: TileId): boolean {
  const { startX, endX, startY, endY } = geographicTilesCovering(boxDeg, tile.z);
  return tile.x >= startX && tile.x <= endX && tile.y >= startY && tile.y <= endY;
}
