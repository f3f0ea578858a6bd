/** One resolution of a tiled equirectangular panorama: `cols` x `rows` equal tiles. */
export interface PanoramaLevel {
  readonly widthPx: number;
  readonly cols: number;
  readonly rows: number;
}

/** Edge of a full tile in pixels. */
export const PANORAMA_TILE_PX = 512;

/**
 * Resolutions of a panorama's pyramid, coarse to fine, for a 2:1 master picture.
 *
 * Each level is `512 * cols` wide with a power-of-two `cols`, as PSV's tile adapter wants; the
 * finest is the widest that the master fills without being enlarged, the coarsest 2048 px wide
 * (the preview stands below it).
 *
 * @param masterWidthPx - width of the master picture, at least 1024
 * @returns at least one level
 * @throws RangeError if the master is narrower than 1024 px
 */
export function panoramaLevels(masterWidthPx: number): readonly PanoramaLevel[] {
  if (!(masterWidthPx >= 2 * PANORAMA_TILE_PX)) {
    throw new RangeError(`Expected a master at least 1024 px wide, got ${masterWidthPx}.`);
  }
  const finestCols = 2 ** Math.floor(Math.log2(masterWidthPx / PANORAMA_TILE_PX));
  const levels: PanoramaLevel[] = [];
  for (let cols = Math.min(4, finestCols); cols <= finestCols; cols *= 2) {
    levels.push({ widthPx: cols * PANORAMA_TILE_PX, cols, rows: cols / 2 });
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
