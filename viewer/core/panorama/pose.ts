import { degFromRad, radFromDeg, wrapHeadingDeg, wrapPiRad } from '../geo/angles';

/** Orientation of a panorama's image centre in the local horizon frame (GPano Pose*Degrees). */
export interface PanoramaPose {
  /** Compass azimuth of the image centre, 0 = true north, clockwise. */
  readonly headingDeg: number;
  /** Camera pitch, + = the centre looks above the horizon. */
  readonly pitchDeg: number;
  /** Camera roll, + = the camera's right side is down. */
  readonly rollDeg: number;
}

/**
 * Image yaw at which a compass heading appears in a levelled panorama.
 *
 * @returns radians in (-pi, pi], 0 at the image centre, positive to the right
 * @throws RangeError if a heading is not finite
 * @see GPano metadata, PoseHeadingDegrees
 */
export function yawFromHeading(headingDeg: number, pose: Pick<PanoramaPose, 'headingDeg'>): number {
  return wrapPiRad(radFromDeg(headingDeg - pose.headingDeg));
}

/**
 * Compass heading that appears at an image yaw of a levelled panorama.
 *
 * @param yawRad - 0 at the image centre, positive to the right
 * @returns degrees in [0, 360)
 */
export function headingFromYaw(yawRad: number, pose: Pick<PanoramaPose, 'headingDeg'>): number {
  return wrapHeadingDeg(degFromRad(yawRad) + pose.headingDeg);
}
