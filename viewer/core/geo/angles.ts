/** One full turn in radians. */
export const TURN_RAD = 2 * Math.PI;

const RAD_PER_DEG = Math.PI / 180;

/** Radians of an angle in degrees. */
export function radFromDeg(angleDeg: number): number {
  return angleDeg * RAD_PER_DEG;
}

/** Degrees of an angle in radians. */
export function degFromRad(angleRad: number): number {
  return angleRad / RAD_PER_DEG;
}

/**
 * The same direction as a heading in [0, 360).
 *
 * @param headingDeg - compass azimuth, any range
 * @throws RangeError if `headingDeg` is not finite
 */
export function wrapHeadingDeg(headingDeg: number): number {
  requireFinite(headingDeg, 'heading in degrees');
  const wrapped = headingDeg % 360;
  return wrapped < 0 ? wrapped + 360 : wrapped + 0;
}

/**
 * The same angle in (-pi, pi].
 *
 * @param angleRad - any range
 * @throws RangeError if `angleRad` is not finite
 */
export function wrapPiRad(angleRad: number): number {
  requireFinite(angleRad, 'angle in radians');
  const turned = angleRad % TURN_RAD;
  if (turned > Math.PI) return turned - TURN_RAD;
  if (turned <= -Math.PI) return turned + TURN_RAD;
  return turned;
}

/**
 * Smallest turn from one heading to another.
 *
 * @returns degrees in (-180, 180], positive clockwise
 */
export function headingDifferenceDeg(fromDeg: number, toDeg: number): number {
  return degFromRad(wrapPiRad(radFromDeg(toDeg - fromDeg)));
}

function requireFinite(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite ${what}, got ${value}.`);
}
