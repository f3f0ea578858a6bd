import type { CesiumWidget } from 'cesium';
import type { FollowingPort } from '../following-port';
import { flyAlong } from './fly-along';
import { sampleHeights } from './ground-heights';
import { createRouteCursor } from './route-cursor';

/** The globe's part for somebody who follows a route. */
export function createFollowing(widget: CesiumWidget): FollowingPort {
  const cursor = createRouteCursor(widget);
  return {
    flyAlong: (path, options) => flyAlong(widget, path, options),
    setRouteCursor: cursor.show,
    sampleHeights: (points, spacingM) => sampleHeights(widget, points, spacingM),
  };
}
