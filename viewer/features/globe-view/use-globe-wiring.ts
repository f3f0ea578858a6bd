import { useEffect } from 'react';
import type { PlaceSummary, SceneIndex } from '#scene';
import type { GlobePort } from '../../adapters/globe-port';
import { type App, useApp } from '../../state/app-context';
import { isKindShown } from '../../state/layers';
import type { AppState } from '../../state/store';
import { globePlacesOf } from './globe-data';
import { createFrameMeter } from './measure-quality';

/**
 * Ties a globe to the store in both directions, outside React: nothing at frame rate goes
 * through components.
 *
 * @param globe - null while there is none
 */
export function useGlobeWiring(globe: GlobePort | null): void {
  const app = useApp();
  useEffect(
    function wireGlobe() {
      if (!globe) return;
      return wire(globe, app);
    },
    [globe, app],
  );
}

function wire(globe: GlobePort, { store, actions }: App): () => void {
  let flight = new AbortController();
  const meter = createFrameMeter(() => performance.now());
  let drawn: AppState | null = null;
  const apply = (state: AppState, before: AppState | null): void => {
    const { scene } = state;
    if (!scene) return;
    // Covered, nobody sees what is marked: it follows when the globe is seen again.
    if (!isCovered(state) || drawn === null) {
      if (hasOtherPlaces(state, drawn)) {
        globe.setPlaces(
          globePlacesOf(placesOnMap(state, scene), state.locale, drawnPlaceIds(state)),
        );
      }
      if (hasOtherHighlight(state, drawn)) globe.setHighlight(highlightOf(state));
      drawn = state;
    }
    if (state.frame.leftPx !== before?.frame.leftPx) globe.setCovered(state.frame.leftPx);
    if (state.quality !== before?.quality) globe.setQuality(state.quality);
    if (isCovered(state) !== (before ? isCovered(before) : false)) {
      globe.setActive(!isCovered(state));
    }
    const wish = state.cameraWish;
    if (before && wish && wish.serial !== before.cameraWish?.serial) {
      flight.abort();
      flight = new AbortController();
      if (wish.kind === 'cut') globe.setView(wish.view);
      // A flight that the visitor interrupts is no failure.
      else globe.flyTo(wish.view, { signal: flight.signal }).catch(() => undefined);
    }
  };
  apply(store.getState(), null);
  const stops = [
    store.subscribe(apply),
    globe.on('placePicked', (placeId) => {
      if (placeId) actions.openPlace(placeId);
    }),
    globe.on('placeHovered', actions.hoverPlace),
    globe.on('viewSettled', actions.cameraSettled),
    globe.on('viewMoved', () => {
      const quality = meter();
      if (quality) actions.measuredQuality(quality);
    }),
    globe.on('tilesSettled', () => {
      document.documentElement.dataset['globe'] = 'settled';
      actions.globeSettled();
    }),
  ];
  return () => {
    flight.abort();
    for (const stop of stops) stop();
    delete document.documentElement.dataset['globe'];
  };
}

function isCovered(state: AppState): boolean {
  return state.view.panoramaId !== null;
}

function highlightOf(state: AppState) {
  return {
    selectedPlaceId: state.view.placeId,
    hoveredPlaceId: state.hoveredPlaceId,
    selectedRouteId: state.view.routeId,
  };
}

function hasOtherPlaces(state: AppState, before: AppState | null): boolean {
  return (
    state.scene !== before?.scene ||
    state.locale !== before.locale ||
    state.foundPlaceIds !== before.foundPlaceIds ||
    state.layers.hiddenGroups !== before.layers.hiddenGroups ||
    (areSomeHidden(state) && state.view.placeId !== before.view.placeId)
  );
}

/** Whether the map leaves out places, so that an open one must be added. */
function areSomeHidden({ foundPlaceIds, layers }: AppState): boolean {
  return foundPlaceIds !== null || layers.hiddenGroups.length > 0;
}

/** Places whose layer is on, and the one whose card is open; what is looked for shows anyway. */
function placesOnMap(
  { foundPlaceIds, layers, view }: AppState,
  { places }: SceneIndex,
): readonly PlaceSummary[] {
  if (foundPlaceIds !== null || layers.hiddenGroups.length === 0) return places;
  return places.filter(({ id, kind }) => id === view.placeId || isKindShown(kind, layers));
}

/** What is found, and the place whose card is open. */
function drawnPlaceIds({ foundPlaceIds, view }: AppState): readonly string[] | null {
  if (foundPlaceIds === null || view.placeId === null) return foundPlaceIds;
  return [...foundPlaceIds, view.placeId];
}

function hasOtherHighlight(state: AppState, before: AppState | null): boolean {
  return (
    state.scene !== before?.scene ||
    state.locale !== before.locale ||
    state.view.placeId !== before.view.placeId ||
    state.view.routeId !== before.view.routeId ||
    state.hoveredPlaceId !== before.hoveredPlaceId
  );
}
