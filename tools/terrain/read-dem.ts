import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { type DemMosaic, demEmpty, mosaicHeights, openMosaic } from './dem-mosaic';
import { fillVoids } from './fill-voids';
import { createHeightField, type HeightField } from './height-field';
import { gridBox } from './post-grid';

/** How {@link readDems} reads. */
export interface ReadDemsOptions {
  /** The part wanted; the whole of the files without it. */
  readonly boxDeg?: GeoBoxDeg;
  /** Posts need not be closer than this. */
  readonly finestStepDeg?: number;
  readonly progress?: Progress;
}

/** Rows of posts that are read at a time. */
const ROWS_AT_ONCE = 256;

/**
 * Reads an elevation model, or a window of it, as a height field on WGS84.
 *
 * @param file - GeoTIFF in any coordinate system that its keys name, SRTM `.hgt` (also zipped), DTED
 *   or a folder of terrarium pictures, with heights above the geoid
 * @param boxDeg - the part wanted
 * @throws AssetError `dem-missing`, `dem-unreadable`, `dem-no-crs`, `dem-no-position`,
 *   `dem-outside-box`, `dem-empty`, `zip-unreadable`, `zip-encrypted` or `zip-unsupported`
 */
export async function readDem(file: string, boxDeg?: GeoBoxDeg): Promise<HeightField> {
  return readDems([file], boxDeg === undefined ? {} : { boxDeg });
}

/**
 * Reads several elevation models as one field: where they overlap the first one counts, voids are
 * filled smoothly from around. The posts are on the first file's own grid where that is WGS84. A
 * field across the antimeridian has its east beyond 180.
 *
 * @throws AssetError as {@link readDem}
 */
export async function readDems(
  files: readonly string[],
  options: ReadDemsOptions = {},
): Promise<HeightField> {
  const { progress = SILENT_PROGRESS, boxDeg, finestStepDeg = 0 } = options;
  const mosaic = await openMosaic({ files, finestStepDeg, ...(boxDeg && { boxDeg }) });
  const { grid } = mosaic;
  // The east edge of a field that goes round the Earth is its west edge again.
  const cols = grid.cols + (grid.isRing ? 1 : 0);
  const shared = new SharedArrayBuffer(cols * grid.rows * Float32Array.BYTES_PER_ELEMENT);
  const heights = new Float32Array(shared);
  for (let top = 0; top < grid.rows; top += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, grid.rows - top);
    copyRows(await readRows(mosaic, top, rows), grid.cols, heights, cols, top);
    progress.report('reading elevation', top + rows, grid.rows);
  }
  if (fillVoids(heights, cols, grid.rows) === heights.length) throw demEmpty(files);
  return createHeightField(gridBox(grid), cols, grid.rows, heights);
}

function readRows(mosaic: DemMosaic, top: number, rows: number): Promise<Float32Array> {
  return mosaicHeights(mosaic, { left: 0, top, cols: mosaic.grid.cols, rows });
}

function copyRows(
  from: Float32Array,
  fromCols: number,
  to: Float32Array,
  toCols: number,
  top: number,
): void {
  for (let row = 0; row * fromCols < from.length; row++) {
    const at = (top + row) * toCols;
    to.set(from.subarray(row * fromCols, (row + 1) * fromCols), at);
    if (toCols > fromCols) to[at + fromCols] = to[at]!;
  }
}
