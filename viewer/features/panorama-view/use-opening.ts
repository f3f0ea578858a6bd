import { useEffect } from 'react';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { appUrl } from '../../adapters/net';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { type App, useApp } from '../../state/app-context';
import { firstLookOf, pictureOf, spotsOf } from './panorama-data';
import type { PanoramaDetails } from './panorama-details';

/** What is told of a picture that is opened. */
export interface OpeningHandlers {
  readonly onShown: (panoramaId: string) => void;
  /** The picture cannot be shown; that its details cannot be had is told by who asks for them. */
  readonly onFailed: (panoramaId: string) => void;
}

interface Opening {
  readonly scene: SceneIndex;
  readonly details: PanoramaDetails;
  /** Another number shows the same picture again. */
  readonly attempt: number;
}

/**
 * Shows the panorama that the store names, at once and beside React: preview and details are asked
 * for in the click itself, and the picture does not wait until the page around it is drawn.
 *
 * @param viewer - null while there is none
 */
export function useOpening(
  viewer: PanoramaPort | null,
  { scene, details, attempt }: Opening,
  { onShown, onFailed }: OpeningHandlers,
): void {
  const app = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt shows the same again.
  useEffect(
    function followStore() {
      if (!viewer) return;
      return openPictures(viewer, app, { scene, details }, { onShown, onFailed });
    },
    [viewer, app, scene, details, attempt, onShown, onFailed],
  );
}

/** Does so until it is stopped. */
function openPictures(
  viewer: PanoramaPort,
  { store }: App,
  { scene, details }: Omit<Opening, 'attempt'>,
  { onShown, onFailed }: OpeningHandlers,
): () => void {
  let abort = new AbortController();
  let shown: PanoramaDetail | null = null;
  const show = async (previewUrl: string, detailUrl: string): Promise<void> => {
    const { signal } = abort;
    viewer.prepare(appUrl(previewUrl));
    const detail = await details.load(detailUrl, signal).catch(() => null);
    if (!detail || signal.aborted) return;
    const { view, locale } = store.getState();
    const picture = pictureOf(detail, locale, appUrl);
    try {
      await viewer.show(picture, firstLookOf(detail, view.look), { signal });
      if (signal.aborted) return;
      shown = detail;
      onShown(detail.id);
    } catch {
      if (!signal.aborted) onFailed(detail.id);
    }
  };
  const open = (panoramaId: string | null): void => {
    abort.abort();
    abort = new AbortController();
    shown = null;
    delete document.documentElement.dataset['panorama'];
    const summary = scene.panoramas.find(({ id }) => id === panoramaId);
    if (summary) void show(summary.previewUrl, summary.detailUrl);
    else viewer.leave();
  };
  open(store.getState().view.panoramaId);
  const stop = store.subscribe((state, before) => {
    if (state.view.panoramaId !== before.view.panoramaId) open(state.view.panoramaId);
    else if (state.locale !== before.locale && shown) {
      viewer.setSpots(spotsOf(shown, state.locale));
    }
  });
  return () => {
    stop();
    abort.abort();
  };
}
