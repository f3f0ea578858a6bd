import { useEffect } from 'react';
import type { SceneIndex } from '#scene';
import type { GlobePort } from '../../adapters/globe-port';
import { loadBorders, loadRivers, loadRoads } from '../../adapters/net';
import { useAppState } from '../../state/app-context';
import { terrainTier } from '../../state/terrain-tier';
import { type Loading, useDetail } from '../use-detail';
import { borderLinesOf, provinceNamesOf, riverLinesOf, roadLinesOf } from './line-data';

/**
 * Draws the lines whose layers are on. Their files are fetched when they are first wanted, and not
 * before the globe has shown a whole view.
 *
 * @param globe - null while there is none
 */
export function useLineLayers(globe: GlobePort | null, scene: SceneIndex): void {
  useBorders(globe, scene);
  useRoads(globe, scene);
  useRivers(globe, scene);
}

function useBorders(globe: GlobePort | null, { bordersUrl }: SceneIndex): void {
  const era = useAppState((state) => state.layers.provinces);
  const locale = useAppState((state) => state.locale);
  const borders = useFileWhen(era !== 'none', bordersUrl, loadBorders);
  useEffect(
    function drawBorders() {
      globe?.setLines('borders', borders ? borderLinesOf(borders, era) : []);
    },
    [globe, borders, era],
  );
  useEffect(
    function nameProvinces() {
      globe?.setRegionNames(borders ? provinceNamesOf(borders, era, locale) : []);
    },
    [globe, borders, era, locale],
  );
}

function useRoads(globe: GlobePort | null, { roadsUrl }: SceneIndex): void {
  const isOn = useAppState((state) => state.layers.hasRoads);
  const roads = useFileWhen(isOn, roadsUrl, loadRoads);
  useEffect(
    function drawRoads() {
      globe?.setLines('roads', roads ? roadLinesOf(roads) : []);
    },
    [globe, roads],
  );
}

/** Rivers of the sketch belong to the sketch: beside real valleys they would be false. */
function useRivers(globe: GlobePort | null, { riversUrl }: SceneIndex): void {
  const isOn = useAppState((state) => state.layers.hasRivers && terrainTier(state) === 'sketch');
  const rivers = useFileWhen(isOn, riversUrl, loadRivers);
  useEffect(
    function drawRivers() {
      globe?.setLines('rivers', rivers ? riverLinesOf(rivers) : []);
    },
    [globe, rivers],
  );
}

/** A file while it is wanted; null until it is there. */
function useFileWhen<T>(
  isWanted: boolean,
  url: string | undefined,
  load: (url: string, signal: AbortSignal) => Promise<T>,
): T | null {
  const hasGlobeSettled = useAppState((state) => state.hasGlobeSettled);
  const file: Loading<T> = useDetail(isWanted && hasGlobeSettled && url ? url : null, load);
  return isWanted && file.status === 'ready' ? file.value : null;
}
