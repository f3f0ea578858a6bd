import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { paintBlock } from './paint-block';
import { blockLayers, PICTURE_TILE_PX, type PictureBlock, tileBlock } from './picture-block';
import type { PaintSetup } from './picture-plan';

/**
 * Paints one tile: the part of it that lies in the data's box; the rest is clear.
 *
 * @returns RGBA of {@link PICTURE_TILE_PX} squared, row by row from the north
 */
export function paintTile(tile: TileId, setup: PaintSetup): Uint8Array {
  const whole = tileBlock(tile);
  const part = withinBox(whole, setup.fields.boxDeg);
  if (part.cols <= 0 || part.rows <= 0) return new Uint8Array(whole.cols * whole.rows * 4);
  const rgba = paintBlock(blockLayers(part, setup.fields, setup.water), setup.style);
  if (part.cols === whole.cols && part.rows === whole.rows) return rgba;
  const out = new Uint8Array(whole.cols * whole.rows * 4);
  const left = part.westPx - whole.westPx;
  const top = part.northPx - whole.northPx;
  for (let row = 0; row < part.rows; row++) {
    const line = rgba.subarray(row * part.cols * 4, (row + 1) * part.cols * 4);
    out.set(line, ((top + row) * whole.cols + left) * 4);
  }
  return out;
}

function withinBox(block: PictureBlock, box: GeoBoxDeg): PictureBlock {
  const perDeg = PICTURE_TILE_PX / tileSpanDeg(block.z);
  const westPx = Math.max(block.westPx, Math.floor((box.westDeg + 180) * perDeg));
  const northPx = Math.max(block.northPx, Math.floor((90 - box.northDeg) * perDeg));
  const eastPx = Math.min(block.westPx + block.cols, Math.ceil((box.eastDeg + 180) * perDeg));
  const southPx = Math.min(block.northPx + block.rows, Math.ceil((90 - box.southDeg) * perDeg));
  return { z: block.z, westPx, northPx, cols: eastPx - westPx, rows: southPx - northPx };
}
