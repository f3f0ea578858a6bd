import type { Viewer } from '@photo-sphere-viewer/core';
import {
  EquirectangularTilesAdapter,
  type EquirectangularTilesAdapterConfig,
} from '@photo-sphere-viewer/equirectangular-tiles-adapter';

const adapters = new WeakMap<Viewer, WatchedTilesAdapter>();

/** PSV's states of a tile that is still to come: waiting and on its way. */
const UNFINISHED: readonly number[] = [1, 2];

/**
 * PSV's tile adapter, asked whether the tiles in view are drawn. PSV tells of no tile that
 * arrives; its queue is internal, so the exact pin of PSV and the end-to-end tests stand behind
 * this.
 */
export class WatchedTilesAdapter extends EquirectangularTilesAdapter {
  constructor(viewer: Viewer, config: EquirectangularTilesAdapterConfig) {
    super(viewer, config);
    adapters.set(viewer, this);
  }

  /** False before the first tiles of a picture are asked for, and while one is on its way. */
  get hasAllTilesInView(): boolean {
    const hasAsked = Object.keys(this['state'].tiles).length > 0;
    const tasks = Object.values(this['queue'].tasks) as readonly { readonly status: number }[];
    return hasAsked && tasks.every(({ status }) => !UNFINISHED.includes(status));
  }
}

/** Whether the tiles in a viewer's view are drawn. */
export function hasAllTilesInView(viewer: Viewer): boolean {
  return adapters.get(viewer)?.hasAllTilesInView ?? false;
}
