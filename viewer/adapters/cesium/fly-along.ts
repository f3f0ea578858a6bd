import { Cartographic, type CesiumWidget } from 'cesium';
import type { FlyPath, LookAside } from '#core/route/fly-path';
import type { FlyAlong, FlyAlongOptions } from '../following-port';
import { cameraTargetOf } from './camera-frames';

/** The whole way at speed 1, so that a long one is no longer a show than a short one. */
const SHOW_S = 75;
const CLEAR_OF_GROUND_M = 250;
const DEG_PER_PX = 0.25;
/** A look aside comes back in about this time once the hand is off. */
const COME_BACK_S = 1.6;
/** A page that was away for longer goes on from where it was. */
const LONGEST_STEP_S = 0.25;

/** Flies along a way until it ends or is stopped; the visitor may look aside by dragging. */
export function flyAlong(widget: CesiumWidget, path: FlyPath, options: FlyAlongOptions): FlyAlong {
  const { scene } = widget;
  const aside = lookAside(scene.canvas);
  let alongKm = Math.min(path.toKm, Math.max(path.fromKm, options.fromKm));
  let speedRatio = options.speedRatio;
  let isPaused = false;
  let lastMs = performance.now();
  scene.screenSpaceCameraController.enableInputs = false;
  scene.camera.cancelFlight();
  const place = (): void => {
    scene.camera.setView(cameraTargetOf(path.viewAt(alongKm, aside.look())));
    keepOffGround(widget);
  };
  const step = (): void => {
    const nowMs = performance.now();
    const stepS = Math.min(LONGEST_STEP_S, (nowMs - lastMs) / 1000);
    lastMs = nowMs;
    if (!isPaused) {
      alongKm += ((path.toKm - path.fromKm) / SHOW_S) * speedRatio * stepS;
      if (!aside.isHeld()) aside.comeBack(stepS);
    }
    const isOver = alongKm >= path.toKm;
    alongKm = Math.min(alongKm, path.toKm);
    place();
    options.onMoved(alongKm);
    if (isOver) {
      stop();
      options.onEnded();
    } else if (!isPaused || aside.isHeld()) scene.requestRender();
  };
  const remove = scene.preUpdate.addEventListener(step);
  const wake = (): void => {
    lastMs = performance.now();
    scene.requestRender();
  };
  aside.onMoved(wake);
  let isStopped = false;
  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    remove();
    aside.dispose();
    if (!widget.isDestroyed()) scene.screenSpaceCameraController.enableInputs = true;
  };
  wake();
  return {
    setPaused(next) {
      isPaused = next;
      wake();
    },
    setSpeed(next) {
      speedRatio = next;
    },
    seek(km) {
      alongKm = Math.min(path.toKm, Math.max(path.fromKm, km));
      wake();
    },
    stop,
  };
}

function keepOffGround(widget: CesiumWidget): void {
  const { camera, globe } = widget.scene;
  const here = camera.positionCartographic;
  const groundM = globe.getHeight(new Cartographic(here.longitude, here.latitude));
  if (groundM === undefined || here.height > groundM + CLEAR_OF_GROUND_M) return;
  camera.moveUp(groundM + CLEAR_OF_GROUND_M - here.height);
}

/** Turns drags on the canvas into a look aside. */
function lookAside(canvas: HTMLCanvasElement) {
  let headingDeg = 0;
  let pitchDeg = 0;
  let heldPointer: number | null = null;
  let tell: () => void = () => undefined;
  const listeners = new AbortController();
  const { signal } = listeners;
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      heldPointer = event.pointerId;
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== heldPointer) return;
      headingDeg -= event.movementX * DEG_PER_PX;
      pitchDeg += event.movementY * DEG_PER_PX;
      tell();
    },
    { signal },
  );
  for (const kind of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(kind, () => (heldPointer = null), { signal });
  }
  return {
    look: (): LookAside => ({ headingDeg, pitchDeg }),
    isHeld: () => heldPointer !== null,
    comeBack(stepS: number) {
      const kept = Math.exp((-3 * stepS) / COME_BACK_S);
      headingDeg *= kept;
      pitchDeg *= kept;
    },
    onMoved(listener: () => void) {
      tell = listener;
    },
    dispose: () => listeners.abort(),
  };
}
