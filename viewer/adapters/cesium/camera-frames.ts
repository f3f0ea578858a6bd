import { type Camera, Cartesian3, Cartographic } from 'cesium';
import { degFromRad, radFromDeg, wrapHeadingDeg } from '#core/geo/angles';
import type { CameraView } from '#core/geo/camera-view';

/** Our view of a Cesium camera. Its heading is the compass heading already. */
export function viewOfCamera(camera: Camera): CameraView {
  const position = Cartographic.fromCartesian(camera.positionWC);
  return {
    lonDeg: degFromRad(position.longitude),
    latDeg: degFromRad(position.latitude),
    heightEllipsoidalM: position.height,
    headingDeg: wrapHeadingDeg(degFromRad(camera.heading)),
    pitchDeg: degFromRad(camera.pitch),
  };
}

/** Destination and orientation of a view, as `setView` and `flyTo` take them. */
export function cameraTargetOf(view: CameraView): {
  destination: Cartesian3;
  orientation: { heading: number; pitch: number; roll: number };
} {
  return {
    destination: Cartesian3.fromDegrees(view.lonDeg, view.latDeg, view.heightEllipsoidalM),
    orientation: {
      heading: radFromDeg(view.headingDeg),
      pitch: radFromDeg(view.pitchDeg),
      roll: 0,
    },
  };
}
