import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { drawWater, type Water, type WaterPixels } from './draw-water';
import type { PaintFields } from './paint-fields';
import { M_PER_LAT_DEG, type PixelGrid, resampleField } from './resample-field';
import { smooth } from './shading';
import { drainageOf, drawStreams, STREAMS_BELOW_M_PER_PX, type StreamPixels } from './streams';

/** Edge of a picture tile. */
export const PICTURE_TILE_PX = 512;

/** Pixels beyond a block's edges: for slopes, and for slopes of what is drawn after slopes. */
export const MARGIN_PX = 2;

/** A rectangle of the world's pixels of one level, counted from the world's north-west corner. */
export interface PictureBlock {
  readonly z: number;
  readonly westPx: number;
  readonly northPx: number;
  readonly cols: number;
  readonly rows: number;
}

/** All that one block is painted from: values on its pixels with a margin. */
export interface BlockLayers {
  readonly boxDeg: GeoBoxDeg;
  readonly pixels: PixelGrid;
  /** Ground size of a pixel from north to south. */
  readonly metresPerPx: number;
  readonly heights: Float32Array;
  readonly middleForm: Float32Array;
  readonly largeForm: Float32Array;
  readonly tops: Float32Array;
  readonly skyNear: Float32Array;
  readonly skyFar: Float32Array;
  readonly lightEast: Float32Array;
  readonly lightNorth: Float32Array;
  readonly steepness: Float32Array;
  readonly coverNoise: Float32Array;
  readonly karst: Float32Array;
  readonly plain: Float32Array;
  readonly sea: Float32Array;
  readonly terraces: Float32Array;
  /** Tangent of the height of the horizon towards the evening sun; only for the dusk picture. */
  readonly duskHorizon: Float32Array | undefined;
  readonly water: WaterPixels;
  /** Streams in the thalwegs; only close by. */
  readonly streams: StreamPixels | undefined;
}

/** The block of a whole tile. */
export function tileBlock(tile: TileId): PictureBlock {
  const xyzY = tile.scheme === 'xyz' ? tile.y : 2 ** tile.z - 1 - tile.y;
  return {
    z: tile.z,
    westPx: tile.x * PICTURE_TILE_PX,
    northPx: xyzY * PICTURE_TILE_PX,
    cols: PICTURE_TILE_PX,
    rows: PICTURE_TILE_PX,
  };
}

/** Reads and draws everything for one block. */
export function blockLayers(block: PictureBlock, fields: PaintFields, water: Water): BlockLayers {
  const pixels: PixelGrid = {
    westPx: block.westPx - MARGIN_PX,
    northPx: block.northPx - MARGIN_PX,
    stepDeg: tileSpanDeg(block.z) / PICTURE_TILE_PX,
    cols: block.cols + 2 * MARGIN_PX,
    rows: block.rows + 2 * MARGIN_PX,
  };
  const metresPerPx = pixels.stepDeg * M_PER_LAT_DEG;
  return {
    boxDeg: fields.boxDeg,
    pixels,
    metresPerPx,
    heights: resampleField(fields.heights, pixels),
    middleForm: resampleField(fields.middleForm, pixels),
    largeForm: resampleField(fields.largeForm, pixels),
    tops: resampleField(fields.tops, pixels),
    skyNear: resampleField(fields.skyNear, pixels),
    skyFar: resampleField(fields.skyFar, pixels),
    lightEast: resampleField(fields.lightEast, pixels),
    lightNorth: resampleField(fields.lightNorth, pixels),
    steepness: resampleField(fields.steepness, pixels),
    coverNoise: resampleField(fields.coverNoise, pixels),
    karst: resampleField(fields.karst, pixels),
    plain: resampleField(fields.plain, pixels),
    sea: resampleField(fields.sea, pixels),
    terraces: resampleField(fields.terraces, pixels),
    duskHorizon: fields.duskHorizon && resampleField(fields.duskHorizon, pixels),
    streams:
      metresPerPx < STREAMS_BELOW_M_PER_PX
        ? drawStreams(drainageOf(fields.heights), pixels, metresPerPx)
        : undefined,
    water: withFoundLakes(drawWater(water, pixels, metresPerPx), fields, pixels),
  };
}

function withFoundLakes(drawn: WaterPixels, fields: PaintFields, pixels: PixelGrid): WaterPixels {
  if (fields.lake === undefined) return drawn;
  const found = resampleField(fields.lake, pixels);
  for (let i = 0; i < found.length; i++) {
    drawn.lake[i] = Math.max(drawn.lake[i]!, smooth(0.38, 0.62, found[i]!));
  }
  return drawn;
}
