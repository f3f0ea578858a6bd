import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { loadPanoramaDetail } from '../../adapters/net';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { loadPanoramaCanvas } from '../../adapters/psv';
import { useApp, useAppState } from '../../state/app-context';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import { HotspotText } from './HotspotText';
import { PanoramaChrome } from './PanoramaChrome';
import styles from './panorama-view.module.css';
import { StillPanorama } from './StillPanorama';
import { usePanoramaKeys } from './use-panorama-keys';
import { usePanoramaWiring } from './use-panorama-wiring';

const PanoramaCanvas = lazy(() =>
  loadPanoramaCanvas().then((module) => ({ default: module.PanoramaCanvas })),
);

/**
 * The panorama over the globe. Its one viewer stays when the visitor goes back to the globe, and
 * is only hidden; it is replaced when its graphics context is lost.
 */
export function PanoramaView(props: {
  readonly scene: SceneIndex;
  /** Without it the picture is shown flat. */
  readonly hasWebgl: boolean;
}) {
  const { actions } = useApp();
  const { t, text, locale } = useWords();
  const panoramaId = useAppState((state) => state.view.panoramaId);
  const summary = props.scene.panoramas.find(({ id }) => id === panoramaId) ?? null;
  const detail = useDetail(summary?.detailUrl ?? null, loadPanoramaDetail);
  const shown = detail.status === 'ready' && summary ? detail.value : null;
  const [viewer, setViewer] = useState<PanoramaPort | null>(null);
  const [generation, setGeneration] = useState(0);
  const [shownId, setShownId] = useState<string | null>(null);
  const [hotspotId, setHotspotId] = useState<string | null>(null);
  const onFailed = useCallback(() => actions.notify('notice.panoramaFailed'), [actions]);
  const handlers = useMemo(
    () => ({ onHotspot: setHotspotId, onShown: setShownId, onFailed }),
    [onFailed],
  );
  usePanoramaWiring(viewer, shown, locale, handlers);
  usePanoramaKeys(summary ? viewer : null, actions.closePanorama);
  useReadyMark(summary && shownId === summary.id ? summary.id : null);
  const takePort = useCallback(
    (port: PanoramaPort | null) => {
      setViewer(port);
      setShownId(null);
      port?.on('contextLost', () => {
        actions.lookSettled(port.look());
        actions.notify('notice.contextRestored');
        setGeneration((n) => n + 1);
      });
    },
    [actions],
  );
  const isDrawn = props.hasWebgl ? shownId === summary?.id : shown !== null;
  const isWaiting = summary !== null && !isDrawn && detail.status !== 'failed';

  return (
    <section
      className={styles['view']}
      hidden={!summary}
      data-panorama-view={panoramaId ?? ''}
      {...(summary ? { 'aria-label': text(summary.title) } : {})}
    >
      {props.hasWebgl ? (
        <Suspense fallback={null}>
          <PanoramaCanvas
            key={generation}
            onPort={takePort}
            ariaLabel={summary ? t('panorama.label', { title: text(summary.title) }) : ''}
          />
        </Suspense>
      ) : (
        shown && <StillPanorama detail={shown} />
      )}
      {isWaiting && <Waiting label={t('panorama.loading')} />}
      {summary && (
        <PanoramaChrome scene={props.scene} summary={summary} detail={shown} viewer={viewer} />
      )}
      <HotspotText hotspot={hotspotOf(shown, hotspotId)} onClose={() => setHotspotId(null)} />
      {detail.status === 'failed' && summary && (
        <p className={styles['failure']} role="alert">
          {t('app.crashedPanorama')}
        </p>
      )}
    </section>
  );
}

function Waiting({ label }: { readonly label: string }) {
  return (
    <div className={styles['waiting']} role="status">
      <span className={styles['pulse']} aria-hidden="true" />
      {label}
    </div>
  );
}

function hotspotOf(detail: PanoramaDetail | null, hotspotId: string | null) {
  return detail?.hotspots.find(({ id }) => id === hotspotId) ?? null;
}

/** Says on the page's root which panorama is drawn; screenshots and tests wait for it. */
function useReadyMark(panoramaId: string | null): void {
  useEffect(
    function markReady() {
      if (!panoramaId) return;
      document.documentElement.dataset['shownPanorama'] = panoramaId;
      return () => {
        delete document.documentElement.dataset['shownPanorama'];
      };
    },
    [panoramaId],
  );
}
