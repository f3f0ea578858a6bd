import { degFromRad, radFromDeg } from './angles';
import type { CameraView } from './camera-view';
import { ecefFromGeodetic, geodeticFromEcef } from './ellipsoid';
import { ecefFromEnu } from './enu';

/** The picture and how much of it panels cover, in CSS pixels. */
export interface ViewFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Covered from the left edge. */
  readonly leftPx: number;
  /** Covered from the bottom edge. */
  readonly bottomPx: number;
}

/** Field of view of the globe's camera over the longer side of the picture: Cesium's default. */
export const GLOBE_FOV_DEG = 60;

/**
 * Moves a camera so that what was in the middle of the picture comes to the middle of the part
 * that no panel covers: sideways by a step to the left, upwards by looking lower.
 *
 * @param distanceM - from the camera to what it looks at
 */
export function frameView(view: CameraView, distanceM: number, frame: ViewFrame): CameraView {
  const longTan = Math.tan(radFromDeg(GLOBE_FOV_DEG) / 2);
  const longerPx = Math.max(frame.widthPx, frame.heightPx);
  if (!(longerPx > 0)) return view;
  const tanPerPx = (2 * longTan) / longerPx;
  const stepM = distanceM * tanPerPx * (frame.leftPx / 2);
  const lowerDeg = degFromRad(Math.atan(tanPerPx * (frame.bottomPx / 2)));
  const origin = {
    lonRad: radFromDeg(view.lonDeg),
    latRad: radFromDeg(view.latDeg),
    heightEllipsoidalM: view.heightEllipsoidalM,
  };
  const headingRad = radFromDeg(view.headingDeg);
  const [dx, dy, dz] = ecefFromEnu(origin, [
    -stepM * Math.cos(headingRad),
    stepM * Math.sin(headingRad),
    0,
  ]);
  const [x, y, z] = ecefFromGeodetic(origin);
  const moved = geodeticFromEcef([x + dx, y + dy, z + dz]);
  return {
    lonDeg: degFromRad(moved.lonRad),
    latDeg: degFromRad(moved.latRad),
    heightEllipsoidalM: view.heightEllipsoidalM,
    headingDeg: view.headingDeg,
    pitchDeg: Math.max(-89, view.pitchDeg - lowerDeg),
  };
}
