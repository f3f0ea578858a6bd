/** Where and how an arrow to another viewpoint lies on the ground before the visitor. */
export interface LinkArrow {
  /** Compass heading of the arrow and of its point: exactly that of the other viewpoint. */
  readonly headingDeg: number;
  /** Direction of the arrow's middle below the horizon, negative. */
  readonly pitchDeg: number;
  /** Distance of its middle from the eye, in heights of the eye over the ground. */
  readonly distanceEyes: number;
  /** How steeply the arrow itself rises (+) or falls along its heading. */
  readonly slopeDeg: number;
}

/** On level ground the arrow lies as far away as it is comfortable to look down. */
const LEVEL_PITCH_DEG = -19;
/** A steep way down is looked at more steeply, a way up less. */
const PITCH_PER_SLOPE = 0.35;
const STEEPEST_PITCH_DEG = -24;
const FLATTEST_PITCH_DEG = -14;
/** An arrow that falls as steeply as the eye looks would be seen from its edge. */
const LEAST_OPENING_DEG = 17;
const STEEPEST_SLOPE_DEG = 30;

/**
 * The arrow of a link. Its heading is the true one; its slope follows the way up or down as far as
 * it can still be seen.
 *
 * @param sighting - direction to the other viewpoint, through ECEF and ENU
 */
export function linkArrowOf(sighting: {
  readonly headingDeg: number;
  readonly pitchDeg: number;
}): LinkArrow {
  const slopeDeg = Math.max(-STEEPEST_SLOPE_DEG, Math.min(STEEPEST_SLOPE_DEG, sighting.pitchDeg));
  const pitchDeg = Math.max(
    STEEPEST_PITCH_DEG,
    Math.min(FLATTEST_PITCH_DEG, LEVEL_PITCH_DEG + slopeDeg * PITCH_PER_SLOPE),
  );
  return {
    headingDeg: sighting.headingDeg,
    pitchDeg,
    distanceEyes: 1 / Math.sin((-pitchDeg * Math.PI) / 180),
    slopeDeg: Math.max(slopeDeg, pitchDeg + LEAST_OPENING_DEG),
  };
}
