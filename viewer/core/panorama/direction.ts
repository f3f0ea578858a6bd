import { degFromRad, radFromDeg, TURN_RAD, wrapHeadingDeg } from '../geo/angles';
import type { Enu } from '../geo/enu';
import type { PanoramaPose } from './pose';

/** A direction in the level world: compass heading and elevation. */
export interface WorldDirection {
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** Unit vector of a direction: [east, north, up]. */
export function enuOfDirection(direction: WorldDirection): Enu {
  const headingRad = radFromDeg(direction.headingDeg);
  const pitchRad = radFromDeg(direction.pitchDeg);
  const flat = Math.cos(pitchRad);
  return [flat * Math.sin(headingRad), flat * Math.cos(headingRad), Math.sin(pitchRad)];
}

/** Direction of a vector; heading 0 straight up and down. */
export function directionOfEnu([east, north, up]: Enu): WorldDirection {
  const flat = Math.hypot(east, north);
  return {
    headingDeg: flat < 1e-12 ? 0 : wrapHeadingDeg(degFromRad(Math.atan2(east, north))),
    pitchDeg: degFromRad(Math.atan2(up, flat)),
  };
}

/**
 * World direction that a pixel of an equirectangular picture shows.
 *
 * The camera is turned by its roll about its own line of sight (+ = its right side down), then by
 * its pitch (+ = up), then by its heading (clockwise), as GPano's Pose fields say.
 *
 * @param u - 0 at the left edge of the picture, 1 at the right edge
 * @param v - 0 at the top edge, 1 at the bottom edge
 */
export function directionOfPixel(u: number, v: number, pose: PanoramaPose): WorldDirection {
  const yawRad = (u - 0.5) * TURN_RAD;
  const pitchRad = (0.5 - v) * Math.PI;
  const flat = Math.cos(pitchRad);
  const right = flat * Math.sin(yawRad);
  const ahead = flat * Math.cos(yawRad);
  return directionOfEnu(enuFromCamera([right, ahead, Math.sin(pitchRad)], pose));
}

/**
 * Turns a vector from the camera's frame (right, ahead, up) into the level world (east, north, up).
 */
export function enuFromCamera(camera: Enu, pose: PanoramaPose): Enu {
  const [right, ahead, up] = camera;
  const roll = radFromDeg(pose.rollDeg);
  const rolledRight = right * Math.cos(roll) + up * Math.sin(roll);
  const rolledUp = up * Math.cos(roll) - right * Math.sin(roll);
  const pitch = radFromDeg(pose.pitchDeg);
  const pitchedAhead = ahead * Math.cos(pitch) - rolledUp * Math.sin(pitch);
  const pitchedUp = ahead * Math.sin(pitch) + rolledUp * Math.cos(pitch);
  const heading = radFromDeg(pose.headingDeg);
  return [
    rolledRight * Math.cos(heading) + pitchedAhead * Math.sin(heading),
    pitchedAhead * Math.cos(heading) - rolledRight * Math.sin(heading),
    pitchedUp,
  ];
}

/**
 * Turns a vector from the level world (east, north, up) into the camera's frame (right, ahead,
 * up); undoes {@link enuFromCamera}.
 */
export function cameraFromEnu([east, north, up]: Enu, pose: PanoramaPose): Enu {
  const heading = radFromDeg(pose.headingDeg);
  const right = east * Math.cos(heading) - north * Math.sin(heading);
  const ahead = east * Math.sin(heading) + north * Math.cos(heading);
  const pitch = radFromDeg(pose.pitchDeg);
  const levelAhead = ahead * Math.cos(pitch) + up * Math.sin(pitch);
  const levelUp = up * Math.cos(pitch) - ahead * Math.sin(pitch);
  const roll = radFromDeg(pose.rollDeg);
  return [
    right * Math.cos(roll) - levelUp * Math.sin(roll),
    levelAhead,
    levelUp * Math.cos(roll) + right * Math.sin(roll),
  ];
}

/**
 * Pixel of an equirectangular picture that shows a direction of the world; undoes
 * {@link directionOfPixel}.
 *
 * @returns u in [0, 1) from the left edge, v in [0, 1] from the top
 */
export function pixelOfDirection(
  direction: WorldDirection,
  pose: PanoramaPose,
): { readonly u: number; readonly v: number } {
  const [right, ahead, up] = cameraFromEnu(enuOfDirection(direction), pose);
  const u = Math.atan2(right, ahead) / TURN_RAD + 0.5;
  const v = 0.5 - Math.atan2(up, Math.hypot(right, ahead)) / Math.PI;
  return { u: u >= 1 ? 0 : u, v };
}
