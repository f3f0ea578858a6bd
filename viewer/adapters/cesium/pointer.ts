import {
  type Cartesian2,
  Cartographic,
  type CesiumWidget,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
} from 'cesium';
import type { Emitter } from '#core/emitter';
import { degFromRad } from '#core/geo/angles';
import type { GlobeEvents } from '../globe-port';
import type { LabelOverlay } from './label-overlay';

/** How far from a pin's middle a mouse may be, and a finger. */
const MOUSE_RADIUS_PX = 14;
const FINGER_RADIUS_PX = 28;

/**
 * Reports picked and hovered places. Pins are found by their projected pixels, not by a picking
 * pass of the graphics card, which costs a frame each time the mouse moves.
 *
 * @returns what ends the listening
 */
export function listenToPointer(
  widget: CesiumWidget,
  overlay: LabelOverlay,
  events: Emitter<GlobeEvents>,
): () => void {
  const { canvas } = widget.scene;
  const handler = new ScreenSpaceEventHandler(canvas);
  const radiusPx = window.matchMedia('(pointer: coarse)').matches
    ? FINGER_RADIUS_PX
    : MOUSE_RADIUS_PX;
  let hovered: string | null = null;
  handler.setInputAction((click: { position: Cartesian2 }) => {
    events.emit('placePicked', overlay.placeAt(click.position.x, click.position.y, radiusPx));
  }, ScreenSpaceEventType.LEFT_CLICK);
  handler.setInputAction((move: { endPosition: Cartesian2 }) => {
    if (events.hasListeners('groundHovered')) {
      events.emit('groundHovered', groundAt(widget, move.endPosition));
    }
    const next = overlay.placeAt(move.endPosition.x, move.endPosition.y, radiusPx);
    if (next === hovered) return;
    hovered = next;
    canvas.style.cursor = next ? 'pointer' : '';
    events.emit('placeHovered', next);
  }, ScreenSpaceEventType.MOUSE_MOVE);
  return () => handler.destroy();
}

function groundAt(widget: CesiumWidget, pixel: Cartesian2): GlobeEvents['groundHovered'] {
  const { camera, globe } = widget.scene;
  const ray = camera.getPickRay(pixel);
  const hit = ray && globe.pick(ray, widget.scene);
  if (!hit) return null;
  const { longitude, latitude } = Cartographic.fromCartesian(hit);
  return { lonDeg: degFromRad(longitude), latDeg: degFromRad(latitude) };
}
