import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { PanoramaDetail, PanoramaSummary, SceneIndex } from '#scene';
import type { PanoramaPort, PanoramaSpot } from '../../adapters/panorama-port';
import { loadPanoramaCanvas } from '../../adapters/psv';
import { useApp, useAppState } from '../../state/app-context';
import { Button } from '../../ui/Button';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import { HotspotDialog } from './HotspotDialog';
import type { OpenPanel } from './LookControls';
import { PanoramaChrome } from './PanoramaChrome';
import { targetOfSpot } from './panorama-data';
import { createPanoramaDetails } from './panorama-details';
import styles from './panorama-view.module.css';
import { StillPanorama } from './StillPanorama';
import { useNeighbours } from './use-neighbours';
import { useOpening } from './use-opening';
import { usePanoramaKeys } from './use-panorama-keys';
import { usePanoramaWiring } from './use-panorama-wiring';

const PanoramaCanvas = lazy(() =>
  loadPanoramaCanvas().then((module) => ({ default: module.PanoramaCanvas })),
);

const Chrome = memo(PanoramaChrome);

/**
 * The panorama over the globe. Its one viewer stays when the visitor goes back to the globe, and
 * is only hidden; it is replaced when its graphics context is lost.
 */
export function PanoramaView(props: {
  readonly scene: SceneIndex;
  /** Without it the picture is shown flat. */
  readonly hasWebgl: boolean;
}) {
  const { scene, hasWebgl } = props;
  const { t, text } = useWords();
  const panoramaId = useAppState((state) => state.view.panoramaId);
  const summary = scene.panoramas.find(({ id }) => id === panoramaId) ?? null;
  const [details] = useState(createPanoramaDetails);
  const detail = useDetail(summary?.detailUrl ?? null, details.load);
  const shown = detail.status === 'ready' && summary ? detail.value : null;
  const [panel, setPanel] = useState<OpenPanel>(null);
  const picture = useShownPicture(summary?.id ?? null, setPanel);
  const { viewer, hotspotId, setHotspotId, failedId, attempt } = picture;
  const walk = useWalk(viewer, shown, setHotspotId);
  useOpening(viewer, { scene, details, attempt }, picture.handlers);
  usePanoramaWiring(viewer, walk);
  useNeighbours(viewer, shown, scene, details);
  useBackKey(summary ? viewer : null, panel, setPanel);
  useReadyMark(picture.shownId);
  const standing = useStanding(scene, summary, shown, picture.lastShownId);
  const choose = useCallback(
    (spot: PanoramaSpot) => {
      if (spot.kind === 'hotspot') viewer?.turnTo(spot);
      walk(spot.id);
    },
    [viewer, walk],
  );
  const hasFailed = detail.status === 'failed' || (summary !== null && failedId === summary.id);
  const isDrawn = hasWebgl ? picture.shownId === summary?.id : shown !== null;
  const isEntering = hasWebgl && summary !== null && picture.lastShownId === null;

  return (
    <section
      className={styles['view']}
      hidden={!summary}
      data-panorama-view={panoramaId ?? ''}
      data-is-entering={isEntering}
      {...(standing ? { 'aria-label': text(standing.summary.title) } : {})}
    >
      {hasWebgl ? (
        <Suspense fallback={null}>
          <PanoramaCanvas
            key={picture.generation}
            onPort={picture.takePort}
            ariaLabel={standing ? t('panorama.label', { title: text(standing.summary.title) }) : ''}
          />
        </Suspense>
      ) : (
        shown && <StillPanorama detail={shown} />
      )}
      {summary && !isDrawn && !hasFailed && <Waiting label={t('panorama.loading')} />}
      {standing && (
        <Chrome
          scene={scene}
          summary={standing.summary}
          detail={hasFailed ? null : standing.detail}
          viewer={viewer}
          panel={panel}
          onPanel={setPanel}
          onChoose={choose}
        />
      )}
      <HotspotDialog
        scene={scene}
        hotspot={hotspotOf(shown, hotspotId)}
        onClose={() => setHotspotId(null)}
      />
      {hasFailed && summary && (
        <div className={styles['failure']} role="alert">
          <p>{t('app.crashedPanorama')}</p>
          {detail.status !== 'failed' && (
            <Button variant="primary" onClick={picture.retry}>
              {t('app.retry')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** What comes at once needs no word; one that is drawn would hold up the picture itself. */
const WAIT_UNSAID_MS = 500;

function Waiting({ label }: { readonly label: string }) {
  const [isSaid, setIsSaid] = useState(false);
  useEffect(function sayLater() {
    const timer = setTimeout(() => setIsSaid(true), WAIT_UNSAID_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isSaid) return null;
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

/** The one viewer and which picture it shows. */
function useShownPicture(panoramaId: string | null, setPanel: (panel: OpenPanel) => void) {
  const { actions } = useApp();
  const [viewer, setViewer] = useState<PanoramaPort | null>(null);
  const [generation, setGeneration] = useState(0);
  /** Stays while the next one comes, so that nothing flashes between them; null on the globe. */
  const [lastShownId, setShownId] = useState<string | null>(null);
  const [failedId, setFailedId] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [hotspotId, setHotspotId] = useState<string | null>(null);
  const [subjectId, setSubjectId] = useState(panoramaId);
  if (subjectId !== panoramaId) {
    setSubjectId(panoramaId);
    setHotspotId(null);
    setFailedId(null);
    if (panoramaId === null) {
      setShownId(null);
      setPanel(null);
    }
  }
  const handlers = useMemo(
    () => ({
      onShown: (id: string) => {
        setShownId(id);
        setPanel(null);
        setFailedId(null);
      },
      onFailed: (id: string) => {
        setFailedId(id);
        actions.notify('notice.panoramaFailed');
      },
    }),
    [actions, setPanel],
  );
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
  const retry = useCallback(() => {
    setFailedId(null);
    setAttempt((n) => n + 1);
  }, []);
  const shownId = lastShownId === panoramaId ? lastShownId : null;
  return {
    viewer,
    generation,
    lastShownId,
    shownId,
    failedId,
    attempt,
    hotspotId,
    setHotspotId,
    handlers,
    takePort,
    retry,
  };
}

/** What choosing a spot does: walk along a link, or open what a hotspot tells. */
function useWalk(
  viewer: PanoramaPort | null,
  detail: PanoramaDetail | null,
  onHotspot: (hotspotId: string) => void,
): (spotId: PanoramaSpot['id']) => void {
  const { actions } = useApp();
  return useCallback(
    (spotId) => {
      const target = targetOfSpot(spotId);
      if (target?.kind === 'hotspot') onHotspot(target.id);
      const link = detail?.links.find(({ panoramaId }) => panoramaId === target?.id);
      if (target?.kind !== 'panorama' || !link || !viewer) return;
      const { headingDeg } = link;
      const { verticalFovDeg } = viewer.look();
      viewer.face({ headingDeg, pitchDeg: 0 });
      actions.openPanorama(target.id, { headingDeg, pitchDeg: 0, verticalFovDeg });
    },
    [viewer, detail, actions, onHotspot],
  );
}

/** Escape folds an open panel first, then goes back to the globe. */
function useBackKey(
  viewer: PanoramaPort | null,
  panel: OpenPanel,
  setPanel: (panel: OpenPanel) => void,
): void {
  const { actions } = useApp();
  const onBack = useCallback(() => {
    if (panel === null) actions.closePanorama();
    else setPanel(null);
  }, [panel, setPanel, actions]);
  usePanoramaKeys(viewer, onBack);
}

/**
 * What the page around the picture speaks of: the picture that is seen, until the next one is; what
 * is asked for when it is entered from the globe. So nothing is drawn twice on the way, and nothing
 * before the picture itself.
 */
function useStanding(
  scene: SceneIndex,
  asked: PanoramaSummary | null,
  askedDetail: PanoramaDetail | null,
  seenId: string | null,
): { readonly summary: PanoramaSummary; readonly detail: PanoramaDetail | null } | null {
  const [last, setLast] = useState(askedDetail);
  if (!asked) return null;
  const summary = scene.panoramas.find(({ id }) => id === seenId) ?? asked;
  const detail = [askedDetail, last].find((one) => one?.id === summary.id) ?? null;
  if (detail && detail !== last) setLast(detail);
  return { summary, detail };
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
