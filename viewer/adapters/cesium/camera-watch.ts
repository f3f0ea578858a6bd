import { Cartesian3, type CesiumWidget } from 'cesium';
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
  const lastPosition = new Cartesian3();
  const lastDirection = new Cartesian3();
  // Cesium ends a movement also when the camera was only put where it starts.
  const lastSettled = Cartesian3.clone(scene.camera.positionWC);
  const lastSettledDirection = Cartesian3.clone(scene.camera.directionWC);
  const removers = [
    scene.preRender.addEventListener(() => {
      const { positionWC, directionWC } = scene.camera;
      const isStill =
        Cartesian3.equalsEpsilon(positionWC, lastPosition, 1e-10) &&
        Cartesian3.equalsEpsilon(directionWC, lastDirection, 1e-10);
      if (isStill) return;
      Cartesian3.clone(positionWC, lastPosition);
      Cartesian3.clone(directionWC, lastDirection);
      events.emit('viewMoved', viewOfCamera(scene.camera));
    }),
    scene.camera.moveEnd.addEventListener(() => {
      const { positionWC, directionWC } = scene.camera;
      const isThere =
        Cartesian3.equalsEpsilon(positionWC, lastSettled, 1e-10) &&
        Cartesian3.equalsEpsilon(directionWC, lastSettledDirection, 1e-10);
      if (isThere) return;
      Cartesian3.clone(positionWC, lastSettled);
      Cartesian3.clone(directionWC, lastSettledDirection);
      events.emit('viewSettled', viewOfCamera(scene.camera));
    }),
  ];
  return () => {
    for (const remove of removers) remove();
  };
}
