import { radFromDeg } from '../geo/angles';
import { directionOfEnu, enuFromCamera, pixelOfDirection, type WorldDirection } from './direction';
import type { PanoramaPose } from './pose';
import type { PanoramaLevel } from './tile-grid';

/** A view of a panorama: where it looks, how much of the height it sees, and its window. */
export interface PanoramaWindow extends WorldDirection {
  readonly verticalFovDeg: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A tile of a panorama's pyramid. */
export interface PanoramaTile {
  readonly level: number;
  readonly col: number;
  readonly row: number;
}

/** Rays a side by which the window is asked: a tile of the finest shipped level spans several. */
const RAYS = 24;

/**
 * The level whose pixels are at least as fine as the window's, as PSV's tile adapter chooses it;
 * the finest where none is.
 *
 * @returns position in `levels`
 */
export function levelInView(levels: readonly PanoramaLevel[], window: PanoramaWindow): number {
  const { verticalFovDeg, widthPx, heightPx } = window;
  const aspect = widthPx / heightPx;
  const horizontalFovDeg =
    (Math.atan(Math.tan(radFromDeg(verticalFovDeg) / 2) * aspect) * 360) / Math.PI;
  const level = levels.findIndex(
    (one) =>
      (one.widthPx / 360) * horizontalFovDeg >= widthPx &&
      (one.widthPx / 360) * verticalFovDeg >= heightPx,
  );
  return level === -1 ? levels.length - 1 : level;
}

/**
 * Tiles that a window sees, those in its middle first.
 *
 * @param levels - coarse to fine, at least one
 * @param pose - of the picture: tilted pictures have their tiles elsewhere
 */
export function tilesInView(
  levels: readonly PanoramaLevel[],
  pose: PanoramaPose,
  window: PanoramaWindow,
): readonly PanoramaTile[] {
  const level = levelInView(levels, window);
  const grid = levels[level];
  if (!grid) return [];
  const upperTan = Math.tan(radFromDeg(window.verticalFovDeg) / 2);
  const sideTan = (upperTan * window.widthPx) / window.heightPx;
  const tiles = new Map<string, { tile: PanoramaTile; away: number }>();
  for (let i = 0; i < RAYS * RAYS; i++) {
    const x = (2 * (i % RAYS)) / (RAYS - 1) - 1;
    const y = (2 * Math.floor(i / RAYS)) / (RAYS - 1) - 1;
    const ray = enuFromCamera([x * sideTan, 1, y * upperTan], { ...window, rollDeg: 0 });
    const { u, v } = pixelOfDirection(directionOfEnu(ray), pose);
    const col = Math.min(grid.cols - 1, Math.floor(u * grid.cols));
    const row = Math.min(grid.rows - 1, Math.floor(v * grid.rows));
    const key = `${col}_${row}`;
    const away = Math.hypot(x, y);
    const known = tiles.get(key);
    if (!known || away < known.away) tiles.set(key, { tile: { level, col, row }, away });
  }
  return [...tiles.values()].toSorted((a, b) => a.away - b.away).map(({ tile }) => tile);
}
