import { degFromRad, radFromDeg } from '../geo/angles';
import { WGS84_SEMI_MAJOR_AXIS_M } from '../geo/ellipsoid';
import {
  geographicTileBox,
  geographicTilesCovering,
  tileSpanDeg,
  tilesInRange,
} from '../tiles/geographic-tiling';
import type { TileId } from '../tiles/tile-id';

/** A small square map with north up and a viewpoint in its middle. */
export interface MinimapFrame {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly metresPerPx: number;
  readonly sizePx: number;
}

/** A tile of the relief picture and where it lies on the map. */
export interface MinimapTile {
  readonly tile: TileId;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const M_PER_LAT_DEG = radFromDeg(1) * WGS84_SEMI_MAJOR_AXIS_M;
/** Edge of a tile's picture. */
const TILE_PX = 512;

/**
 * Where a place lies on the map. Flat: at the few kilometres that the map spans, the error is
 * below a pixel.
 *
 * @returns pixels from the map's upper left corner; may lie outside
 */
export function minimapPoint(
  frame: MinimapFrame,
  place: { readonly lonDeg: number; readonly latDeg: number },
): { readonly xPx: number; readonly yPx: number } {
  const mPerLonDeg = M_PER_LAT_DEG * Math.cos(radFromDeg(frame.latDeg));
  return {
    xPx: frame.sizePx / 2 + ((place.lonDeg - frame.lonDeg) * mPerLonDeg) / frame.metresPerPx,
    yPx: frame.sizePx / 2 - ((place.latDeg - frame.latDeg) * M_PER_LAT_DEG) / frame.metresPerPx,
  };
}

/**
 * Tiles of the relief picture that cover the map, as coarse as the map's pixels allow.
 *
 * @param maxLevel - deepest level that there is
 */
export function minimapTiles(frame: MinimapFrame, maxLevel: number): readonly MinimapTile[] {
  const reachM = (frame.sizePx / 2) * frame.metresPerPx;
  const latReachDeg = reachM / M_PER_LAT_DEG;
  const lonReachDeg = latReachDeg / Math.cos(radFromDeg(frame.latDeg));
  const wantedLevel = Math.ceil(Math.log2((180 * M_PER_LAT_DEG) / (TILE_PX * frame.metresPerPx)));
  const z = Math.max(0, Math.min(maxLevel, wantedLevel));
  const range = geographicTilesCovering(
    {
      westDeg: frame.lonDeg - lonReachDeg,
      southDeg: frame.latDeg - latReachDeg,
      eastDeg: frame.lonDeg + lonReachDeg,
      northDeg: frame.latDeg + latReachDeg,
    },
    z,
  );
  return tilesInRange(range).map((tile) => {
    const box = geographicTileBox(tile);
    const corner = minimapPoint(frame, { lonDeg: box.westDeg, latDeg: box.northDeg });
    const opposite = minimapPoint(frame, {
      lonDeg: box.westDeg + tileSpanDeg(z),
      latDeg: box.southDeg,
    });
    return {
      tile,
      leftPx: corner.xPx,
      topPx: corner.yPx,
      widthPx: opposite.xPx - corner.xPx,
      heightPx: opposite.yPx - corner.yPx,
    };
  });
}

/**
 * Corners of the cone of view, from the map's middle.
 *
 * @param reachPx - length of its sides
 * @returns points of an SVG path, relative to the middle, for a look to the north
 */
export function viewCone(horizontalFovDeg: number, reachPx: number): string {
  const half = radFromDeg(Math.min(170, horizontalFovDeg) / 2);
  const x = reachPx * Math.sin(half);
  const y = -reachPx * Math.cos(half);
  const round = (value: number): string => value.toFixed(1);
  return `M0 0L${round(-x)} ${round(y)}A${reachPx} ${reachPx} 0 0 1 ${round(x)} ${round(y)}Z`;
}

/** Horizontal field of view of a window. */
export function horizontalFovDeg(verticalFovDeg: number, aspect: number): number {
  return 2 * degFromRad(Math.atan(Math.tan(radFromDeg(verticalFovDeg) / 2) * aspect));
}
