import { radFromDeg } from '#core/geo/angles';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { cellSpan, type FetchTile, type TileRange } from './fetch-tile';

/** A 256 px tile of mountains: nearly noise in its blue channel. */
const TERRARIUM_TILE_BYTES = 110_000;

/** Where the web mercator square ends: atan(sinh(pi)). */
export const MERCATOR_LIMIT_DEG = 85.0511287798066;

/**
 * Web mercator tiles of a box.
 *
 * @returns columns and rows with y down from the north; none (max below min) where the box lies
 * beyond the square
 */
export function terrariumRange(box: GeoBoxDeg, zoom: number): TileRange {
  const south = Math.max(box.southDeg, -MERCATOR_LIMIT_DEG);
  const north = Math.min(box.northDeg, MERCATOR_LIMIT_DEG);
  const across = 2 ** zoom;
  if (south >= north) return { minX: 0, maxX: -1, minY: 0, maxY: -1 };
  const x = cellSpan(((box.westDeg + 180) / 360) * across, ((box.eastDeg + 180) / 360) * across);
  const y = cellSpan(mercatorRow(north) * across, mercatorRow(south) * across);
  return { minX: x.min, maxX: x.max, minY: Math.max(0, y.min), maxY: Math.min(across - 1, y.max) };
}

/** One terrarium tile, in the layout of the public bucket. */
export function terrariumTile(zoom: number, x: number, y: number): FetchTile {
  const path = `${zoom}/${x}/${y}.png`;
  return { path, urlPath: path, estimatedBytes: TERRARIUM_TILE_BYTES };
}

/** Share of the square from its north edge, 0 to 1. */
function mercatorRow(latDeg: number): number {
  return (1 - Math.asinh(Math.tan(radFromDeg(latDeg))) / Math.PI) / 2;
}
