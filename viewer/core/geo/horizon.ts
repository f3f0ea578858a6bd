import { type Ecef, WGS84_SEMI_MAJOR_AXIS_M, WGS84_SEMI_MINOR_AXIS_M } from './ellipsoid';

/**
 * Whether the curve of the bare ellipsoid hides a position from an observer.
 *
 * Both are scaled into the space where WGS84 is the unit sphere; the target is hidden when it lies
 * behind the plane of the horizon and inside the cone of the tangents.
 *
 * @param observer - outside the ellipsoid; from inside nothing is hidden
 * @see Cozzi and Ring, 3D Engine Design for Virtual Globes, section 12.1
 */
export function isBelowHorizon(observer: Ecef, target: Ecef): boolean {
  const from = unitSphere(observer);
  const to = unitSphere(target);
  const tangent2 = dot(from, from) - 1;
  if (tangent2 <= 0) return false;
  const toTarget: Ecef = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const inward = -dot(toTarget, from);
  return inward > tangent2 && (inward * inward) / dot(toTarget, toTarget) > tangent2;
}

function unitSphere([x, y, z]: Ecef): Ecef {
  return [x / WGS84_SEMI_MAJOR_AXIS_M, y / WGS84_SEMI_MAJOR_AXIS_M, z / WGS84_SEMI_MINOR_AXIS_M];
}

function dot(a: Ecef, b: Ecef): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
