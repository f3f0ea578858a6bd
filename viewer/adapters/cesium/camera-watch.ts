import { type Camera, Cartesian3, type CesiumWidget } from 'cesium';
import type { Emitter } from '#core/emitter';
import type { GlobeEvents } from '../globe-port';
import { viewOfCamera } from './camera-frames';

/**
 * Reports the camera: `viewMoved` in each drawn frame it moved, `viewSettled` when it rests.
 *
 * @returns what ends the listening
 */
export function listenToCamera(widget: CesiumWidget, events: Emitter<GlobeEvents>): () => void {
  const { scene } = widget;
  const hasMoved = moveDetector();
  // Cesium ends a movement also when the camera was only put where it starts.
  const hasSettledElsewhere = moveDetector(scene.camera);
  const removers = [
    scene.preRender.addEventListener(() => {
      if (hasMoved(scene.camera)) events.emit('viewMoved', viewOfCamera(scene.camera));
    }),
    scene.camera.moveEnd.addEventListener(() => {
      if (hasSettledElsewhere(scene.camera)) {
        events.emit('viewSettled', viewOfCamera(scene.camera));
      }
    }),
  ];
  return () => {
    for (const remove of removers) remove();
  };
}

/** Answers whether a camera stands or looks otherwise than when it was last asked about. */
function moveDetector(start?: Camera): (camera: Camera) => boolean {
  const position = Cartesian3.clone(start?.positionWC ?? Cartesian3.ZERO);
  const direction = Cartesian3.clone(start?.directionWC ?? Cartesian3.ZERO);
  return ({ positionWC, directionWC }) => {
    const isSame =
      Cartesian3.equalsEpsilon(positionWC, position, 1e-10) &&
      Cartesian3.equalsEpsilon(directionWC, direction, 1e-10);
    Cartesian3.clone(positionWC, position);
    Cartesian3.clone(directionWC, direction);
    return !isSame;
  };
}
