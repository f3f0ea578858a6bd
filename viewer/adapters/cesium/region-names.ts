import { Cartesian2, Cartesian3, type CesiumWidget, SceneTransforms } from 'cesium';
import type { GlobeRegionName } from '../globe-port';
import type { LabelOverlay, PixelBox } from './label-overlay';
import { isOverHorizon } from './line-of-sight';
import styles from './region-names.module.css';

/** Nearer than this a province fills the picture, farther away it is a speck. */
const NEAREST_M = 45_000;
const FARTHEST_M = 1_100_000;
/** About the middle height of the country: a name hangs over its spot. */
const SPOT_HEIGHT_M = 600;
/** Space kept between a name and anything else. */
const GAP_PX = 6;

/** Names of provinces, written under everything else and only where there is room. */
export interface RegionNames {
  setNames(names: readonly GlobeRegionName[]): void;
  /** Moves names with the ground; every drawn frame, after the places' labels. */
  follow(): void;
  dispose(): void;
}

interface Name {
  readonly element: HTMLSpanElement;
  readonly spots: readonly Cartesian3[];
  widthPx: number;
  heightPx: number;
  /** Spot where it stood last: it stays there while it can. */
  spotIndex: number;
}

/** Makes them inside the globe's element. */
export function createRegionNames(
  widget: CesiumWidget,
  overlay: Pick<LabelOverlay, 'drawnBoxes' | 'coveredPx'>,
): RegionNames {
  const root = document.createElement('div');
  root.className = styles['names'] ?? '';
  // The provinces stand in the list, where they can be opened.
  root.setAttribute('aria-hidden', 'true');
  // Before the labels of places, which lie over them.
  widget.canvas.after(root);
  let names: Name[] = [];

  const measure = (): void => {
    for (const name of names) {
      name.widthPx = name.element.offsetWidth;
      name.heightPx = name.element.offsetHeight;
    }
  };
  return {
    setNames(wanted) {
      names = wanted.map(newName);
      root.replaceChildren(...names.map(({ element }) => element));
      measure();
      void document.fonts.ready.then(() => {
        measure();
        if (!widget.isDestroyed()) widget.scene.requestRender();
      });
    },
    follow() {
      if (names.length === 0) return;
      const { height } = widget.scene.camera.positionCartographic;
      const isFitting = height > NEAREST_M && height < FARTHEST_M;
      const taken = isFitting ? [...overlay.drawnBoxes()] : [];
      for (const name of names) {
        const box = isFitting ? freeBox(widget, name, taken, overlay.coveredPx()) : null;
        if (box) taken.push(box);
        draw(name, box);
      }
    },
    dispose() {
      root.remove();
    },
  };
}

function newName({ label, labelLanguage, spots }: GlobeRegionName): Name {
  const element = document.createElement('span');
  element.className = styles['name'] ?? '';
  element.lang = labelLanguage;
  element.textContent = label;
  element.dataset['isDrawn'] = 'false';
  return {
    element,
    spots: spots.map(([lonDeg, latDeg]) => Cartesian3.fromDegrees(lonDeg, latDeg, SPOT_HEIGHT_M)),
    widthPx: 0,
    heightPx: 0,
    spotIndex: 0,
  };
}

/** The box of a name at the first spot that is free, its last one first; null where none is. */
function freeBox(
  widget: CesiumWidget,
  name: Name,
  taken: readonly PixelBox[],
  coveredPx: number,
): PixelBox | null {
  const order = [name.spotIndex, ...name.spots.keys()];
  for (const index of order) {
    const spot = name.spots[index];
    const box = spot && boxAt(widget, name, spot);
    if (!box || !isInPicture(widget, box, coveredPx)) continue;
    if (taken.some((other) => overlaps(box, other))) continue;
    name.spotIndex = index;
    return box;
  }
  return null;
}

const scratch = new Cartesian2();

function boxAt(widget: CesiumWidget, name: Name, spot: Cartesian3): PixelBox | null {
  if (!isOverHorizon(widget, spot)) return null;
  const pixel = SceneTransforms.worldToWindowCoordinates(widget.scene, spot, scratch);
  if (!pixel) return null;
  const leftPx = pixel.x - name.widthPx / 2;
  const topPx = pixel.y - name.heightPx / 2;
  return { leftPx, topPx, rightPx: leftPx + name.widthPx, bottomPx: topPx + name.heightPx };
}

function isInPicture({ canvas }: CesiumWidget, box: PixelBox, coveredPx: number): boolean {
  return (
    box.leftPx > coveredPx &&
    box.topPx > 0 &&
    box.rightPx < canvas.clientWidth &&
    box.bottomPx < canvas.clientHeight
  );
}

function overlaps(a: PixelBox, b: PixelBox): boolean {
  return (
    a.leftPx < b.rightPx + GAP_PX &&
    b.leftPx < a.rightPx + GAP_PX &&
    a.topPx < b.bottomPx + GAP_PX &&
    b.topPx < a.bottomPx + GAP_PX
  );
}

function draw({ element }: Name, box: PixelBox | null): void {
  element.dataset['isDrawn'] = String(box !== null);
  if (!box) return;
  element.style.transform = `translate(${Math.round(box.leftPx)}px, ${Math.round(box.topPx)}px)`;
}
