import { WGS84_SEMI_MAJOR_AXIS_M } from '../geo/ellipsoid';
import type { Undulation } from '../geo/world-geoid';
import type { GeoBoxDeg } from './geo-box';
import { geographicTileBox, tileSpanDeg } from './geographic-tiling';
import type { Coverage, HeightWindow } from './relief-picture';
import { RTIN_MARGIN_POSTS } from './rtin';
import { TERRAIN_TILE_SEGMENTS } from './terrain-mesh';
import type { TileId } from './tile-id';
import type { GroundHeight } from './tile-posts';
import { geoFromTile, MERCATOR_EDGE_LAT_DEG, tileFromGeo } from './web-mercator';

/** Heights of a web mercator tile, square, row by row from the north-west, above the geoid. */
export interface MercatorTile {
  readonly sidePx: number;
  readonly heightsOrthometricM: Float32Array;
}

/** Address of a web mercator tile, XYZ. */
export interface MercatorTileId {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/**
 * The zoom whose pixels are about as far apart as the posts of a geographic level: its tiles are
 * four times as wide.
 */
export function mercatorZoomOfLevel(z: number, maxZoom: number): number {
  return Math.min(maxZoom, Math.max(0, z - 1));
}

/** The deepest geographic level that a zoom has pixels for. */
export function levelOfMercatorZoom(zoom: number): number {
  return zoom + 1;
}

/**
 * The web mercator tiles that the posts of a geographic tile and its margin are read from.
 *
 * @param tile - geographic
 */
export function mercatorTilesUnder(tile: TileId, zoom: number): readonly MercatorTileId[] {
  const box = geographicTileBox(tile);
  // Regular tiles have wider steps than adaptive ones, but a margin of a single post.
  const marginDeg = (RTIN_MARGIN_POSTS * tileSpanDeg(tile.z)) / TERRAIN_TILE_SEGMENTS;
  const count = 2 ** zoom;
  // Bilinear reading looks half a pixel over a tile's edge.
  const reach = 1 / 128;
  const [westX, northY] = tileFromGeo(
    box.westDeg - marginDeg,
    clampLat(box.northDeg + marginDeg),
    zoom,
  );
  const [eastX, southY] = tileFromGeo(
    box.eastDeg + marginDeg,
    clampLat(box.southDeg - marginDeg),
    zoom,
  );
  const firstX = Math.floor(westX - reach);
  const lastX = Math.min(firstX + count - 1, Math.floor(eastX + reach));
  const firstY = Math.max(0, Math.floor(northY - reach));
  const lastY = Math.min(count - 1, Math.floor(southY + reach));
  const tiles: MercatorTileId[] = [];
  for (let y = firstY; y <= lastY; y++) {
    for (let x = firstX; x <= lastX; x++) tiles.push({ zoom, x: wrapped(x, count), y });
  }
  return tiles;
}

/**
 * The ground that web mercator tiles of one zoom show, bilinear between the centres of their
 * pixels. The sea and what lies below it is flat: so are the few dry places below the sea.
 *
 * @param tileOf - gives the tile of an address; `undefined` reads as the sea
 */
export function mercatorGround(
  zoom: number,
  tileOf: (x: number, y: number) => MercatorTile | undefined,
  undulationM: Undulation,
): GroundHeight {
  const count = 2 ** zoom;
  return (lonDeg, latDeg) => {
    const [x, y] = tileFromGeo(lonDeg, clampLat(latDeg), zoom);
    const seaM = undulationM(lonDeg, latDeg);
    const tileX = wrapped(Math.floor(x), count);
    const tileY = Math.min(count - 1, Math.max(0, Math.floor(y)));
    const tile = tileOf(tileX, tileY);
    if (tile === undefined) return seaM;
    const { sidePx } = tile;
    const col = (x - Math.floor(x)) * sidePx - 0.5;
    const row = (y - tileY) * sidePx - 0.5;
    const at = (px: number, py: number): number => pixel(tileOf, count, sidePx, px, py);
    const left = Math.floor(col) + tileX * sidePx;
    const top = Math.floor(row) + tileY * sidePx;
    const [fx, fy] = [col - Math.floor(col), row - Math.floor(row)];
    const north = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
    const south = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
    return seaM + north * (1 - fy) + south * fy;
  };
}

/** The tiles that a picture of one tile with a margin reads: itself and its neighbours. */
export function mercatorTilesAround({ zoom, x, y }: MercatorTileId): readonly MercatorTileId[] {
  const count = 2 ** zoom;
  const tiles = new Map<string, MercatorTileId>();
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const id = { zoom, x: wrapped(x + dx, count), y: y + dy };
      if (id.y >= 0 && id.y < count) tiles.set(`${id.x}/${id.y}`, id);
    }
  }
  return [...tiles.values()];
}

