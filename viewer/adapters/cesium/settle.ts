import type { CesiumWidget } from 'cesium';

/** Frames in a row that must be complete before a view counts as settled. */
const CALM_FRAMES = 3;

/** Watches whether everything in view is drawn. */
export interface SettleWatch {
  /** Something changed: draw until it is calm again. */
  disturb(): void;
  /** The ground is laid; before that nothing settles. */
  groundLaid(): void;
  dispose(): void;
}

/**
 * Draws frame after frame while tiles are on their way, then says once that all is there.
 * With drawing on demand nobody else asks again after asynchronous work.
 *
 * @param areLinesReady - whether lines that workers lay on the ground are there
 */
export function watchSettling(
  widget: CesiumWidget,
  onSettled: () => void,
  areLinesReady: () => boolean,
): SettleWatch {
  const { scene } = widget;
  let isGroundLaid = false;
  let isSettled = false;
  let calmFrames = 0;
  const disturb = (): void => {
    isSettled = false;
    calmFrames = 0;
    scene.requestRender();
  };
  const removers = [
    scene.globe.tileLoadProgressEvent.addEventListener((waiting: number) => {
      if (waiting > 0) disturb();
    }),
    scene.postRender.addEventListener(() => {
      if (isSettled) return;
      const isComplete =
        isGroundLaid &&
        scene.globe.tilesLoaded &&
        widget.dataSourceDisplay.ready &&
        areLinesReady();
      calmFrames = isComplete ? calmFrames + 1 : 0;
      if (calmFrames < CALM_FRAMES) {
        scene.requestRender();
        return;
      }
      isSettled = true;
      onSettled();
    }),
  ];
  return {
    disturb,
    groundLaid() {
      isGroundLaid = true;
      disturb();
    },
    dispose() {
      for (const remove of removers) remove();
    },
  };
}
