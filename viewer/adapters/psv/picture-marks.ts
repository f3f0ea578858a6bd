import type { Viewer } from '@photo-sphere-viewer/core';
import type { Emitter } from '#core/emitter';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaEvents, PanoramaPort } from '../panorama-port';
import { createHorizonLayer } from './horizon-layer';
import { createLinkArrows } from './link-arrows';
import { createSpotLayer } from './spots';

/** Everything that stands in the picture: links and their arrows, hotspots, names. */
export interface PictureMarks
  extends Pick<PanoramaPort, 'setSpots' | 'setHorizon' | 'markHorizon'> {
  /** Arrows are drawn in the scene itself; a saved picture is without them. */
  setArrowsVisible(areVisible: boolean): void;
  clear(): void;
  dispose(): void;
}

/**
 * Makes the marks of a viewer.
 *
 * @param state - the pose of the picture that is shown
 */
export function createPictureMarks(
  viewer: Viewer,
  events: Emitter<PanoramaEvents>,
  state: { readonly pose: PanoramaPose },
): PictureMarks {
  const arrows = createLinkArrows(viewer);
  const spots = createSpotLayer(viewer, {
    onPick: (id) => events.emit('spotPicked', id),
    onPoint: arrows.emphasise,
  });
  const horizon = createHorizonLayer(viewer, (id) => events.emit('horizonPicked', id));
  return {
    setSpots(next) {
      spots.set(next, state.pose);
      arrows.set(next, state.pose);
      horizon.keepOff(next, state.pose);
    },
    setHorizon: (tags) => horizon.set(tags, state.pose),
    markHorizon: horizon.mark,
    setArrowsVisible: arrows.setVisible,
    clear() {
      spots.clear();
      arrows.clear();
      horizon.clear();
    },
    dispose() {
      spots.dispose();
      arrows.clear();
      horizon.dispose();
    },
  };
}
