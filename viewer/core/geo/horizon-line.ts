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
  return yPxOfDepression(horizonDipRad(camera.heightM), camera.pitchDeg, picture);
}

/** Distance within which clear mountain air hides two thirds of the contrast. */
const AIR_DEPTH_M = 80_000;

/** From high up one looks through thin air: the depth grows with the height. */
const AIR_DEPTH_PER_HEIGHT = 10;

/**
 * Where in a picture the haze of distance over level ground has some strengths.
 *
 * @param camera - as for {@link horizonYPx}
 * @param opacities - from 0 to below 1, 0 is clear air
 * @returns pixels below the upper edge for each opacity; never above the horizon
 */
export function hazeYPx(
  camera: { readonly heightM: number; readonly pitchDeg: number },
  picture: PictureFrame,
  opacities: readonly number[],
): readonly number[] {
  const heightM = Math.max(1, camera.heightM);
  const depthM = Math.max(AIR_DEPTH_M, AIR_DEPTH_PER_HEIGHT * heightM);
  const dipRad = horizonDipRad(heightM);
  const horizonM = dipRad * WGS84_SEMI_MAJOR_AXIS_M;
  return opacities.map((opacity) => {
    const distanceM = -depthM * Math.log(1 - opacity);
    const isHidden = distanceM >= horizonM;
    const belowRad = Math.atan2(heightM, distanceM) + distanceM / (2 * WGS84_SEMI_MAJOR_AXIS_M);
    return yPxOfDepression(isHidden ? dipRad : belowRad, camera.pitchDeg, picture);
  });
}

function yPxOfDepression(belowRad: number, pitchDeg: number, picture: PictureFrame): number {
  const longerPx = Math.max(picture.widthPx, picture.heightPx);
  const focalPx = longerPx / 2 / Math.tan(radFromDeg(picture.fovDeg) / 2);
  // Steeper than a right angle it is out of any picture; the tangent would turn round.
  const aboveCentreRad = Math.max(-1.5, Math.min(1.5, -radFromDeg(pitchDeg) - belowRad));
  return picture.heightPx / 2 - focalPx * Math.tan(aboveCentreRad);
}
