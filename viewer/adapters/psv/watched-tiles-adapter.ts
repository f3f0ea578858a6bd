import type { Viewer } from '@photo-sphere-viewer/core';
import {
  EquirectangularTilesAdapter,
  type EquirectangularTilesAdapterConfig,
} from '@photo-sphere-viewer/equirectangular-tiles-adapter';

const adapters = new WeakMap<Viewer, WatchedTilesAdapter>();

/**
 * PSV's tile adapter, asked how many tiles it still waits for. PSV tells of no tile that arrives;
 * the queue is internal to it, so the exact pin of PSV and a browser test stand behind this.
 */
export class WatchedTilesAdapter extends EquirectangularTilesAdapter {
  constructor(viewer: Viewer, config: EquirectangularTilesAdapterConfig) {
    super(viewer, config);
    adapters.set(viewer, this);
  }

  get waitingTiles(): number {
    return Object.keys(this['queue'].tasks).length;
  }
}

/** Tiles in view that a viewer has not drawn yet. */
export function waitingTilesOf(viewer: Viewer): number {
  return adapters.get(viewer)?.waitingTiles ?? 0;
}
