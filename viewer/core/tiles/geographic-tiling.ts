import { WGS84_SEMI_MAJOR_AXIS_M } from '../geo/ellipsoid';
import type { GeoBoxDeg } from './geo-box';
import type { TileId } from './tile-id';

/** A rectangle of tiles of one level, both ends included, TMS. */
export interface TileRange {
  readonly z: number;
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
}

/**
 * Geometric error of level 0 that Cesium assumes for quantized-mesh terrain, metres.
 *
 * @see Cesium TerrainProvider.getEstimatedLevelZeroGeometricErrorForAHeightmap: a quarter of the
 *   equator over 65 posts and two root tiles
 */
export const LEVEL_ZERO_GEOMETRIC_ERROR_M =
  (WGS84_SEMI_MAJOR_AXIS_M * 2 * Math.PI * 0.25) / (65 * 2);

/** Geometric error that Cesium assumes for a level, metres. */
export function levelGeometricErrorM(z: number): number {
  return LEVEL_ZERO_GEOMETRIC_ERROR_M / 2 ** z;
}

/** Edge of a tile in degrees: two roots side by side, each 180 degrees square. */
export function tileSpanDeg(z: number): number {
  return 180 / 2 ** z;
}

/** The box of a tile of the geographic tiling (two roots). */
export function geographicTileBox(tile: TileId): GeoBoxDeg {
  const spanDeg = tileSpanDeg(tile.z);
  const tmsY = tile.scheme === 'tms' ? tile.y : 2 ** tile.z - 1 - tile.y;
  return {
    westDeg: -180 + tile.x * spanDeg,
    southDeg: -90 + tmsY * spanDeg,
    eastDeg: -180 + (tile.x + 1) * spanDeg,
    northDeg: -90 + (tmsY + 1) * spanDeg,
  };
}

/** The TMS tile of a level that holds a place; places on the world's east or north edge, the last. */
export function geographicTileAt(lonDeg: number, latDeg: number, z: number): TileId {
  const spanDeg = tileSpanDeg(z);
  const x = Math.floor((lonDeg + 180) / spanDeg);
  const y = Math.floor((latDeg + 90) / spanDeg);
  return {
    z,
    x: Math.min(Math.max(x, 0), 2 ** (z + 1) - 1),
    y: Math.min(Math.max(y, 0), 2 ** z - 1),
    scheme: 'tms',
  };
}

/** The tiles of a level that share area with a box; an edge that falls between tiles adds none. */
export function geographicTilesCovering(box: GeoBoxDeg, z: number): TileRange {
  const spanDeg = tileSpanDeg(z);
  const lastX = 2 ** (z + 1) - 1;
  const lastY = 2 ** z - 1;
  const clamp = (value: number, last: number) => Math.min(Math.max(value, 0), last);
  const startX = clamp(Math.floor((box.westDeg + 180) / spanDeg), lastX);
  const startY = clamp(Math.floor((box.southDeg + 90) / spanDeg), lastY);
  return {
    z,
    startX,
    startY,
    endX: Math.max(startX, clamp(Math.ceil((box.eastDeg + 180) / spanDeg) - 1, lastX)),
    endY: Math.max(startY, clamp(Math.ceil((box.northDeg + 90) / spanDeg) - 1, lastY)),
  };
}

/** All tiles of a range, row by row from the south-west. */
export function tilesInRange(range: TileRange): readonly TileId[] {
  const tiles: TileId[] = [];
  for (let y = range.startY; y <= range.endY; y++) {
    for (let x = range.startX; x <= range.endX; x++) {
      tiles.push({ z: range.z, x, y, scheme: 'tms' });
    }
  }
  return tiles;
}
