import { describe, expect, it } from 'vitest';
import type { SceneIndex } from '#scene';
import { type AppState, createAppStore } from './store';
import { offersOnlineTerrain, terrainTier, wantsOnlineTerrain } from './terrain-tier';
import { OPENING_VIEW } from './view';

const SOURCE = { urlTemplate: 'https://tiles.example/{z}/{x}/{y}.png', maxZoom: 12, credit: 'c' };

function state(
  onlineTerrain: SceneIndex['onlineTerrain'],
  change: Partial<AppState> = {},
): AppState {
  const store = createAppStore({
    view: OPENING_VIEW,
    locale: 'vi',
    quality: 'lean',
    isQualityChosen: true,
    onlineTerrainChoice: null,
  });
  const scene: SceneIndex = {
    formatVersion: 1,
    contentHash: 'test',
    title: { vi: 'x', en: 'x' },
    subtitle: { vi: 'x', en: 'x' },
    regionBoxDeg: { westDeg: 101.8, southDeg: 20.2, eastDeg: 106.3, northDeg: 23.5 },
    openingView: { lonDeg: 104, latDeg: 20, heightEllipsoidalM: 1, headingDeg: 0, pitchDeg: -9 },
    shownRouteIds: [],
    onlineTerrain,
    ...(onlineTerrain !== 'off' && { onlineTerrainSource: SOURCE }),
    terrain: { tilesetId: 'nw-sketch', tier: 'sketch' },
    imagery: { tilesetId: 'nw-sketch-relief' },
    provinces: [],
    gateways: [],
    places: [],
    routes: [],
    findUrl: '',
    eventsUrl: '',
    productsUrl: '',
    climates: [],
    stories: [],
    panoramas: [],
  };
  return { ...store.getState(), scene, hasGlobeSettled: true, ...change };
}

describe('wantsOnlineTerrain', () => {
  it('waits for a yes where the scene says ask', () => {
    expect(wantsOnlineTerrain(state('ask'))).toBe(false);
    expect(wantsOnlineTerrain(state('ask', { onlineTerrainChoice: 'no' }))).toBe(false);
    expect(wantsOnlineTerrain(state('ask', { onlineTerrainChoice: 'yes' }))).toBe(true);
  });

  it('goes ahead where the scene says on, unless the visitor said no', () => {
    expect(wantsOnlineTerrain(state('on'))).toBe(true);
    expect(wantsOnlineTerrain(state('on', { onlineTerrainChoice: 'no' }))).toBe(false);
  });

  it('never asks the network where the scene says off, whatever was remembered', () => {
    expect(wantsOnlineTerrain(state('off', { onlineTerrainChoice: 'yes' }))).toBe(false);
  });
});

describe('offersOnlineTerrain', () => {
  it('offers once, after the first whole view', () => {
    expect(offersOnlineTerrain(state('ask', { hasGlobeSettled: false }))).toBe(false);
    expect(offersOnlineTerrain(state('ask'))).toBe(true);
    expect(offersOnlineTerrain(state('ask', { onlineTerrainChoice: 'no' }))).toBe(false);
  });

  it('offers nothing where the scene decides', () => {
    expect(offersOnlineTerrain(state('on'))).toBe(false);
    expect(offersOnlineTerrain(state('off'))).toBe(false);
  });
});

describe('terrainTier', () => {
  it('is online only when the tiles are reached', () => {
    expect(terrainTier(state('ask', { onlineTerrainPhase: 'connecting' }))).toBe('sketch');
    expect(terrainTier(state('ask', { onlineTerrainPhase: 'on' }))).toBe('online');
  });
});
