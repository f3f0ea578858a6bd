import { WGS84_SEMI_MAJOR_AXIS_M, WGS84_SEMI_MINOR_AXIS_M } from '#core/geo/ellipsoid';
import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { quantizationStepRad } from './check-header';
import { type FaultInTile, faultAt } from './tile-fault';
import type { TileLayout } from './tile-layout';
import { HEADER_AT, headerHeightsM, headerVector } from './vertex-positions';

/** From here on a point hides nothing that a camera near the Earth could see; Earth radii. */
const HIDES_NOTHING_RATIO = 10;

/** How much farther out than needed a point may be before it is worth a word. */
const GENEROUS_RATIO = 1.5;

/** Slack for heights, which the producer had finer than the tile tells them. */
const HEIGHT_SLACK_M = 1e-3;

/**
 * The horizon occlusion point against the one that the vertices need along the same direction.
 * Rounding of u, v and h is granted: one step each.
 *
 * @see K. Ring, Computing the horizon occlusion point (2013)
 */
export function checkHorizon(
  layout: TileLayout,
  tile: TileId,
  points: Float64Array,
): FaultInTile[] {
  const point = headerVector(layout, HEADER_AT.horizonPoint);
  const magnitude = Math.hypot(...point);
  const [x, y, z] = magnitude > 0 ? point.map((part) => part / magnitude) : [1, 0, 0];
  const [minM, maxM] = headerHeightsM(layout);
  const grain = {
    angleRad: quantizationStepRad(tile.z),
    radiusRatio: ((maxM - minM) / QUANTIZED_MAX + HEIGHT_SLACK_M) / WGS84_SEMI_MAJOR_AXIS_M,
  };
  let least = 1;
  let ample = 1;
  for (let i = 0; i < points.length; i += 3) {
    const px = points[i]! / WGS84_SEMI_MAJOR_AXIS_M;
    const py = points[i + 1]! / WGS84_SEMI_MAJOR_AXIS_M;
    const pz = points[i + 2]! / WGS84_SEMI_MINOR_AXIS_M;
    const radius = Math.sqrt(px * px + py * py + pz * pz);
    const angleRad = Math.acos(Math.min(1, (px * x! + py * y! + pz * z!) / radius));
    const low = angleRad - grain.angleRad;
    least = Math.max(least, neededRatio(Math.max(0, low), radius - grain.radiusRatio));
    ample = Math.max(ample, neededRatio(angleRad + grain.angleRad, radius + grain.radiusRatio));
  }
  const needed = Math.min(least, HIDES_NOTHING_RATIO);
  if (magnitude < needed * (1 - 1e-9)) {
    const expected = `at least ${needed.toFixed(7)} Earth radii`;
    return [faultAt('horizon-low', HEADER_AT.horizonPoint, expected, magnitude.toFixed(7))];
  }
  if (magnitude > ample * GENEROUS_RATIO) {
    const expected = `about ${ample.toFixed(4)} Earth radii`;
    return [faultAt('horizon-high', HEADER_AT.horizonPoint, expected, magnitude.toFixed(4))];
  }
  return [];
}

/** Distance along a direction from which on a vertex is hidden with the point; Earth radii. */
function neededRatio(angleRad: number, radiusRatio: number): number {
  const cosine = Math.cos(Math.min(Math.PI, angleRad + Math.acos(1 / Math.max(1, radiusRatio))));
  return cosine > 0 ? 1 / cosine : Infinity;
}
