import { radFromDeg } from '#core/geo/angles';
import { type Ecef, ecefFromGeodetic } from '#core/geo/ellipsoid';
import { geographicTileBox } from '#core/tiles/geographic-tiling';
import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { TileLayout } from './tile-layout';

/** Byte places inside the header. */
export const HEADER_AT = {
  center: 0,
  minHeight: 24,
  maxHeight: 28,
  sphereCenter: 32,
  sphereRadius: 56,
  horizonPoint: 64,
} as const;

/** Lowest and highest height that the header names, metres above the ellipsoid. */
export function headerHeightsM({ view }: TileLayout): readonly [number, number] {
  return [view.getFloat32(HEADER_AT.minHeight, true), view.getFloat32(HEADER_AT.maxHeight, true)];
}

/** Three doubles of the header. */
export function headerVector({ view }: TileLayout, at: number): Ecef {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true), view.getFloat64(at + 16, true)];
}

/** Earth-fixed places of all vertices as Cesium draws them, x, y, z after each other, metres. */
export function vertexPositions(layout: TileLayout, tile: TileId): Float64Array {
  const box = geographicTileBox(tile);
  const [minM, maxM] = headerHeightsM(layout);
  const points = new Float64Array(layout.vertexCount * 3);
  for (let i = 0; i < layout.vertexCount; i++) {
    const mix = (low: number, high: number, q: number) => low + ((high - low) * q) / QUANTIZED_MAX;
    const ecef = ecefFromGeodetic({
      lonRad: radFromDeg(mix(box.westDeg, box.eastDeg, layout.u[i]!)),
      latRad: radFromDeg(mix(box.southDeg, box.northDeg, layout.v[i]!)),
      heightEllipsoidalM: mix(minM, maxM, layout.h[i]!),
    });
    points.set(ecef, i * 3);
  }
  return points;
}
