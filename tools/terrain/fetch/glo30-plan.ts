import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { cellSpan, type FetchTile, type TileRange } from './fetch-tile';

/** A tile of mountains below 50 degrees, 3600 x 3600 posts, as the bucket compresses it. */
const GLO30_TILE_BYTES = 40_000_000;

/** Posts stand farther apart along the parallels towards the poles (GLO-30 product handbook). */
const POST_SPACING: readonly { readonly fromLatDeg: number; readonly ratio: number }[] = [
  { fromLatDeg: 85, ratio: 10 },
  { fromLatDeg: 80, ratio: 5 },
  { fromLatDeg: 70, ratio: 3 },
  { fromLatDeg: 60, ratio: 2 },
  { fromLatDeg: 50, ratio: 1.5 },
  { fromLatDeg: 0, ratio: 1 },
];

/** Degree cells of a box: x and y are the south-west corner in whole degrees, y up. */
export function glo30Range(box: GeoBoxDeg): TileRange {
  const x = cellSpan(box.westDeg, box.eastDeg);
  const y = cellSpan(box.southDeg, box.northDeg);
  return { minX: x.min, maxX: x.max, minY: y.min, maxY: y.max };
}

/**
 * The file of one degree cell in the layout of the public Copernicus DEM bucket.
 *
 * @param westDeg - western edge, whole degrees
 * @param southDeg - southern edge, whole degrees
 */
export function glo30Tile(westDeg: number, southDeg: number): FetchTile {
  const lat = `${southDeg < 0 ? 'S' : 'N'}${String(Math.abs(southDeg)).padStart(2, '0')}_00`;
  const lon = `${westDeg < 0 ? 'W' : 'E'}${String(Math.abs(westDeg)).padStart(3, '0')}_00`;
  const name = `Copernicus_DSM_COG_10_${lat}_${lon}_DEM`;
  const edgeLatDeg = Math.min(Math.abs(southDeg), Math.abs(southDeg + 1));
  const ratio = POST_SPACING.find(({ fromLatDeg }) => edgeLatDeg >= fromLatDeg)?.ratio ?? 1;
  return {
    path: `${name}.tif`,
    urlPath: `${name}/${name}.tif`,
    estimatedBytes: Math.round(GLO30_TILE_BYTES / ratio),
  };
}
