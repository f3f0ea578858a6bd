import { radFromDeg } from './angles';
import { WGS84_SEMI_MAJOR_AXIS_M } from './ellipsoid';

/**
 * How far the bare horizon lies below the horizontal for an observer, without refraction.
 *
 * @param heightM - above the ground; below it the dip is 0
 * @returns radians in [0, pi/2)
 */
export function horizonDipRad(heightM: number): number {
  return Math.acos(WGS84_SEMI_MAJOR_AXIS_M / (WGS84_SEMI_MAJOR_AXIS_M + Math.max(0, heightM)));
}

/** A picture of a level camera: size in pixels and field of view over the longer side. */
export interface PictureFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fovDeg: number;
}

/**
 * Where the horizon crosses the middle column of a picture.
 *
 * @param camera - height above the ground and pitch, + = up
 * @returns pixels below the upper edge; may lie outside the picture
 */
export function horizonYPx(
  camera: { readonly heightM: number; readonly pitchDeg: number },
  picture: PictureFrame,
): number {
  const longerPx = Math.max(picture.widthPx, picture.heightPx);
  const focalPx = longerPx / 2 / Math.tan(radFromDeg(picture.fovDeg) / 2);
  const aboveCentreRad = -radFromDeg(camera.pitchDeg) - horizonDipRad(camera.heightM);
  // Steeper than a right angle the horizon is out of any picture; the tangent would turn round.
  const boundedRad = Math.max(-1.5, Math.min(1.5, aboveCentreRad));
  return picture.heightPx / 2 - focalPx * Math.tan(boundedRad);
}
