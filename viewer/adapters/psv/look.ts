import type { Viewer } from '@photo-sphere-viewer/core';
import { degFromRad, radFromDeg } from '#core/geo/angles';
import { headingFromYaw, type PanoramaPose, yawFromHeading } from '#core/panorama/pose';
import type { PanoramaLook } from '../panorama-port';

/** Widest and narrowest vertical field of view a visitor can choose. */
export const WIDEST_FOV_DEG = 95;
export const NARROWEST_FOV_DEG = 20;

type Heading = Pick<PanoramaPose, 'headingDeg'>;

/** PSV's position of a look: image yaw and pitch in radians. */
export function positionOfLook(
  look: { readonly headingDeg: number; readonly pitchDeg: number },
  pose: Heading,
): { yaw: number; pitch: number } {
  return { yaw: yawFromHeading(look.headingDeg, pose), pitch: radFromDeg(look.pitchDeg) };
}

/** PSV's zoom level (0 wide to 100 narrow) of a vertical field of view. */
export function zoomOfFov(verticalFovDeg: number): number {
  const narrowness = (WIDEST_FOV_DEG - verticalFovDeg) / (WIDEST_FOV_DEG - NARROWEST_FOV_DEG);
  return Math.min(100, Math.max(0, 100 * narrowness));
}

/** Where a PSV viewer looks, by the compass. */
export function lookOfViewer(viewer: Viewer, pose: Heading): PanoramaLook {
  const { yaw, pitch } = viewer.getPosition();
  const narrowness = viewer.getZoomLevel() / 100;
  return {
    headingDeg: headingFromYaw(yaw, pose),
    pitchDeg: degFromRad(pitch),
    verticalFovDeg: WIDEST_FOV_DEG - narrowness * (WIDEST_FOV_DEG - NARROWEST_FOV_DEG),
  };
}
