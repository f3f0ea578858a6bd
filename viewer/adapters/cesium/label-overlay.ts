import { Cartesian2, type CesiumWidget, SceneTransforms } from 'cesium';
import { declutterPins, type LabelledPin, type PinDrawing } from '#core/labels/declutter';
import type { GlobeHighlight, GlobePlace } from '../globe-port';
import styles from './label-overlay.module.css';
import { isInSight, isOverHorizon } from './line-of-sight';
import type { PlaceLayer } from './place-layer';

/** Space between a pin's middle and its label. */
const LABEL_OFFSET_PX = 11;
const DECLUTTER = { pinPx: 14, labelOffsetPx: LABEL_OFFSET_PX, gapPx: 3, keepsAllPins: false };

/** A box in pixels of the globe's element. */
export interface PixelBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly bottomPx: number;
}

interface Label {
  readonly place: GlobePlace;
  readonly element: HTMLButtonElement;
  widthPx: number;
  heightPx: number;
  xPx: number;
  yPx: number;
  isInSight: boolean;
  isInPicture: boolean;
  drawing: PinDrawing;
}

/** Names of places as real buttons over the globe; they give way to each other. */
export interface LabelOverlay {
  setPlaces(places: readonly GlobePlace[]): void;
  setHighlight(highlight: GlobeHighlight): void;
  /** How far from the left edge a panel covers the globe. */
  setCovered(leftPx: number): void;
  /** Moves labels with their pins; every drawn frame. */
  follow(): void;
  /** Finds out which places hide behind mountains; when the view has settled. */
  settle(): void;
  pixelOf(placeId: string): { readonly xPx: number; readonly yPx: number } | null;
  /** Boxes of the pins and names that are drawn. */
  drawnBoxes(): readonly PixelBox[];
  /** How far from the left edge a panel covers the globe. */
  coveredPx(): number;
  /** Place whose pin is nearest to a pixel, within a finger's width. */
  placeAt(xPx: number, yPx: number, radiusPx: number): string | null;
  dispose(): void;
}

/**
 * Makes the overlay inside the globe's element.
 *
 * @param onPick - a label was chosen by pointer or keyboard
 */
export function createLabelOverlay(
  widget: CesiumWidget,
  layer: PlaceLayer,
  onPick: (placeId: string) => void,
): LabelOverlay {
  const root = document.createElement('div');
  root.className = styles['overlay'] ?? '';
  widget.container.append(root);
  const labels = new Map<string, Label>();
  let coveredPx = 0;
  let highlight: GlobeHighlight = {
    selectedPlaceId: null,
    hoveredPlaceId: null,
    selectedRouteId: null,
  };

  const rankOf = (label: Label): number => {
    if (label.place.id === highlight.selectedPlaceId) return -2;
    if (label.place.id === highlight.hoveredPlaceId) return -1;
    return label.place.importance - (label.place.hasPanorama ? 0.5 : 0);
  };
  const isPointedOut = (id: string): boolean =>
    id === highlight.selectedPlaceId || id === highlight.hoveredPlaceId;

  return {
    setPlaces(places) {
      root.replaceChildren();
      labels.clear();
      for (const place of places) {
        const label = newLabel(place, onPick);
        root.append(label.element);
        labels.set(place.id, label);
      }
      measure(labels);
      // Widths change when the web font arrives after the fallback.
      void document.fonts.ready.then(() => {
        measure(labels);
        if (!widget.isDestroyed()) widget.scene.requestRender();
      });
    },
    setHighlight(next) {
      highlight = next;
      for (const label of labels.values()) mark(label, next);
    },
    setCovered(leftPx) {
      coveredPx = leftPx;
    },
    follow() {
      for (const label of labels.values()) project(widget, layer, label);
      const pins = [...labels.values()]
        .filter((label) => label.isInPicture && (label.isInSight || isPointedOut(label.place.id)))
        .map((label) => pinOfLabel(label, rankOf(label)));
      const drawings = declutterPins(pins, {
        ...DECLUTTER,
        leftPx: coveredPx,
        widthPx: widget.scene.canvas.clientWidth,
      });
      for (const label of labels.values()) {
        const drawing = drawings.get(label.place.id) ?? 'hidden';
        label.drawing = drawing;
        layer.setShown(label.place.id, drawing !== 'hidden');
        draw(label);
      }
    },
    settle() {
      for (const label of labels.values()) {
        const pin = layer.placed.get(label.place.id);
        if (!pin) continue;
        label.isInSight = isOverHorizon(widget, pin.position) && isInSight(widget, pin.position);
      }
    },
    pixelOf(placeId) {
      const label = labels.get(placeId);
      return label?.isInPicture ? { xPx: label.xPx, yPx: label.yPx } : null;
    },
    drawnBoxes: () => [...labels.values()].flatMap(boxesOf),
    coveredPx: () => coveredPx,
    placeAt: (xPx, yPx, radiusPx) => nearestDrawn(labels, xPx, yPx, radiusPx),
    dispose() {
      root.remove();
    },
  };
}

