import { radFromDeg, wrapHeadingDeg } from '../geo/angles';
import type { Enu } from '../geo/enu';
import { enuOfDirection, type WorldDirection } from './direction';

/** How a phone is held, as its sensors say (W3C Device Orientation, degrees). */
export interface PhoneAttitude {
  /** Turn about the axis up, counterclockwise from north. */
  readonly alphaDeg: number;
  /** Tilt of the screen's top upwards, 90 = upright. */
  readonly betaDeg: number;
  /** Tilt to the side. */
  readonly gammaDeg: number;
  /** Of the page against the phone, 0 = upright, 90 = turned to the left. */
  readonly screenDeg: number;
}

/** Where the camera on a phone's back looks: unit vectors, [east, north, up]. */
export interface PhoneCamera {
  readonly ahead: Enu;
  readonly right: Enu;
  readonly up: Enu;
}

/** A picture as it fills the screen. */
export interface CameraPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance of the picture's plane in its own pixels on the screen. */
  readonly focalPx: number;
}

/** Alpha of a phone whose compass says a heading, as Safari has it beside an alpha of its own. */
export function alphaOfCompass(compassHeadingDeg: number): number {
  return wrapHeadingDeg(-compassHeadingDeg);
}

/**
 * Where a phone's back camera looks.
 *
 * @param correctionDeg - added to the heading: compasses in phones are off by degrees
 * @see W3C Device Orientation and Motion, section on Z-X'-Y'' Tait-Bryan angles
 */
export function cameraOfPhone(attitude: PhoneAttitude, correctionDeg = 0): PhoneCamera {
  const turn = (axis: Enu): Enu => earthFromPhone(axis, attitude, correctionDeg);
  const screen = radFromDeg(attitude.screenDeg);
  const [cos, sin] = [Math.cos(screen), Math.sin(screen)];
  return {
    ahead: turn([0, 0, -1]),
    right: turn([cos, -sin, 0]),
    up: turn([sin, cos, 0]),
  };
}

/** Turns a vector of the phone (right, top, out of the screen) into the world. */
function earthFromPhone(
  [x, y, z]: Enu,
  { alphaDeg, betaDeg, gammaDeg }: PhoneAttitude,
  correctionDeg: number,
): Enu {
  const gamma = radFromDeg(gammaDeg);
  const x1 = x * Math.cos(gamma) + z * Math.sin(gamma);
  const z1 = z * Math.cos(gamma) - x * Math.sin(gamma);
  const beta = radFromDeg(betaDeg);
  const y2 = y * Math.cos(beta) - z1 * Math.sin(beta);
  const z2 = y * Math.sin(beta) + z1 * Math.cos(beta);
  const alpha = radFromDeg(alphaDeg - correctionDeg);
  return [
    x1 * Math.cos(alpha) - y2 * Math.sin(alpha),
    x1 * Math.sin(alpha) + y2 * Math.cos(alpha),
    z2,
  ];
}

/**
 * Where a camera's picture shows a direction.
 *
 * @returns pixels from the upper left corner; null for what lies behind
 */
export function pixelInCamera(
  direction: WorldDirection,
  { ahead, right, up }: PhoneCamera,
  { widthPx, heightPx, focalPx }: CameraPicture,
): { readonly xPx: number; readonly yPx: number } | null {
  const at = enuOfDirection(direction);
  const depth = dot(at, ahead);
  if (depth <= 0.05) return null;
  return {
    xPx: widthPx / 2 + (focalPx * dot(at, right)) / depth,
    yPx: heightPx / 2 - (focalPx * dot(at, up)) / depth,
  };
}

/**
 * Focal length of a video that fills the screen, cut off where it is of another shape.
 *
 * @param longFovDeg - field of view along the video's longer side
 */
export function focalOfVideo(
  video: { readonly widthPx: number; readonly heightPx: number },
  screen: { readonly widthPx: number; readonly heightPx: number },
  longFovDeg: number,
): number {
  const scale = Math.max(screen.widthPx / video.widthPx, screen.heightPx / video.heightPx);
  const longPx = Math.max(video.widthPx, video.heightPx) * scale;
  return longPx / 2 / Math.tan(radFromDeg(longFovDeg) / 2);
}

function dot(a: Enu, b: Enu): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
