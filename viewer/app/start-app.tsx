import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hasWebgl2 } from '../adapters/has-webgl2';
import { loadSceneIndex } from '../adapters/net';
import { browserSettings } from '../adapters/storage';
import { preferredLocale } from '../i18n/messages';
import { createActions } from '../state/actions';
import { AppContext } from '../state/app-context';
import { decodeLayers, encodeLayers } from '../state/layers';
import {
  createAppStore,
  type Locale,
  type OnlineTerrainChoice,
  type Quality,
} from '../state/store';
import { decodeView } from '../state/url-codec';
import { syncUrl } from '../state/url-sync';
import { App } from './App';

const LOCALE_KEY = 'locale';
const QUALITY_KEY = 'quality';
const ONLINE_TERRAIN_KEY = 'online-terrain';
const LAYERS_KEY = 'layers';

/** Starts the page inside an element. */
export function startApp(element: HTMLElement): void {
  const settings = browserSettings();
  const query = new URLSearchParams(window.location.search);
  const quality = qualityOf(query.get('quality')) ?? qualityOf(settings.read(QUALITY_KEY));
  const store = createAppStore({
    view: decodeView(window.location.search),
    locale:
      localeOf(query.get('lang')) ??
      localeOf(settings.read(LOCALE_KEY)) ??
      preferredLocale(navigator.languages),
    quality: quality ?? 'balanced',
    isQualityChosen: quality !== null,
    onlineTerrainChoice: onlineTerrainChoiceOf(settings.read(ONLINE_TERRAIN_KEY)),
    layers: decodeLayers(query.get('layers') ?? settings.read(LAYERS_KEY) ?? ''),
  });
  const actions = createActions(store);
  syncUrl(store, actions, window);
  const nameLanguage = (): void => {
    document.documentElement.lang = store.getState().locale;
  };
  nameLanguage();
  store.subscribe((state, before) => {
    if (state.locale !== before.locale) {
      settings.write(LOCALE_KEY, state.locale);
      nameLanguage();
    }
    if (state.layers !== before.layers) settings.write(LAYERS_KEY, encodeLayers(state.layers));
    const choice = state.onlineTerrainChoice;
    if (choice && choice !== before.onlineTerrainChoice) settings.write(ONLINE_TERRAIN_KEY, choice);
    if (state.isQualityChosen && state.quality !== before.quality) {
      settings.write(QUALITY_KEY, state.quality);
    }
  });
  const load = (): void => {
    loadSceneIndex(new AbortController().signal).then(actions.sceneLoaded, actions.sceneFailed);
  };
  load();
  const app = { store, actions, now: () => new Date() };
  createRoot(element).render(
    <StrictMode>
      <AppContext value={app}>
        <App hasWebgl={hasWebgl2()} onRetry={load} />
      </AppContext>
    </StrictMode>,
  );
}

function onlineTerrainChoiceOf(text: string | null): OnlineTerrainChoice {
  return text === 'yes' || text === 'no' ? text : null;
}

function localeOf(text: string | null): Locale | null {
  return text === 'vi' || text === 'en' ? text : null;
}

function qualityOf(text: string | null): Quality | null {
  return text === 'full' || text === 'balanced' || text === 'lean' ? text : null;
}
