import { useEffect } from 'react';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { appUrl } from '../../adapters/net';
import type { PanoramaNeighbour, PanoramaPort } from '../../adapters/panorama-port';
import { pictureOf } from './panorama-data';
import type { PanoramaDetails } from './panorama-details';

/**
 * Once the picture is sharp, loads what may be next: where the links lead, seen as one arrives, and
 * the other seasons and hours, seen as the present one. Left with the picture.
 */
export function useNeighbours(
  viewer: PanoramaPort | null,
  detail: PanoramaDetail | null,
  scene: SceneIndex,
  details: PanoramaDetails,
): void {
  useEffect(
    function preloadNeighbours() {
      if (!viewer || !detail) return;
      const abort = new AbortController();
      let stopPreload = (): void => undefined;
      const stopListening = viewer.on('tilesSettled', (id) => {
        if (id !== detail.id) return;
        stopListening();
        neighboursOf(viewer, detail, { scene, details }, abort.signal).then(
          (neighbours) => {
            if (!abort.signal.aborted) stopPreload = viewer.preload(neighbours);
          },
          // Not to be had now: it is asked for again, and told, when somebody goes there.
          () => undefined,
        );
      });
      return () => {
        stopListening();
        abort.abort();
        stopPreload();
      };
    },
    [viewer, detail, scene, details],
  );
}

async function neighboursOf(
  viewer: PanoramaPort,
  detail: PanoramaDetail,
  { scene, details }: { readonly scene: SceneIndex; readonly details: PanoramaDetails },
  signal: AbortSignal,
): Promise<readonly PanoramaNeighbour[]> {
  const look = viewer.look();
  const wanted = [
    ...detail.links.map(({ panoramaId, headingDeg }) => ({
      panoramaId,
      look: { ...look, headingDeg, pitchDeg: 0 },
    })),
    ...detail.variants
      .filter(({ panoramaId }) => panoramaId !== detail.id)
      .map(({ panoramaId }) => ({ panoramaId, look })),
  ];
  return Promise.all(
    wanted.flatMap(({ panoramaId, look: arrival }) => {
      const summary = scene.panoramas.find(({ id }) => id === panoramaId);
      if (!summary) return [];
      return [
        details.load(summary.detailUrl, signal).then((next) => ({
          picture: pictureOf(next, 'vi', appUrl),
          look: arrival,
        })),
      ];
    }),
  );
}
