import { events as psvEvents, type Viewer } from '@photo-sphere-viewer/core';
import type { Group, Vector3 } from 'three';

/** How far the visitor moves inside PSV's sphere of radius 10 while the pictures cross-fade. */
const STEP_UNITS = 3.2;

/**
 * Lets the next cross-fade of a viewer feel like a step ahead: the old picture comes nearer and
 * passes, the new one is met from a step behind its middle. Pictures only; links and labels are
 * gone meanwhile.
 *
 * @param durationMs - of the cross-fade
 * @returns what ends it early
 */
export function stepThrough(viewer: Viewer, durationMs: number): () => void {
  const { renderer } = viewer;
  let next: Group | null = null;
  let direction: Vector3 | null = null;
  let startedMs = Number.NaN;
  const onLoaded = (): void => {
    direction = viewer.state.direction.clone().setY(0).normalize();
  };
  const onBeforeRender = ({ timestamp }: psvEvents.BeforeRenderEvent): void => {
    if (!direction || !viewer.state.transitionAnimation) return;
    // PSV adds the group of the new picture last, under no name.
    next ??= (renderer['scene'].children.at(-1) as Group | undefined) ?? null;
    if (Number.isNaN(startedMs)) startedMs = timestamp;
    const eased = easeInOut(Math.min(1, (timestamp - startedMs) / durationMs));
    renderer['meshContainer'].position.copy(direction).multiplyScalar(-STEP_UNITS * eased);
    next?.position.copy(direction).multiplyScalar(STEP_UNITS * (1 - eased));
  };
  const end = (): void => {
    viewer.removeEventListener(psvEvents.PanoramaLoadedEvent.type, onLoaded);
    viewer.removeEventListener(psvEvents.BeforeRenderEvent.type, onBeforeRender);
    viewer.removeEventListener(psvEvents.TransitionDoneEvent.type, end);
    renderer['meshContainer']?.position.set(0, 0, 0);
    viewer.needsUpdate();
  };
  viewer.addEventListener(psvEvents.PanoramaLoadedEvent.type, onLoaded);
  viewer.addEventListener(psvEvents.BeforeRenderEvent.type, onBeforeRender);
  viewer.addEventListener(psvEvents.TransitionDoneEvent.type, end);
  return end;
}

/** As PSV's own easing of the cross-fade. */
function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}
