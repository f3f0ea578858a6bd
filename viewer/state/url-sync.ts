import type { Actions } from './actions';
import { encodeLayers, type Layers } from './layers';
import type { AppStore } from './store';
import { decodeView, encodeView } from './url-codec';
import type { View } from './view';

/** The browser's history as far as it is needed: `window` in the app, a fake in tests. */
export interface HistoryHost {
  readonly location: { readonly search: string; readonly pathname: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

/** Query parameters that are settings of the page, kept as they are through every change. */
const SETTINGS = ['lang', 'quality'] as const;

/**
 * Keeps the address true to the view: a new thing shown is a step in the history, a moved camera
 * changes the present step. Back and forward bring the view back; the layers stay as they are.
 *
 * @returns what ends it
 */
export function syncUrl(store: AppStore, actions: Actions, host: HistoryHost): () => void {
  let last = store.getState().view;
  let lastLayers = store.getState().layers;
  const stop = store.subscribe((state) => {
    const { view, layers } = state;
    if ((view === last && layers === lastLayers) || !state.scene) return;
    const isStep = isOtherSubject(view, last);
    last = view;
    lastLayers = layers;
    const url = `${host.location.pathname}${queryOf(view, layers, host.location.search)}`;
    if (url === `${host.location.pathname}${host.location.search}`) return;
    if (isStep) host.history.pushState(null, '', url);
    else host.history.replaceState(null, '', url);
  });
  const onPop = (): void => {
    const view = decodeView(host.location.search);
    // What comes from the history must not be written into it again.
    last = view;
    actions.restoreView(view);
    last = store.getState().view;
  };
  host.addEventListener('popstate', onPop);
  return () => {
    stop();
    host.removeEventListener('popstate', onPop);
  };
}

function isOtherSubject(a: View, b: View): boolean {
  return (
    a.placeId !== b.placeId ||
    a.routeId !== b.routeId ||
    // The scenes of a story are one step: back leaves the story.
    (a.panoramaId !== b.panoramaId && (a.story === null || b.story === null)) ||
    (a.calendar === null) !== (b.calendar === null) ||
    a.story?.storyId !== b.story?.storyId
  );
}

function queryOf(view: View, layers: Layers, presentSearch: string): string {
  const present = new URLSearchParams(presentSearch);
  const settings = SETTINGS.flatMap((name) => {
    const value = present.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const drawn = encodeLayers(layers);
  const layerParts = drawn === '' ? [] : [`layers=${drawn}`];
  const query = [...settings, ...layerParts, encodeView(view)]
    .filter((part) => part !== '')
    .join('&');
  return query === '' ? '' : `?${query}`;
}
