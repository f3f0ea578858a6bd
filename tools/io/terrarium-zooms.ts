import { basename, join } from 'node:path';
import { boxesOverlap, type GeoBoxDeg } from '#core/tiles/geo-box';
import { geoFromTile } from '#core/tiles/web-mercator';
import { listFolder } from './files';

/** Deepest zoom that anybody publishes heights for. */
const DEEPEST_ZOOM = 22;

/** The tiles there are of one zoom, and the rectangle around them. */
export interface ZoomTiles {
  readonly zoom: number;
  readonly names: ReadonlySet<string>;
  readonly west: number;
  readonly north: number;
  /** One beyond the last. */
  readonly east: number;
  readonly south: number;
}

/** The zooms of a z/x/y.png folder that have any tile, the finest first. */
export async function listZooms(folder: string): Promise<readonly ZoomTiles[]> {
  const zooms: ZoomTiles[] = [];
  for (const zoom of await numbersIn(folder, '', DEEPEST_ZOOM + 1)) {
    const names = new Set<string>();
    const ys: number[] = [];
    const columns = await numbersIn(join(folder, `${zoom}`), '', 2 ** zoom);
    const xs: number[] = [];
    for (const x of columns) {
      const found = await numbersIn(join(folder, `${zoom}`, `${x}`), '.png', 2 ** zoom);
      for (const y of found) names.add(`${zoom}/${x}/${y}`);
      if (found.length > 0) xs.push(x);
      ys.push(...found);
    }
    if (names.size === 0) continue;
    // Lists of up to thousands: a spread into Math.min would do, a fold never overflows.
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);
    const east = most(xs) + 1;
    const south = most(ys) + 1;
    zooms.push({ zoom, names, west: least(xs), north: least(ys), east, south });
  }
  return zooms.sort((a, b) => b.zoom - a.zoom);
}

/** Whole numbers below a limit that name entries of a folder; other entries are left alone. */
async function numbersIn(folder: string, suffix: string, limit: number): Promise<number[]> {
  return (await listFolder(folder))
    .filter((entry) => entry.name.endsWith(suffix))
    .map((entry) => basename(entry.name, suffix))
    .filter((text) => /^(0|[1-9]\d*)$/.test(text) && Number(text) < limit)
    .map(Number);
}

/**
 * The finest zoom whose tiles reach around a box, else the finest that touches it; without a box
 * the finest there is.
 *
 * @param zooms - the finest first
 * @returns `undefined` if there is no zoom
 */
export function chooseZoom(
  zooms: readonly ZoomTiles[],
  box: GeoBoxDeg | undefined,
): ZoomTiles | undefined {
  if (box === undefined) return zooms[0];
  const around = zooms.find((tiles) => {
    const extent = extentDeg(tiles);
    const isWide = extent.westDeg <= box.westDeg && extent.eastDeg >= box.eastDeg;
    return isWide && extent.southDeg <= box.southDeg && extent.northDeg >= box.northDeg;
  });
  return around ?? zooms.find((tiles) => boxesOverlap(extentDeg(tiles), box)) ?? zooms[0];
}

function extentDeg(tiles: ZoomTiles): GeoBoxDeg {
  const [westDeg, northDeg] = geoFromTile(tiles.west, tiles.north, tiles.zoom);
  const [eastDeg, southDeg] = geoFromTile(tiles.east, tiles.south, tiles.zoom);
  return { westDeg, southDeg, eastDeg, northDeg };
}