/**
 * Heights of a tile's pixels with a margin from its neighbours.
 *
 * @param tileOf - as for {@link mercatorGround}
 */
export function mercatorWindow(
  { zoom, x, y }: MercatorTileId,
  marginPx: number,
  tileOf: (x: number, y: number) => MercatorTile | undefined,
): HeightWindow {
  const count = 2 ** zoom;
  const sidePx = tileOf(x, y)?.sidePx ?? 256;
  const stride = sidePx + 2 * marginPx;
  const heightsOrthometricM = new Float32Array(stride * stride);
  for (let row = 0; row < stride; row++) {
    for (let col = 0; col < stride; col++) {
      const px = x * sidePx + col - marginPx;
      const py = y * sidePx + row - marginPx;
      heightsOrthometricM[row * stride + col] = pixel(tileOf, count, sidePx, px, py);
    }
  }
  const [, latDeg] = geoFromTile(x + 0.5, y + 0.5, zoom);
  const equatorM = 2 * Math.PI * WGS84_SEMI_MAJOR_AXIS_M;
  const metresPerPx = (equatorM * Math.cos((latDeg * Math.PI) / 180)) / (count * sidePx);
  return { sidePx, marginPx, heightsOrthometricM, metresPerPx };
}

/** Width of the belt in which a picture fades out inside its box. */
const FADE_DEG = 0.8;

/** How much of a picture is there, by column and row of a tile: it fades out towards a box's edge. */
export function mercatorCoverage(
  { zoom, x, y }: MercatorTileId,
  sidePx: number,
  boxDeg: GeoBoxDeg,
): Coverage {
  const share = (valueDeg: number, lowDeg: number, highDeg: number): number => {
    const inside = Math.min(valueDeg - lowDeg, highDeg - valueDeg) / FADE_DEG;
    const t = Math.min(1, Math.max(0, inside));
    return t * t * (3 - 2 * t);
  };
  const cols = new Float32Array(sidePx);
  const rows = new Float32Array(sidePx);
  for (let i = 0; i < sidePx; i++) {
    const [lonDeg, latDeg] = geoFromTile(x + (i + 0.5) / sidePx, y + (i + 0.5) / sidePx, zoom);
    cols[i] = share(lonDeg, boxDeg.westDeg, boxDeg.eastDeg);
    rows[i] = share(latDeg, boxDeg.southDeg, boxDeg.northDeg);
  }
  return { cols, rows };
}

/**
 * A quarter of a tile as a tile of the zoom below, bilinear.
 *
 * @param right - 0 for the west half, 1 for the east half
 * @param lower - 0 for the north half, 1 for the south half
 */
export function quarterOf(tile: MercatorTile, right: number, lower: number): MercatorTile {
  const { sidePx, heightsOrthometricM: from } = tile;
  const heights = new Float32Array(sidePx * sidePx);
  const spot = (i: number, half: number): readonly [number, number, number] => {
    const at = Math.min(sidePx - 1, Math.max(0, (half * sidePx + i + 0.5) / 2 - 0.5));
    const first = Math.min(sidePx - 2, Math.floor(at));
    return [first, first + 1, at - first];
  };
  for (let row = 0; row < sidePx; row++) {
    const [y0, y1, fy] = spot(row, lower);
    for (let col = 0; col < sidePx; col++) {
      const [x0, x1, fx] = spot(col, right);
      const north = from[y0 * sidePx + x0]! * (1 - fx) + from[y0 * sidePx + x1]! * fx;
      const south = from[y1 * sidePx + x0]! * (1 - fx) + from[y1 * sidePx + x1]! * fx;
      heights[row * sidePx + col] = north * (1 - fy) + south * fy;
    }
  }
  return { sidePx, heightsOrthometricM: heights };
}

/** Height of a pixel of the whole world's picture; sea for what is void or below the sea. */
function pixel(
  tileOf: (x: number, y: number) => MercatorTile | undefined,
  count: number,
  sidePx: number,
  px: number,
  py: number,
): number {
  const col = wrapped(px, count * sidePx);
  const row = Math.min(count * sidePx - 1, Math.max(0, py));
  const tileX = Math.floor(col / sidePx);
  const tileY = Math.floor(row / sidePx);
  const heights = tileOf(tileX, tileY)?.heightsOrthometricM;
  const heightM = heights?.[(row - tileY * sidePx) * sidePx + col - tileX * sidePx] ?? 0;
  return Number.isNaN(heightM) ? 0 : Math.max(heightM, 0);
}

function wrapped(value: number, count: number): number {
  return ((value % count) + count) % count;
}

function clampLat(latDeg: number): number {
  return Math.min(MERCATOR_EDGE_LAT_DEG, Math.max(-MERCATOR_EDGE_LAT_DEG, latDeg));
}
