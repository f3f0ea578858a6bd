import { WGS84_SEMI_MAJOR_AXIS_M } from '#core/geo/ellipsoid';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { geographicTileBox, tileSpanDeg } from '#core/tiles/geographic-tiling';
import type { TileId } from '#core/tiles/tile-id';
import { type WaterArea, type WaterCourse, type WaterShapes, waterInBox } from './water-shapes';

/** Sides of a full mask, pixels. @see quantized-mesh 1.0, Water Mask */
export const WATER_MASK_SIDE_PX = 256;

const FULL = 255;
const METRES_PER_DEG = (Math.PI / 180) * WGS84_SEMI_MAJOR_AXIS_M;

/** Rows of sub-pixels in a pixel of a lake's shore. */
const SUBROWS = 4;

/** Shades between land and water: more would only cost bytes. */
const SHADES = 15;

/**
 * The water mask of a tile: how much of each pixel is water.
 *
 * @returns 256 x 256 bytes, 0 land to 255 water, rows from the north; one byte where all are alike
 */
export function rasterWaterMask(shapes: WaterShapes, tile: TileId): Uint8Array {
  const box = geographicTileBox(tile);
  const near = waterInBox(shapes, box);
  if (near.length === 0) return Uint8Array.of(0);
  const pixels = pixelsOver(box, tileSpanDeg(tile.z) / WATER_MASK_SIDE_PX);
  for (const shape of near) {
    if (shape.type === 'area') fillArea(pixels, shape);
    else drawCourse(pixels, shape);
  }
  const mask = Uint8Array.from(pixels.cover, (cover) =>
    Math.round((Math.round(cover * SHADES) * FULL) / SHADES),
  );
  return mask.every((value) => value === mask[0]) ? mask.slice(0, 1) : mask;
}

/** The pixels of a tile; the share of each that is water. */
interface MaskPixels {
  readonly box: GeoBoxDeg;
  readonly pixelDeg: number;
  readonly colStepM: number;
  readonly rowStepM: number;
  readonly cover: Float32Array;
}

function pixelsOver(box: GeoBoxDeg, pixelDeg: number): MaskPixels {
  const middleRad = (((box.southDeg + box.northDeg) / 2) * Math.PI) / 180;
  const rowStepM = pixelDeg * METRES_PER_DEG;
  const colStepM = rowStepM * Math.max(1e-3, Math.cos(middleRad));
  const cover = new Float32Array(WATER_MASK_SIDE_PX * WATER_MASK_SIDE_PX);
  return { box, pixelDeg, colStepM, rowStepM, cover };
}

/** Even-odd over the sub-rows of the pixels; areas that lie on each other count once. */
function fillArea({ box, pixelDeg, cover }: MaskPixels, area: WaterArea): void {
  const own = new Float32Array(cover.length);
  const rowOf = (latDeg: number) => (box.northDeg - latDeg) / pixelDeg;
  const top = Math.max(0, Math.floor(rowOf(area.boxDeg.northDeg)));
  const bottom = Math.min(WATER_MASK_SIDE_PX - 1, Math.floor(rowOf(area.boxDeg.southDeg)));
  for (let row = top; row <= bottom; row++) {
    for (let sub = 0; sub < SUBROWS; sub++) {
      const latDeg = box.northDeg - (row + (sub + 0.5) / SUBROWS) * pixelDeg;
      const crossings = crossingsAt(area.ringsDeg, latDeg);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = (crossings[i]! - box.westDeg) / pixelDeg;
        const to = (crossings[i + 1]! - box.westDeg) / pixelDeg;
        addSpan(own, row, from, to);
      }
    }
  }
  for (let i = 0; i < own.length; i++) cover[i] = Math.max(cover[i]!, Math.min(1, own[i]!));
}

/** Longitudes at which rings cross a parallel, from the west. */
function crossingsAt(rings: readonly Float64Array[], latDeg: number): readonly number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    let [x0, y0] = [ring[ring.length - 2]!, ring[ring.length - 1]!];
    for (let i = 0; i < ring.length; i += 2) {
      const [x1, y1] = [ring[i]!, ring[i + 1]!];
      if (y0 <= latDeg !== y1 <= latDeg) {
        crossings.push(x0 + ((latDeg - y0) / (y1 - y0)) * (x1 - x0));
      }
      [x0, y0] = [x1, y1];
    }
  }
  return crossings.sort((a, b) => a - b);
}

function addSpan(cover: Float32Array, row: number, from: number, to: number): void {
  const last = Math.min(WATER_MASK_SIDE_PX - 1, Math.floor(to));
  for (let col = Math.max(0, Math.floor(from)); col <= last; col++) {
    const share = Math.min(to, col + 1) - Math.max(from, col);
    const at = row * WATER_MASK_SIDE_PX + col;
    if (share > 0) cover[at] = cover[at]! + share / SUBROWS;
  }
}

function drawCourse(pixels: MaskPixels, { pointsDeg, widthM }: WaterCourse): void {
  for (let i = 0; i + 1 < widthM.length; i++) {
    const width = (widthM[i]! + widthM[i + 1]!) / 2;
    drawPiece(pixels, pointsDeg.subarray(2 * i, 2 * i + 4), width);
  }
}

/** One straight piece with round ends; narrower than a pixel it is a paler line of a pixel. */
function drawPiece(pixels: MaskPixels, ends: Float64Array, widthM: number): void {
  const { box, pixelDeg, colStepM, rowStepM, cover } = pixels;
  const ax = (ends[0]! - box.westDeg) / pixelDeg - 0.5;
  const ay = (box.northDeg - ends[1]!) / pixelDeg - 0.5;
  const ex = (ends[2]! - ends[0]!) / pixelDeg;
  const ey = (ends[1]! - ends[3]!) / pixelDeg;
  const strength = Math.min(1, widthM / rowStepM);
  // Paler than half a shade: nothing to see.
  if (strength * SHADES < 0.5) return;
  const halfM = Math.max(widthM, rowStepM) / 2;
  const farX = (halfM + colStepM) / colStepM;
  const farY = (halfM + rowStepM) / rowStepM;
  const last = WATER_MASK_SIDE_PX - 1;
  const left = Math.max(0, Math.ceil(Math.min(ax, ax + ex) - farX));
  const right = Math.min(last, Math.floor(Math.max(ax, ax + ex) + farX));
  const top = Math.max(0, Math.ceil(Math.min(ay, ay + ey) - farY));
  const bottom = Math.min(last, Math.floor(Math.max(ay, ay + ey) + farY));
  const [exM, eyM] = [ex * colStepM, ey * rowStepM];
  const squared = exM * exM + eyM * eyM || 1e-9;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const [dxM, dyM] = [(x - ax) * colStepM, (y - ay) * rowStepM];
      const along = Math.min(1, Math.max(0, (dxM * exM + dyM * eyM) / squared));
      const awayM = Math.hypot(dxM - along * exM, dyM - along * eyM);
      const covered = strength * Math.min(1, Math.max(0, 0.5 + (halfM - awayM) / rowStepM));
      const at = y * WATER_MASK_SIDE_PX + x;
      if (covered > cover[at]!) cover[at] = covered;
    }
  }
}
