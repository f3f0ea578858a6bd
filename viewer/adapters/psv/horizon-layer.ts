import { events as psvEvents, type Viewer } from '@photo-sphere-viewer/core';
import type { BoxPx } from '#core/panorama/horizon-layout';
import type { PanoramaPose } from '#core/panorama/pose';
import { createHorizonPainter } from '../horizon-painter';
import type { HorizonTag } from '../horizon-tag';
import type { PanoramaSpot } from '../panorama-port';
import { positionOfLook } from './look';

/** Names on the horizon of the picture, drawn at the end of each of the viewer's frames. */
export interface HorizonLayer {
  set(tags: readonly HorizonTag[], pose: PanoramaPose): void;
  /** Spots whose marks and names the names keep off. */
  keepOff(spots: readonly PanoramaSpot[], pose: PanoramaPose): void;
  mark(tagId: string | null): void;
  clear(): void;
  dispose(): void;
}

interface Kept {
  readonly spot: PanoramaSpot;
  readonly position: { yaw: number; pitch: number };
}

/** Half of a spot's mark, and from its middle to the near edge of its name. */
const SPOT_HALF_PX = 15;
const SPOT_LABEL_OFFSET_PX = 22;
const LEVEL: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

/**
 * Makes the layer of a viewer.
 *
 * @param onPick - a name was tapped
 */
export function createHorizonLayer(viewer: Viewer, onPick: (tagId: string) => void): HorizonLayer {
  const painter = createHorizonPainter(viewer.container, onPick);
  const labels = createSpotLabels(viewer.container);
  const covers = createCovers(viewer.container);
  let pose = LEVEL;
  let kept: readonly Kept[] = [];
  let hasTags = false;

  /** A position in the view; null for behind the viewer. */
  const pointOf = (position: { yaw: number; pitch: number }) => {
    const direction = viewer.dataHelper.sphericalCoordsToVector3(position);
    if (direction.dot(viewer.state.direction) <= 0) return null;
    const { x: xPx, y: yPx } = viewer.dataHelper.sphericalCoordsToViewerCoords(position);
    return { xPx, yPx };
  };
  const draw = (): void => {
    if (!hasTags) return;
    const { width: widthPx, height: heightPx } = viewer.getSize();
    const taken = kept.flatMap(({ spot, position }) => {
      const point = spot.arrow === null ? pointOf(position) : null;
      return point === null ? [] : [boxOfSpot(point, labels.of(spot.id))];
    });
    const project = (direction: { headingDeg: number; pitchDeg: number }) =>
      pointOf(positionOfLook(direction, pose));
    painter.draw({ widthPx, heightPx, taken: [...covers.boxes(), ...taken], project });
  };
  viewer.addEventListener(psvEvents.RenderEvent.type, draw);
  return {
    set(tags, nextPose) {
      pose = nextPose;
      hasTags = tags.length > 0;
      painter.setTags(tags);
      void document.fonts.ready.then(() => viewer.needsUpdate());
      viewer.needsUpdate();
    },
    keepOff(spots, nextPose) {
      labels.forget();
      kept = spots.map((spot) => ({ spot, position: positionOfLook(spot, nextPose) }));
    },
    mark(tagId) {
      painter.mark(tagId);
      viewer.needsUpdate();
    },
    clear() {
      hasTags = false;
      kept = [];
      painter.setTags([]);
    },
    dispose() {
      viewer.removeEventListener(psvEvents.RenderEvent.type, draw);
      painter.dispose();
    },
  };
}

/** How often what stands over the view is measured anew: it folds and unfolds now and then. */
const MEASURE_EVERY_MS = 500;

/** Buttons and panels over the view that say that names keep off them. */
function createCovers(container: HTMLElement) {
  let boxes: readonly BoxPx[] = [];
  let measuredMs = Number.NEGATIVE_INFINITY;
  return {
    boxes(): readonly BoxPx[] {
      const now = performance.now();
      if (now - measuredMs < MEASURE_EVERY_MS) return boxes;
      measuredMs = now;
      const { left, top } = container.getBoundingClientRect();
      boxes = [...document.querySelectorAll('[data-keeps-names-off]')].map((element) => {
        const box = element.getBoundingClientRect();
        return {
          leftPx: box.left - left,
          rightPx: box.right - left,
          topPx: box.top - top,
          bottomPx: box.bottom - top,
        };
      });
      return boxes;
    },
  };
}

interface SpotLabel {
  readonly element: HTMLElement;
  readonly widthPx: number;
}

/** The names of spots as they stand in the page, measured once. */
function createSpotLabels(container: HTMLElement) {
  const known = new Map<string, SpotLabel>();
  return {
    forget: () => known.clear(),
    of(spotId: string): SpotLabel | null {
      const before = known.get(spotId);
      if (before) return before;
      const button = container.querySelector(`[data-spot-id="${CSS.escape(spotId)}"]`);
      const element = button?.closest<HTMLElement>('[data-side]') ?? null;
      const widthPx = button?.querySelector<HTMLElement>(':scope > :last-child')?.offsetWidth ?? 0;
      if (element === null || widthPx === 0) return null;
      const label = { element, widthPx };
      known.set(spotId, label);
      return label;
    },
  };
}

function boxOfSpot(
  { xPx, yPx }: { readonly xPx: number; readonly yPx: number },
  label: SpotLabel | null,
): BoxPx {
  const side = label?.element.dataset['side'] ?? 'bare';
  const reachPx = SPOT_LABEL_OFFSET_PX + (label?.widthPx ?? 0);
  return {
    leftPx: xPx - (side === 'left' ? reachPx : SPOT_HALF_PX),
    rightPx: xPx + (side === 'right' ? reachPx : SPOT_HALF_PX),
    topPx: yPx - SPOT_HALF_PX,
    bottomPx: yPx + SPOT_HALF_PX * (side === 'below' ? 3 : 1),
  };
}
