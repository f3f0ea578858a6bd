import { ArrowLeft, RotateCcw, RotateCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PanoramaDetail, PanoramaSummary, SceneIndex } from '#scene';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { useApp } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { Button, IconButton } from '../../ui/Button';
import { CompassRose } from '../../ui/CompassRose';
import { useWords } from '../use-translate';
import styles from './panorama-chrome.module.css';

const BUTTON_TURN_DEG = 30;

/** What stands over a panorama: the way back, what it is, the compass, other viewpoints, credit. */
export function PanoramaChrome(props: {
  readonly scene: SceneIndex;
  readonly summary: PanoramaSummary;
  readonly detail: PanoramaDetail | null;
  readonly viewer: PanoramaPort | null;
}) {
  const { scene, summary, detail, viewer } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const back = useRef<HTMLDivElement>(null);
  useEffect(function focusWayBack() {
    // Only where the focus stood in what the panorama now covers; an address opens without it.
    if (document.activeElement === document.body) return;
    back.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  const siblings = scene.panoramas.filter(({ placeId }) => placeId === summary.placeId);
  return (
    <>
      <header className={styles['header']}>
        <div ref={back} className={styles['back']}>
          <Button icon={<ArrowLeft aria-hidden size={18} />} onClick={actions.closePanorama}>
            {t('panorama.back')}
          </Button>
        </div>
        <div className={styles['title']}>
          <h2>{text(summary.title)}</h2>
          <KindNote
            kind={summary.kind}
            isNearGroundImagined={detail?.isNearGroundImagined ?? false}
          />
        </div>
      </header>
      <LookControls viewer={viewer} />
      {siblings.length > 1 && (
        <nav className={styles['views']} aria-label={t('panorama.views')}>
          {siblings.map((panorama) => (
            <button
              key={panorama.id}
              type="button"
              aria-current={panorama.id === summary.id}
              data-go-to-panorama={panorama.id}
              onClick={() => actions.openPanorama(panorama.id)}
            >
              {text(panorama.title)}
            </button>
          ))}
        </nav>
      )}
      {detail && (
        <footer className={styles['credit']}>
          {[detail.credit, detail.licence, detail.date].filter(Boolean).join(' · ')}
        </footer>
      )}
    </>
  );
}

function KindNote(props: {
  readonly kind: PanoramaSummary['kind'];
  readonly isNearGroundImagined: boolean;
}) {
  const { t } = useWords();
  const isRender = props.kind === 'render';
  return (
    <p className={styles['kind']}>
      <Badge tone="gold">{t(isRender ? 'panorama.render' : 'panorama.photo')}</Badge>
      {isRender && (
        <span>
          <span className={styles['meaning']}>{t('panorama.renderMeaning')} </span>
          {props.isNearGroundImagined && t('panorama.nearGround')}
        </span>
      )}
    </p>
  );
}

function LookControls({ viewer }: { readonly viewer: PanoramaPort | null }) {
  const { t } = useWords();
  const needle = useRef<SVGGElement>(null);
  const [headingDeg, setHeadingDeg] = useState(0);
  useEffect(
    function followLook() {
      if (!viewer) return;
      const stops = [
        viewer.on('lookMoved', (look) =>
          needle.current?.style.setProperty('rotate', `${-look.headingDeg}deg`),
        ),
        viewer.on('lookSettled', (look) => setHeadingDeg(Math.round(look.headingDeg) % 360)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [viewer],
  );
  return (
    <fieldset className={styles['controls']} aria-label={t('controls.label')}>
      <div
        className={styles['compass']}
        role="img"
        data-heading-deg={headingDeg}
        aria-label={t('panorama.compass', { heading: headingDeg })}
      >
        <CompassRose needleRef={needle} />
      </div>
      <IconButton
        label={t('panorama.turnLeft')}
        icon={<RotateCcw aria-hidden size={20} />}
        onClick={() => viewer?.turnBy(-BUTTON_TURN_DEG, 0)}
      />
      <IconButton
        label={t('panorama.turnRight')}
        icon={<RotateCw aria-hidden size={20} />}
        onClick={() => viewer?.turnBy(BUTTON_TURN_DEG, 0)}
      />
    </fieldset>
  );
}
