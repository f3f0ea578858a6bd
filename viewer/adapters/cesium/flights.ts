import type { CesiumWidget } from 'cesium';
import type { CameraView } from '#core/geo/camera-view';
import { cameraTargetOf } from './camera-frames';

const SHORTEST_FLIGHT_S = 1.2;
const LONGEST_FLIGHT_S = 3.2;
const METRES_PER_FLIGHT_SECOND = 60_000;

/**
 * Flies the camera to a view, or cuts where motion is not wanted.
 *
 * @returns when there
 * @throws DOMException `AbortError` when stopped by the signal or by another movement
 */
export function flyTo(
  widget: CesiumWidget,
  view: CameraView,
  options: { readonly signal: AbortSignal; readonly isMotionReduced: boolean },
): Promise<void> {
  const { camera } = widget.scene;
  const { signal } = options;
  if (signal.aborted) return Promise.reject(abortError());
  const target = cameraTargetOf(view);
  if (options.isMotionReduced) {
    camera.cancelFlight();
    camera.setView(target);
    widget.scene.requestRender();
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const stop = (): void => camera.cancelFlight();
    const end = (finish: () => void) => (): void => {
      signal.removeEventListener('abort', stop);
      finish();
    };
    signal.addEventListener('abort', stop, { once: true });
    camera.flyTo({
      ...target,
      duration: flightSeconds(widget, target.destination),
      complete: end(resolve),
      cancel: end(() => reject(abortError())),
    });
    widget.scene.requestRender();
  });
}

function flightSeconds(
  widget: CesiumWidget,
  destination: { x: number; y: number; z: number },
): number {
  const here = widget.scene.camera.positionWC;
  const awayM = Math.hypot(destination.x - here.x, destination.y - here.y, destination.z - here.z);
  const seconds = SHORTEST_FLIGHT_S + awayM / METRES_PER_FLIGHT_SECOND;
  return Math.min(LONGEST_FLIGHT_S, seconds);
}

function abortError(): DOMException {
  return new DOMException('The flight was interrupted.', 'AbortError');
}
