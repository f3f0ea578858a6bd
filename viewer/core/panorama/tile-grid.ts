/** One resolution of a tiled equirectangular panorama: `cols` x `rows` equal tiles. */
export interface PanoramaLevel {
  readonly widthPx: number;
  readonly cols: number;
  readonly rows: number;
}

/** Largest edge of a tile in pixels. */
export const PANORAMA_TILE_PX = 512;

/**
 * Resolutions of a panorama's pyramid, coarse to fine, for a 2:1 master picture.
 *
 * `cols` is a power of two, as PSV's tile adapter wants, and all levels have tiles of the same
 * edge (`widthPx / cols`), at most 512 px: 512 for a master of 4096 or 8192 px, 420 for one of
 * 6720. So every level is exactly half as wide as the one above it, and the finest has every pixel
 * of the master but the few columns by which it is no whole number of tiles. The coarsest has four
 * columns (the preview stands below it).
 *
 * @param masterWidthPx - width of the master picture, at least 1024
 * @returns at least one level
 * @throws RangeError if the master is narrower than 1024 px
 */
export function panoramaLevels(masterWidthPx: number): readonly PanoramaLevel[] {
  if (!(masterWidthPx >= 2 * PANORAMA_TILE_PX)) {
    throw new RangeError(`Expected a master at least 1024 px wide, got ${masterWidthPx}.`);
  }
  const finestCols = 2 ** Math.ceil(Math.log2(masterWidthPx / PANORAMA_TILE_PX));
  const tilePx = Math.floor(masterWidthPx / finestCols);
  const levels: PanoramaLevel[] = [];
  for (let cols = Math.min(4, finestCols); cols <= finestCols; cols *= 2) {
    levels.push({ widthPx: cols * tilePx, cols, rows: cols / 2 });
  }
  return levels;
}

/**
 * Fills a tile address template.
 *
 * @param template - with `{level}`, `{col}` and `{row}`
 */
export function panoramaTileUrl(
  template: string,
  tile: { readonly level: number; readonly col: number; readonly row: number },
): string {
  return template
    .replace('{level}', String(tile.level))
    .replace('{col}', String(tile.col))
    .replace('{row}', String(tile.row));
}
