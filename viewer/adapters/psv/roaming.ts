import type { Position, Viewer } from '@photo-sphere-viewer/core';

/** A full turn takes a good minute: one sees more by standing still than by spinning. */
const SPEED = '0.8rpm';
const REST_MS = 2600;

/** Turns a viewer slowly from point to point until the visitor touches anything. */
export interface Roaming {
  start(points: readonly Position[]): void;
  stop(): void;
}

/**
 * Makes it for a viewer.
 *
 * @param onChange - it began or ended
 */
export function createRoaming(viewer: Viewer, onChange: (isRoaming: boolean) => void): Roaming {
  let abort: AbortController | null = null;
  const stop = (): void => {
    if (!abort) return;
    abort.abort();
    abort = null;
    void viewer.stopAnimation();
    onChange(false);
  };
  return {
    stop,
    start(points) {
      stop();
      if (points.length === 0) return;
      abort = new AbortController();
      const { signal } = abort;
      for (const touch of ['pointerdown', 'wheel', 'keydown'] as const) {
        window.addEventListener(touch, stop, { signal, passive: true });
      }
      onChange(true);
      void roam(viewer, points, signal);
    },
  };
}

async function roam(viewer: Viewer, points: readonly Position[], signal: AbortSignal) {
  const turns = points
    .map((position) => ({ position, turnRad: clockwiseRad(viewer, position) }))
    .toSorted((a, b) => a.turnRad - b.turnRad);
  for (let at = 0; !signal.aborted; at = (at + 1) % turns.length) {
    const target = turns[at];
    if (!target) return;
    await viewer.animate({ ...target.position, speed: SPEED });
    await rest(signal);
    if (turns.length === 1) await turnAway(viewer, signal);
  }
}

/** With a single point there is nowhere else to go: look half around and come back. */
async function turnAway(viewer: Viewer, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { yaw } = viewer.getPosition();
  await viewer.animate({ yaw: yaw + Math.PI * 0.9, pitch: 0, speed: SPEED });
  await rest(signal);
}

function clockwiseRad(viewer: Viewer, position: Position): number {
  const turn = (Number(position.yaw) - viewer.getPosition().yaw) % (2 * Math.PI);
  return turn <= 0.01 ? turn + 2 * Math.PI : turn;
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, REST_MS);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
