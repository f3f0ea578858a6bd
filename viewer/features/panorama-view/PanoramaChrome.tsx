import { useState } from 'react';
import type { PanoramaDetail, PanoramaSummary, SceneIndex } from '#scene';
import type { PanoramaPort, PanoramaSpot } from '../../adapters/panorama-port';
import { Button } from '../../ui/Button';
import { useWords } from '../use-translate';
import { AroundList } from './AroundList';
import { FilmControls } from './FilmControls';
import { Gallery } from './Gallery';
import { HorizonCamera, HorizonCameraButton } from './HorizonCamera';
import { HorizonList, HorizonNames, HorizonSwitch } from './HorizonNames';
import { LookControls, type OpenPanel } from './LookControls';
import { Minimap } from './Minimap';
import { MoreTools } from './MoreTools';
import { PanoramaHeader } from './PanoramaHeader';
import styles from './panorama-chrome.module.css';
import { spotsOf } from './panorama-data';
import { useHorizon } from './use-horizon';
import { useViewerState } from './use-viewer-state';

/** What stands over a panorama. Few and quiet: the land is the hero. */
export function PanoramaChrome(props: {
  readonly scene: SceneIndex;
  readonly summary: PanoramaSummary;
  readonly detail: PanoramaDetail | null;
  readonly viewer: PanoramaPort | null;
  readonly panel: OpenPanel;
  readonly onPanel: (panel: OpenPanel) => void;
  readonly onChoose: (spot: PanoramaSpot) => void;
}) {
  const { scene, summary, detail, viewer, panel, onPanel } = props;
  const { t, text, locale } = useWords();
  const state = useViewerState(viewer);
  const horizon = useHorizon(viewer, detail);
  const [isCameraOpen, setCameraOpen] = useState(false);
  const close = (): void => onPanel(null);
  return (
    <>
      <PanoramaHeader summary={summary} detail={detail} viewer={viewer} />
      <LookControls viewer={viewer} headingDeg={state.headingDeg} panel={panel} onPanel={onPanel} />
      {detail && viewer && panel === 'more' && (
        <MoreTools viewer={viewer} detail={detail} {...state} onDone={close}>
          <HorizonSwitch horizon={horizon} />
          <HorizonCameraButton
            names={horizon.names}
            onOpen={() => {
              close();
              setCameraOpen(true);
            }}
          />
        </MoreTools>
      )}
      {detail && (
        <AroundList
          spots={spotsOf(detail, locale)}
          headingDeg={state.headingDeg}
          isOpen={panel === 'around'}
          onClose={close}
          onChoose={props.onChoose}
        >
          <HorizonList horizon={horizon} headingDeg={state.headingDeg} />
        </AroundList>
      )}
      {detail && (
        <Minimap scene={scene} detail={detail} viewer={viewer} hasPicture={state.hasBeenSharp} />
      )}
      {panel === 'gallery' && <Gallery scene={scene} panoramaId={summary.id} onClose={close} />}
      <HorizonNames horizon={horizon} />
      {isCameraOpen && (
        <HorizonCamera
          names={horizon.names}
          title={text(summary.title)}
          onClose={() => setCameraOpen(false)}
        />
      )}
      {viewer && state.film && <FilmControls viewer={viewer} film={state.film} />}
      {viewer && state.failedTiles > 0 && (
        <div className={styles['failure']} role="status">
          {t('panorama.tilesFailed')}
          <Button onClick={() => viewer.retryTiles()}>{t('app.retry')}</Button>
        </div>
      )}
      {detail && (
        <footer className={styles['credit']}>
          {[detail.credit, detail.licence, detail.date].filter(Boolean).join(' · ')}
        </footer>
      )}
    </>
  );
}
