import { useEffect } from 'react';
import type { PanoramaDetail } from '#scene';
import { appUrl } from '../../adapters/net';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { useApp } from '../../state/app-context';
import type { Locale } from '../../state/store';
import { firstLookOf, pictureOf, spotsOf } from './panorama-data';

/** What the panorama view does when something is asked of it. */
export interface PanoramaHandlers {
  readonly onSpot: (spotId: string) => void;
  readonly onShown: (panoramaId: string) => void;
  readonly onFailed: (panoramaId: string) => void;
}

/** How a picture is shown. */
export interface PanoramaWish {
  readonly locale: Locale;
  /** False while the globe is shown. */
  readonly isOpen: boolean;
  /** Another number shows the same picture again. */
  readonly attempt: number;
}

/**
 * Shows a panorama's picture in the viewer and ties the viewer to the store.
 *
 * @param viewer - null while there is none
 * @param detail - null while nothing is to be shown
 */
export function usePanoramaWiring(
  viewer: PanoramaPort | null,
  detail: PanoramaDetail | null,
  how: PanoramaWish,
  handlers: PanoramaHandlers,
): void {
  const { store, actions } = useApp();
  const { locale, isOpen, attempt } = how;
  const { onSpot, onShown, onFailed } = handlers;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of language changes labels, not the picture (below).
  useEffect(
    function showPicture() {
      delete document.documentElement.dataset['panorama'];
      if (!viewer || !detail) return;
      const abort = new AbortController();
      const look = firstLookOf(detail, store.getState().view.look);
      viewer.show(pictureOf(detail, locale, appUrl), look, { signal: abort.signal }).then(
        () => onShown(detail.id),
        () => {
          if (!abort.signal.aborted) onFailed(detail.id);
        },
      );
      return () => abort.abort();
    },
    [viewer, detail, store, attempt],
  );

  useEffect(
    function leavePicture() {
      if (viewer && !isOpen) viewer.leave();
    },
    [viewer, isOpen],
  );

  useEffect(
    function labelSpots() {
      if (viewer && detail) viewer.setSpots(spotsOf(detail, locale));
    },
    [viewer, detail, locale],
  );

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
