import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { geographicTileBox, tileSpanDeg } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { drawWater, type Water, type WaterPixels } from './draw-water';
import type { PaintFields } from './paint-fields';
import { type PixelGrid, resampleField } from './resample-field';

/** Edge of a picture tile. */
export const PICTURE_TILE_PX = 512;

/** Pixels beyond the tile's edges, for slopes. */
export const MARGIN_PX = 1;

/** Metres of a degree of latitude. */
const M_PER_DEG = 110_760;

/** All that one tile is painted from: values on its pixels with a margin of one. */
export interface TileLayers {
  readonly boxDeg: GeoBoxDeg;
  readonly pixels: PixelGrid;
  /** Ground size of a pixel: north to south, and across at the tile's middle. */
  readonly metresPerPx: number;
  readonly acrossMetresPerPx: number;
  readonly heights: Float32Array;
  readonly middleForm: Float32Array;
  readonly largeForm: Float32Array;
  readonly tops: Float32Array;
  readonly lightEast: Float32Array;
  readonly lightNorth: Float32Array;
  readonly steepness: Float32Array;
  readonly coverNoise: Float32Array;
  readonly karst: Float32Array;
  readonly plain: Float32Array;
  readonly sea: Float32Array;
  readonly water: WaterPixels;
}

/** Reads and draws everything for one tile. */
export function tileLayers(tile: TileId, fields: PaintFields, water: Water): TileLayers {
  const box = geographicTileBox(tile);
  const stepDeg = tileSpanDeg(tile.z) / PICTURE_TILE_PX;
  const side = PICTURE_TILE_PX + 2 * MARGIN_PX;
  const pixels: PixelGrid = {
    westDeg: box.westDeg - MARGIN_PX * stepDeg,
    northDeg: box.northDeg + MARGIN_PX * stepDeg,
    stepDeg,
    cols: side,
    rows: side,
  };
  const metresPerPx = stepDeg * M_PER_DEG;
  const middleRad = (((box.southDeg + box.northDeg) / 2) * Math.PI) / 180;
  return {
    boxDeg: fields.boxDeg,
    pixels,
    metresPerPx,
    acrossMetresPerPx: stepDeg * 111_320 * Math.cos(middleRad),
    heights: resampleField(fields.heights, pixels),
    middleForm: resampleField(fields.middleForm, pixels),
    largeForm: resampleField(fields.largeForm, pixels),
    tops: resampleField(fields.tops, pixels),
    lightEast: resampleField(fields.lightEast, pixels),
    lightNorth: resampleField(fields.lightNorth, pixels),
    steepness: resampleField(fields.steepness, pixels),
    coverNoise: resampleField(fields.coverNoise, pixels),
    karst: resampleField(fields.karst, pixels),
    plain: resampleField(fields.plain, pixels),
    sea: resampleField(fields.sea, pixels),
    water: drawWater(water, pixels, metresPerPx),
  };
}
