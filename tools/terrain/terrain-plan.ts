import type { GeoBoxDeg } from '#core/tiles/geo-box';
import {
  geographicTilesCovering,
  type TileRange,
  tileSpanDeg,
} from '#core/tiles/geographic-tiling';
import { boxesWithoutSeam, boxGrownRound } from './lon-circle';

/** Down to this level the whole world has tiles: beyond the data Cesium magnifies them. */
export const LAST_WORLD_LEVEL = 3;

/** Down to this level the belt around the data has tiles of its own. */
const LAST_BELT_LEVEL = 8;

const WORLD: GeoBoxDeg = { westDeg: -180, southDeg: -90, eastDeg: 180, northDeg: 90 };

/**
 * The tiles of a set, one rectangle per level, or two where the data lie on both sides of the
 * antimeridian: the world at the first levels, then the data with its belt, then the data alone.
 * Every tile's parent is among them.
 *
 * @param dataBox - where there are heights; its east may lie beyond 180
 * @param blendDeg - width of the belt in which the ground falls to sea level
 */
export function terrainPlan(
  dataBox: GeoBoxDeg,
  blendDeg: number,
  maxLevel: number,
): readonly TileRange[] {
  const ranges: TileRange[] = [];
  for (let z = 0; z <= maxLevel; z++) {
    const marginDeg = z <= LAST_BELT_LEVEL ? blendDeg : Math.min(blendDeg, tileSpanDeg(z) / 2);
    const box = z <= LAST_WORLD_LEVEL ? WORLD : boxGrownRound(dataBox, marginDeg);
    const parts = boxesWithoutSeam(box).map((part) => geographicTilesCovering(part, z));
    ranges.push(...withoutOverlap(parts));
  }
  return ranges;
}

/** Two rectangles that meet round the back of the Earth are one. */
function withoutOverlap(ranges: readonly TileRange[]): readonly TileRange[] {
  const [first, second] = ranges;
  if (first === undefined || second === undefined || first.endX + 1 < second.startX) return ranges;
  return [{ ...first, endX: second.endX }];
}

/** Tiles in all ranges. */
export function tileCount(ranges: readonly TileRange[]): number {
  let count = 0;
  for (const range of ranges) {
    count += (range.endX - range.startX + 1) * (range.endY - range.startY + 1);
  }
  return count;
}

/** What {@link layerJson} says besides the tiles. */
export interface LayerDescription {
  readonly name: string;
  readonly attribution: string;
  /** Changes with the content: part of every tile's address. */
  readonly version: string;
  readonly dataBoxDeg: GeoBoxDeg;
  readonly hasWaterMask: boolean;
  /** Error allowed in tiles of each level, metres; `null` where they are regular grids. */
  readonly maxErrorsM?: readonly (number | null)[];
}

/**
 * The `layer.json` that Cesium's terrain provider reads.
 *
 * @see TileJSON 2.1.0 and its use in Cesium: `available` holds rectangles per level, TMS
 */
export function layerJson(ranges: readonly TileRange[], layer: LayerDescription): unknown {
  const { westDeg, southDeg, eastDeg, northDeg } = layer.dataBoxDeg;
  const isRound = eastDeg - westDeg >= 360;
  return {
    tilejson: '2.1.0',
    name: layer.name,
    version: '1.0.0',
    format: 'quantized-mesh-1.0',
    scheme: 'tms',
    projection: 'EPSG:4326',
    tiles: [`{z}/{x}/{y}.terrain?v=${layer.version}`],
    extensions: ['octvertexnormals', ...(layer.hasWaterMask ? ['watermask'] : [])],
    attribution: layer.attribution,
    ...(layer.maxErrorsM && { maxErrorsM: layer.maxErrorsM }),
    minzoom: 0,
    maxzoom: ranges.at(-1)?.z ?? 0,
    bounds: [-180, -90, 180, 90],
    // As RFC 7946 has it: a west greater than the east crosses the antimeridian.
    dataBounds: isRound
      ? [-180, southDeg, 180, northDeg]
      : [westDeg, southDeg, eastDeg > 180 ? eastDeg - 360 : eastDeg, northDeg],
    available: availableOf(ranges),
  };
}

function availableOf(ranges: readonly TileRange[]) {
  const levels: Omit<TileRange, 'z'>[][] = [];
  for (const { z, startX, startY, endX, endY } of ranges) {
    const level = levels[z] ?? [];
    level.push({ startX, startY, endX, endY });
    levels[z] = level;
  }
  return levels;
}
