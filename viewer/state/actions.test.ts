import { describe, expect, it } from 'vitest';
import type { PlaceSummary, SceneIndex } from '#scene';
import { createActions } from './actions';
import { createAppStore } from './store';
import { decodeView } from './url-codec';
import { type HistoryHost, syncUrl } from './url-sync';
import { OPENING_VIEW } from './view';

const text = (words: string) => ({ vi: words, en: words });
const place = (id: string, panoramaIds: readonly string[]): PlaceSummary => ({
  id,
  kind: 'peak',
  name: text(id),
  lonDeg: 103.7751,
  latDeg: 22.3033,
  heightOrthometricM: 3147,
  heightEllipsoidalM: 3116,
  importance: 1,
  provinceIds: ['lao-cai'],
  panoramaIds,
  detailUrl: `scene/details/place/${id}.json`,
});
const SCENE: SceneIndex = {
  formatVersion: 1,
  contentHash: 'test',
  title: text('Test'),
  subtitle: text('Test'),
  regionBoxDeg: { westDeg: 101.8, southDeg: 20.2, eastDeg: 106.3, northDeg: 23.5 },
  openingView: { lonDeg: 104, latDeg: 20, heightEllipsoidalM: 9e4, headingDeg: 340, pitchDeg: -30 },
  shownRouteIds: [],
  onlineTerrain: 'off',
  terrain: { tilesetId: 'nw-sketch', tier: 'sketch' },
  imagery: { tilesetId: 'nw-sketch-relief' },
  provinces: [],
  gateways: [],
  places: [place('fansipan', ['fansipan-sunrise']), place('sa-pa', [])],
  routes: [
    {
      id: 'northwest-arc',
      name: text('Arc'),
      colour: 'gold',
      distanceKm: 10,
      legs: [
        {
          mode: 'road',
          coordinates: [
            [103, 21],
            [104, 22],
          ],
        },
      ],
      stopPlaceIds: ['sa-pa'],
      detailUrl: 'scene/details/route/northwest-arc.json',
    },
  ],
  findUrl: 'scene/details/find/find.00000000.json',
  eventsUrl: '',
  productsUrl: '',
  climates: [],
  stories: [],
  panoramas: [
    {
      id: 'fansipan-sunrise',
      placeId: 'fansipan',
      kind: 'render',
      title: text('Sunrise'),
      previewUrl: 'preview.webp',
      thumbnailUrl: 't.webp',
      lonDeg: 104,
      latDeg: 22,
      previewFocus: { xRatio: 0.5, yRatio: 0.5 },
      detailUrl: 'scene/details/panorama/fansipan-sunrise.json',
    },
  ],
};

/** A browser's history: entries, a pointer, and `popstate` when it moves back. */
function fakeHistory(search: string) {
  const entries = [search];
  let at = 0;
  let onPop = (): void => undefined;
  const queryOf = (url: string): string => url.slice('/'.length);
  const host: HistoryHost = {
    location: {
      get search() {
        return entries[at] ?? '';
      },
      pathname: '/',
    },
    history: {
      pushState: (_data, _unused, url) => {
        entries.splice(at + 1, entries.length, queryOf(url));
        at += 1;
      },
      replaceState: (_data, _unused, url) => {
        entries[at] = queryOf(url);
      },
    },
    addEventListener: (_type, listener) => {
      onPop = listener;
    },
    removeEventListener: () => undefined,
  };
  const back = (): void => {
    at -= 1;
    onPop();
  };
  return { host, entries, back };
}

function startPage(search = '') {
  const store = createAppStore({
    view: decodeView(search),
    locale: 'vi',
    quality: 'lean',
    isQualityChosen: true,
    onlineTerrainChoice: null,
  });
  const actions = createActions(store);
  const history = fakeHistory(search);
  syncUrl(store, actions, history.host);
  actions.sceneLoaded(SCENE);
  return { store, actions, history };
}

describe('createActions', () => {
  it('opens a place with a flight towards it', () => {
    const { store, actions } = startPage();
    actions.openPlace('fansipan');
    const { view, cameraWish } = store.getState();
    expect(view.placeId).toBe('fansipan');
    expect(cameraWish?.kind).toBe('fly');
    expect(cameraWish?.view.heightEllipsoidalM).toBeGreaterThan(3116);
  });

  it('does nothing for a place that is not there', () => {
    const { store, actions } = startPage();
    const before = store.getState();
    actions.openPlace('atlantis');
    expect(store.getState()).toBe(before);
  });

  it('comes back from a panorama to its place with the camera as it was', () => {
    const { store, actions } = startPage();
    const camera = {
      lonDeg: 104,
      latDeg: 22,
      heightEllipsoidalM: 9000,
      headingDeg: 5,
      pitchDeg: -20,
    };
    actions.openPlace('fansipan');
    actions.cameraSettled(camera);
    actions.openPanorama('fansipan-sunrise');
    actions.closePanorama();
    expect(store.getState().view).toEqual({ ...OPENING_VIEW, placeId: 'fansipan', camera });
  });

  it('keeps a quality that the visitor chose', () => {
    const { store, actions } = startPage();
    actions.measuredQuality('full');
    expect(store.getState().quality).toBe('lean');
  });

  it('says once that an address names something unknown, and opens the globe', () => {
    const { store } = startPage('?panorama=gone&camera=104,22,9000,0,-30');
    const { view, notice } = store.getState();
    expect(view.panoramaId).toBe(null);
    expect(view.camera?.lonDeg).toBe(104);
    expect(notice?.messageKey).toBe('notice.unknownPanorama');
  });
});

describe('syncUrl', () => {
  it('makes a step in the history for each thing shown and none for a moved camera', () => {
    const { actions, history } = startPage('?quality=lean');
    actions.openPlace('sa-pa');
    actions.cameraSettled({
      lonDeg: 104,
      latDeg: 22,
      heightEllipsoidalM: 9000,
      headingDeg: 0,
      pitchDeg: -20,
    });
    actions.openPanorama('fansipan-sunrise');
    expect(history.entries).toEqual([
      '?quality=lean',
      '?quality=lean&place=sa-pa&camera=104,22,9000,0,-20',
      '?quality=lean&place=fansipan&panorama=fansipan-sunrise&camera=104,22,9000,0,-20',
    ]);
  });

  it('brings back the view of an earlier step without writing it again', () => {
    const { store, actions, history } = startPage();
    actions.openPlace('sa-pa');
    actions.openRoute('northwest-arc');
    history.back();
    expect(store.getState().view.placeId).toBe('sa-pa');
    expect(store.getState().view.routeId).toBe(null);
    expect(history.entries.length).toBe(3);
  });
});
