import { join } from 'node:path';
import sharp from 'sharp';
import { AssetError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { terrariumHeights } from '#core/tiles/terrarium';
import { geoFromTile, tileFromGeo } from '#core/tiles/web-mercator';
import { AREA_REACH_PIXELS, type DemSource, demUnreadable, type PixelWindow } from './dem-source';
import { readBytes } from './files';
import { chooseZoom, listZooms, type ZoomTiles } from './terrarium-zooms';

const TILE_SIDES_PX: readonly number[] = [256, 512];
/** Tiles kept decoded: neighbouring windows share some. 64 of 512 px are 64 MiB. */
const TILES_HELD = 64;
const EXPECTED = 'a folder of whole terrarium pictures, z/x/y.png, of 256 or 512 pixels';

/**
 * Opens a folder of terrarium pictures (web mercator, XYZ): height = R * 256 + G + B / 256 - 32768.
 * Missing tiles and transparent pixels are voids.
 *
 * @param boxDeg - the part wanted: the finest zoom whose tiles reach around it is read, or the
 *   finest that touches it; without it the finest there is
 * @throws AssetError `dem-unreadable`
 */
export async function openTerrariumDem(folder: string, boxDeg?: GeoBoxDeg): Promise<DemSource> {
  const tiles = chooseZoom(await listZooms(folder), boxDeg);
  if (tiles === undefined) throw demUnreadable(folder, EXPECTED, 'no z/x/y.png in it');
  const [first = ''] = tiles.names;
  const sidePx = (await readTile(folder, first)).sidePx;
  const held = new Map<string, Promise<Float32Array>>();
  const tileHeights = (name: string): Promise<Float32Array> => {
    const heights = held.get(name) ?? tileOfSide(folder, name, sidePx);
    held.delete(name);
    held.set(name, heights);
    for (const oldest of held.keys()) if (held.size > TILES_HELD) held.delete(oldest);
    return heights;
  };
  return {
    file: folder,
    cols: (tiles.east - tiles.west) * sidePx,
    rows: (tiles.south - tiles.north) * sidePx,
    noDataValue: undefined,
    isGeographicWgs84: false,
    edgeReachPixels: AREA_REACH_PIXELS,
    isInRows: false,
    vertical: undefined,
    pixelFromGeo: (lonDeg, latDeg) => {
      const [x, y] = tileFromGeo(lonDeg, latDeg, tiles.zoom);
      return [(x - tiles.west) * sidePx, (y - tiles.north) * sidePx];
    },
    geoFromPixel: (col, row) =>
      geoFromTile(tiles.west + col / sidePx, tiles.north + row / sidePx, tiles.zoom),
    readWindow: (window) => readWindow(tiles, sidePx, window, tileHeights),
  };
}

async function readWindow(
  tiles: ZoomTiles,
  sidePx: number,
  window: PixelWindow,
  tileHeights: (name: string) => Promise<Float32Array>,
): Promise<Float32Array> {
  const [left, top, right, bottom] = window;
  const heights = new Float32Array((right - left) * (bottom - top)).fill(Number.NaN);
  for (let y = Math.floor(top / sidePx); y * sidePx < bottom; y++) {
    for (let x = Math.floor(left / sidePx); x * sidePx < right; x++) {
      const name = `${tiles.zoom}/${tiles.west + x}/${tiles.north + y}`;
      if (!tiles.names.has(name)) continue;
      copyTile(await tileHeights(name), sidePx, x * sidePx, y * sidePx, heights, window);
    }
  }
  return heights;
}

/** Copies the part of a tile, whose first pixel is `tileLeft`, `tileTop`, that a window shows. */
function copyTile(
  tile: Float32Array,
  sidePx: number,
  tileLeft: number,
  tileTop: number,
  heights: Float32Array,
  [left, top, right, bottom]: PixelWindow,
): void {
  const from = Math.max(left, tileLeft);
  const to = Math.min(right, tileLeft + sidePx);
  for (let row = Math.max(top, tileTop); row < Math.min(bottom, tileTop + sidePx); row++) {
    const start = (row - tileTop) * sidePx - tileLeft;
    heights.set(
      tile.subarray(start + from, start + to),
      (row - top) * (right - left) + from - left,
    );
  }
}

async function tileOfSide(folder: string, name: string, sidePx: number): Promise<Float32Array> {
  const tile = await readTile(folder, name);
  if (tile.sidePx === sidePx) return tile.heights;
  const found = `${name}.png of ${tile.sidePx} pixels among tiles of ${sidePx}`;
  throw demUnreadable(folder, EXPECTED, found);
}

async function readTile(folder: string, name: string) {
  const file = join(folder, `${name}.png`);
  try {
    const bytes = await readBytes(file);
    // Colour profiles are ignored: the bytes are numbers, not colours.
    const { data, info } = await sharp(bytes, { failOn: 'warning', ignoreIcc: true })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.width !== info.height || !TILE_SIDES_PX.includes(info.width) || info.channels !== 4) {
      throw new Error(`${info.width} x ${info.height} pixels of ${info.channels} channels`);
    }
    return { sidePx: info.width, heights: terrariumHeights(data, 4) };
  } catch (error) {
    throw error instanceof AssetError ? error : demUnreadable(file, EXPECTED, error);
  }
}
