import { radFromDeg } from '#core/geo/angles';
import { type Ecef, WGS84_SEMI_MAJOR_AXIS_M } from '#core/geo/ellipsoid';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { type FaultInTile, faultAt } from './tile-fault';
import type { TileLayout } from './tile-layout';
import { HEADER_AT, headerHeightsM, headerVector } from './vertex-positions';

/** How far a vertex may lie outside a bounding volume, beside what rounding u and v moves it. */
export const VOLUME_TOLERANCE_M = 1;

/** One quantisation step of u or v on the ground of a level at the equator, radians. */
export function quantizationStepRad(z: number): number {
  return radFromDeg(tileSpanDeg(z)) / QUANTIZED_MAX;
}

/** The header alone: finite numbers, a radius, heights in order. */
export function checkHeaderNumbers(layout: TileLayout): FaultInTile[] {
  const faults: FaultInTile[] = [];
  for (const [name, at] of Object.entries(HEADER_AT)) {
    const isVector = name === 'center' || name === 'sphereCenter' || name === 'horizonPoint';
    const isFloat = name === 'minHeight' || name === 'maxHeight';
    const values = isVector
      ? headerVector(layout, at)
      : [isFloat ? layout.view.getFloat32(at, true) : layout.view.getFloat64(at, true)];
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad < 0) continue;
    const found = `${values[bad]} in ${name}`;
    faults.push(faultAt('header-not-finite', at + bad * 8, 'finite numbers', found));
  }
  const [minM, maxM] = headerHeightsM(layout);
  if (minM > maxM) {
    const found = `${minM} m and ${maxM} m`;
    faults.push(faultAt('header-heights', HEADER_AT.minHeight, 'minimum <= maximum', found));
  }
  return faults;
}

/** Centre and bounding sphere against the vertices; the header's numbers must be finite. */
export function checkVolumes(layout: TileLayout, tile: TileId, points: Float64Array) {
  const toleranceM = VOLUME_TOLERANCE_M + quantizationStepRad(tile.z) * WGS84_SEMI_MAJOR_AXIS_M;
  const faults: FaultInTile[] = [];
  const box = boxOf(points);
  const offM = distanceM(headerVector(layout, HEADER_AT.center), box.middle) - box.halfDiagonalM;
  if (!(offM <= toleranceM)) {
    const found = `${offM.toFixed(1)} m outside`;
    faults.push(faultAt('header-center', HEADER_AT.center, 'the centre inside the tile', found));
  }
  const sphereCenter = headerVector(layout, HEADER_AT.sphereCenter);
  const radiusM = layout.view.getFloat64(HEADER_AT.sphereRadius, true);
  let worstM = 0;
  for (let i = 0; i < points.length; i += 3) {
    worstM = Math.max(worstM, distanceM(sphereCenter, pointAt(points, i)) - radiusM);
  }
  if (worstM > toleranceM) {
    const expected = `every vertex inside, to ${toleranceM.toFixed(1)} m`;
    const found = `one ${worstM.toFixed(1)} m outside the sphere`;
    faults.push(faultAt('sphere-small', HEADER_AT.sphereCenter, expected, found));
  }
  return faults;
}

function boxOf(points: Float64Array): { middle: Ecef; halfDiagonalM: number } {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const axis = i % 3;
    low[axis] = Math.min(low[axis]!, points[i]!);
    high[axis] = Math.max(high[axis]!, points[i]!);
  }
  const middle: Ecef = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  return { middle, halfDiagonalM: distanceM(middle, high) };
}

function pointAt(points: Float64Array, at: number): Ecef {
  return [points[at]!, points[at + 1]!, points[at + 2]!];
}

function distanceM(a: Ecef, b: Ecef): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