function newLabel(place: GlobePlace, onPick: (placeId: string) => void): Label {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = styles['label'] ?? '';
  element.textContent = place.label;
  element.lang = place.labelLanguage;
  element.dataset['placeId'] = place.id;
  element.dataset['importance'] = String(place.importance);
  element.addEventListener('click', () => onPick(place.id));
  return {
    place,
    element,
    widthPx: 0,
    heightPx: 0,
    xPx: 0,
    yPx: 0,
    isInSight: true,
    isInPicture: false,
    drawing: 'hidden',
  };
}

function mark({ place, element }: Label, highlight: GlobeHighlight): void {
  element.dataset['isSelected'] = String(place.id === highlight.selectedPlaceId);
  element.dataset['isHovered'] = String(place.id === highlight.hoveredPlaceId);
}

function nearestDrawn(
  labels: ReadonlyMap<string, Label>,
  xPx: number,
  yPx: number,
  radiusPx: number,
): string | null {
  let nearest: string | null = null;
  let nearestPx = radiusPx;
  for (const label of labels.values()) {
    if (label.drawing === 'hidden') continue;
    const awayPx = Math.hypot(label.xPx - xPx, label.yPx - yPx);
    if (awayPx <= nearestPx) {
      nearest = label.place.id;
      nearestPx = awayPx;
    }
  }
  return nearest;
}

function measure(labels: ReadonlyMap<string, Label>): void {
  for (const label of labels.values()) {
    label.widthPx = label.element.offsetWidth;
    label.heightPx = label.element.offsetHeight;
  }
}

const scratchWindow = new Cartesian2();

function project(widget: CesiumWidget, layer: PlaceLayer, label: Label): void {
  const pin = layer.placed.get(label.place.id);
  const { scene } = widget;
  const pixel =
    pin && isOverHorizon(widget, pin.position)
      ? SceneTransforms.worldToWindowCoordinates(scene, pin.position, scratchWindow)
      : undefined;
  if (!pixel) {
    label.isInPicture = false;
    return;
  }
  label.xPx = pixel.x;
  label.yPx = pixel.y;
  const { clientWidth, clientHeight } = scene.canvas;
  label.isInPicture =
    pixel.x > -20 && pixel.x < clientWidth + 20 && pixel.y > -20 && pixel.y < clientHeight + 20;
}

function pinOfLabel(label: Label, rank: number): LabelledPin {
  return {
    id: label.place.id,
    xPx: label.xPx,
    yPx: label.yPx,
    labelWidthPx: label.widthPx,
    labelHeightPx: label.heightPx,
    rank,
  };
}

function draw(label: Label): void {
  const { element } = label;
  const isDrawn = label.drawing !== 'bare' && label.drawing !== 'hidden';
  element.dataset['isDrawn'] = String(isDrawn);
  element.dataset['side'] = label.drawing;
  element.tabIndex = isDrawn ? 0 : -1;
  if (!isDrawn) return;
  const [left, top] = cornerOf(label);
  const x = Math.round(left);
  const y = Math.round(top);
  element.style.transform = `translate(${x}px, ${y}px)`;
}

/** Upper left corner of a label beside or below its pin. */
function cornerOf({ drawing, xPx, yPx, widthPx, heightPx }: Label): [xPx: number, yPx: number] {
  if (drawing === 'below') return [xPx - widthPx / 2, yPx + DECLUTTER.pinPx / 2];
  const isRight = drawing === 'right';
  const leftPx = isRight ? xPx + LABEL_OFFSET_PX : xPx - LABEL_OFFSET_PX - widthPx;
  return [leftPx, yPx - heightPx / 2];
}

/** Boxes of a label's pin and, where it is drawn, of its name. */
function boxesOf(label: Label): PixelBox[] {
  if (label.drawing === 'hidden') return [];
  const halfPx = DECLUTTER.pinPx / 2;
  const { xPx, yPx, widthPx, heightPx } = label;
  const pin = {
    leftPx: xPx - halfPx,
    topPx: yPx - halfPx,
    rightPx: xPx + halfPx,
    bottomPx: yPx + halfPx,
  };
  if (label.drawing === 'bare') return [pin];
  const [leftPx, topPx] = cornerOf(label);
  return [pin, { leftPx, topPx, rightPx: leftPx + widthPx, bottomPx: topPx + heightPx }];
}
