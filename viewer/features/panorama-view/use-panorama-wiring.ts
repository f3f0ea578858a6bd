import { useEffect } from 'react';
import type { PanoramaPort, PanoramaSpot } from '../../adapters/panorama-port';
import { useApp } from '../../state/app-context';

/**
 * Ties the viewer to the store, beside what is shown.
 *
 * @param viewer - null while there is none
 */
export function usePanoramaWiring(
  viewer: PanoramaPort | null,
  onSpot: (spotId: PanoramaSpot['id']) => void,
): void {
  const { store, actions } = useApp();

  useEffect(
    function listenToViewer() {
      if (!viewer) return;
      const stops = [
        viewer.on('lookSettled', actions.lookSettled),
        viewer.on('spotPicked', onSpot),
        viewer.on('tilesSettled', (id) => {
          document.documentElement.dataset['panorama'] = id;
        }),
        // An address that comes from the history turns the view of the open picture.
        store.subscribe((state, before) => {
          const { look, panoramaId } = state.view;
          const isRestored = state.cameraWish !== before.cameraWish;
          if (isRestored && look && panoramaId === before.view.panoramaId) viewer.setLook(look);
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [viewer, store, actions, onSpot],
  );
}
