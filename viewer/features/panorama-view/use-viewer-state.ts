import { useEffect, useState } from 'react';
import type { PanoramaFilm, PanoramaPort } from '../../adapters/panorama-port';

/** What the chrome shows of a viewer; none of it changes at frame rate. */
export interface ViewerState {
  readonly headingDeg: number;
  readonly failedTiles: number;
  /** True once a picture of this viewer was sharp. */
  readonly hasBeenSharp: boolean;
  readonly isRoaming: boolean;
  readonly isFollowingPhone: boolean;
  readonly film: PanoramaFilm | null;
}

const AT_REST: ViewerState = {
  headingDeg: 0,
  failedTiles: 0,
  hasBeenSharp: false,
  isRoaming: false,
  isFollowingPhone: false,
  film: null,
};

/** Follows a viewer's events. */
export function useViewerState(viewer: PanoramaPort | null): ViewerState {
  const [state, setState] = useState(AT_REST);
  useEffect(
    function followViewer() {
      setState(AT_REST);
      if (!viewer) return;
      const put = (change: Partial<ViewerState>): void =>
        setState((old) => ({ ...old, ...change }));
      const stops = [
        viewer.on('lookSettled', (look) => put({ headingDeg: Math.round(look.headingDeg) % 360 })),
        viewer.on('tilesSettled', () => put({ hasBeenSharp: true })),
        viewer.on('tilesFailed', (failedTiles) => put({ failedTiles })),
        viewer.on('roamingChanged', (isRoaming) => put({ isRoaming })),
        viewer.on('sensesChanged', (mode) => put({ isFollowingPhone: mode !== 'none' })),
        viewer.on('filmChanged', (film) => put({ film })),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [viewer],
  );
  return state;
}
