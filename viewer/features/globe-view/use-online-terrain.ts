import { useEffect } from 'react';
import { boxGrown, type GeoBoxDeg } from '#core/tiles/geo-box';
import type { SceneIndex } from '#scene';
import type { GlobePort } from '../../adapters/globe-port';
import { appUrl } from '../../adapters/net';
import { connectOnlineTerrain } from '../../adapters/online-terrain';
import type { OnlineTerrain } from '../../adapters/online-terrain-port';
import { type App, useApp, useAppState } from '../../state/app-context';
import { wantsOnlineTerrain } from '../../state/terrain-tier';

/** The picture goes on this far beyond the region, fading. */
const PICTURE_BELT_DEG = 0.8;

/**
 * Shows terrain from the network while the visitor wants it: reaches it within 2.5 s or stays with
 * the scene's own, goes back to that when the network goes, and tries again when it returns.
 *
 * @param globe - null while there is none
 */
export function useOnlineTerrain(globe: GlobePort | null, scene: SceneIndex): void {
  const app = useApp();
  const isWanted = useAppState(wantsOnlineTerrain);
  const { onlineTerrainSource: source, regionBoxDeg } = scene;
  useEffect(
    function showOnlineTerrain() {
      if (!globe || !isWanted || !source) return;
      return hold(globe, source, boxGrown(regionBoxDeg, PICTURE_BELT_DEG), app);
    },
    [globe, isWanted, source, regionBoxDeg, app],
  );
}

function hold(
  globe: GlobePort,
  source: NonNullable<SceneIndex['onlineTerrainSource']>,
  pictureBoxDeg: GeoBoxDeg,
  { actions }: App,
): () => void {
  const stop = new AbortController();
  let terrain: OnlineTerrain | null = null;
  let isConnecting = false;

  function goBack(): void {
    globe.setTerrain(null);
    terrain?.dispose();
    terrain = null;
    actions.onlineTerrainBecame('off');
  }

  async function connect(): Promise<void> {
    if (terrain || isConnecting) return;
    isConnecting = true;
    actions.onlineTerrainBecame('connecting');
    try {
      const reached = await connectOnlineTerrain(
        { ...source, pictureBoxDeg, geoidUrl: appUrl('geoid/egm96.json') },
        stop.signal,
      );
      if (stop.signal.aborted) return reached.dispose();
      terrain = reached;
      terrain.on('lost', () => {
        goBack();
        actions.notify('notice.onlineTerrainLost');
      });
      globe.setTerrain(terrain);
      actions.onlineTerrainBecame('on');
    } catch {
      // Its sentence is the notice: there is nothing else to be done about a network.
      if (stop.signal.aborted) return;
      actions.onlineTerrainBecame('off');
      actions.notify('notice.onlineTerrainFailed');
    } finally {
      isConnecting = false;
    }
  }

  const tryAgain = (): void => void connect();
  window.addEventListener('online', tryAgain);
  void connect();
  return () => {
    window.removeEventListener('online', tryAgain);
    stop.abort();
    goBack();
  };
}
