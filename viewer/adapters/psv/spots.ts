import { events as psvEvents, type Viewer } from '@photo-sphere-viewer/core';
import { MarkersPlugin } from '@photo-sphere-viewer/markers-plugin';
import { declutterPins } from '#core/labels/declutter';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaSpot } from '../panorama-port';
import { positionOfLook } from './look';
import styles from './spots.module.css';

const DECLUTTER = { pinPx: 26, labelOffsetPx: 22, gapPx: 2, keepsAllPins: true };

interface DrawnSpot {
  readonly spot: PanoramaSpot;
  readonly position: { yaw: number; pitch: number };
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  labelWidthPx: number;
  labelHeightPx: number;
}

/** Links and hotspots of the picture: real buttons, whose names give way to each other. */
export interface SpotLayer {
  set(spots: readonly PanoramaSpot[], pose: PanoramaPose): void;
  clear(): void;
  dispose(): void;
}

/** What spots tell. */
export interface SpotHandlers {
  /** A spot was chosen by pointer or keyboard. */
  readonly onPick: (spotId: string) => void;
  /** A spot is pointed at or has the focus; null for none. */
  readonly onPoint: (spotId: string | null) => void;
}

/** Makes the layer of a viewer with the markers plugin. */
export function createSpotLayer(viewer: Viewer, handlers: SpotHandlers): SpotLayer {
  const markers = viewer.getPlugin<MarkersPlugin>(MarkersPlugin);
  let drawn: DrawnSpot[] = [];
  const giveWay = (): void => {
    for (const spot of drawn) measure(spot);
    const pins = drawn
      .filter(({ spot }) => !spot.arrow)
      .flatMap((spot) => pinOf(viewer, spot) ?? []);
    const { width: widthPx } = viewer.getSize();
    const drawings = declutterPins(pins, { ...DECLUTTER, leftPx: 0, widthPx });
    for (const { spot, element } of drawn) {
      element.dataset['side'] = spot.arrow ? 'arrow' : (drawings.get(spot.id) ?? 'bare');
    }
  };
  viewer.addEventListener(psvEvents.RenderEvent.type, giveWay);
  const stopListening = listenToSpots(viewer.container, handlers);
  return {
    set(spots, pose) {
      drawn = spots.map((spot) => newSpot(spot, pose));
      markers.setMarkers(
        drawn.map(({ spot, position, element }) => ({
          id: spot.id,
          element,
          position,
          anchor: 'center center',
          zIndex: spot.kind === 'link' ? 2 : 1,
        })),
      );
    },
    clear() {
      drawn = [];
      markers.clearMarkers();
    },
    dispose() {
      viewer.removeEventListener(psvEvents.RenderEvent.type, giveWay);
      stopListening();
    },
  };
}

/** One listener for all spots, whatever number of them comes and goes. */
function listenToSpots(container: HTMLElement, { onPick, onPoint }: SpotHandlers): () => void {
  const idOf = ({ target }: Event): string | null => {
    const spot = target instanceof Element ? target.closest<HTMLElement>('[data-spot-id]') : null;
    return spot?.dataset['spotId'] ?? null;
  };
  const abort = new AbortController();
  const { signal } = abort;
  const pick = (event: Event): void => {
    const id = idOf(event);
    if (id !== null) onPick(id);
  };
  const point = (event: Event): void => onPoint(idOf(event));
  const leave = (event: Event): void => {
    if (idOf(event) !== null) onPoint(null);
  };
  container.addEventListener('click', pick, { signal });
  for (const begins of ['pointerover', 'focusin']) {
    container.addEventListener(begins, (event) => idOf(event) !== null && point(event), { signal });
  }
  for (const ends of ['pointerout', 'focusout']) {
    container.addEventListener(ends, leave, { signal });
  }
  return () => abort.abort();
}

function newSpot(spot: PanoramaSpot, pose: PanoramaPose): DrawnSpot {
  // PSV writes into the style of the element it gets, so the button stands inside one.
  const element = document.createElement('div');
  element.className = styles['spot'] ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['kind'] = spot.arrow ? 'arrow' : spot.kind;
  button.dataset['spotId'] = spot.id;
  const mark = document.createElement('span');
  mark.className = styles['mark'] ?? '';
  mark.ariaHidden = 'true';
  const label = document.createElement('span');
  label.className = styles['label'] ?? '';
  label.lang = spot.labelLanguage;
  label.textContent = spot.label;
  button.append(mark, label);
  element.append(button);
  const position = positionOfLook(spot, pose);
  return { spot, position, element, label, labelWidthPx: 0, labelHeightPx: 0 };
}

function measure(spot: DrawnSpot): void {
  if (spot.labelWidthPx > 0) return;
  spot.labelWidthPx = spot.label.offsetWidth;
  spot.labelHeightPx = spot.label.offsetHeight;
}

function pinOf(viewer: Viewer, drawn: DrawnSpot) {
  // PSV wraps the element and marks the wrapper.
  if (!drawn.element.closest('.psv-marker--visible')) return null;
  const { x, y } = viewer.dataHelper.sphericalCoordsToViewerCoords(drawn.position);
  return {
    id: drawn.spot.id,
    xPx: x,
    yPx: y,
    labelWidthPx: drawn.labelWidthPx,
    labelHeightPx: drawn.labelHeightPx,
    rank: drawn.spot.kind === 'link' ? 1 : 2,
  };
}
