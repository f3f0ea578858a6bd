import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { SceneIndex } from '#scene';
import { type GlobeOptions, loadGlobeCanvas } from '../../adapters/cesium';
import type { GlobePort } from '../../adapters/globe-port';
import { appUrl } from '../../adapters/net';
import { useApp, useAppState } from '../../state/app-context';
import { cameraOfView } from '../../state/place-approach';
import { useWords } from '../use-translate';
import { globeRoutesOf, routesToDraw } from './globe-data';
import styles from './globe-view.module.css';
import { useGlobeWiring } from './use-globe-wiring';
import { useLineLayers } from './use-line-layers';
import { useOnlineTerrain } from './use-online-terrain';

const GlobeCanvas = lazy(() =>
  loadGlobeCanvas().then((module) => ({ default: module.GlobeCanvas })),
);

/** The globe with its places and routes; replaced by a new one when its context is lost. */
export function GlobeView(props: {
  readonly scene: SceneIndex;
  /** Given the globe for controls outside it. */
  readonly onPort: (port: GlobePort | null) => void;
}) {
  const { scene, onPort } = props;
  const { actions } = useApp();
  const { t } = useWords();
  const selectedRouteId = useAppState((state) => state.view.routeId);
  const hasRoutes = useAppState((state) => state.layers.hasRoutes);
  const [globe, setGlobe] = useState<GlobePort | null>(null);
  const [generation, setGeneration] = useState(0);
  const options = useGlobeOptions(scene, generation);
  const routes = useMemo(
    () => globeRoutesOf(routesToDraw(scene, selectedRouteId, hasRoutes)),
    [scene, selectedRouteId, hasRoutes],
  );
  const takePort = useCallback(
    (port: GlobePort | null) => {
      setGlobe(port);
      onPort(port);
      port?.on('contextLost', () => {
        actions.cameraSettled(port.view());
        actions.notify('notice.contextRestored');
        setGeneration((n) => n + 1);
      });
    },
    [actions, onPort],
  );
  useGlobeWiring(globe);
  useOnlineTerrain(globe, scene);
  useLineLayers(globe, scene);

  return (
    <div className={styles['globe']}>
      <Suspense fallback={null}>
        <GlobeCanvas
          key={generation}
          options={options}
          routes={routes}
          selectedRouteId={selectedRouteId}
          onPort={takePort}
          ariaLabel={t('globe.label')}
        />
      </Suspense>
    </div>
  );
}

/** Options of a globe, made anew for each generation from where the view stands then. */
function useGlobeOptions(scene: SceneIndex, generation: number): GlobeOptions {
  const { store, actions } = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a generation is a new globe.
  return useMemo(
    () => ({
      ground: {
        terrainUrl: appUrl(`tilesets/${scene.terrain.tilesetId}/`),
        imageryUrl: appUrl(`tilesets/${scene.imagery.tilesetId}/`),
        worldBaseUrl: appUrl('cesium/Assets/Textures/NaturalEarthII/'),
      },
      quality: store.getState().quality,
      initialView: () => cameraOfView(store.getState().view, scene, store.getState().frame),
      onGroundFailure: (part) =>
        actions.notify(part === 'terrain' ? 'notice.terrainFailed' : 'notice.imageryFailed'),
    }),
    [scene, store, actions, generation],
  );
}
