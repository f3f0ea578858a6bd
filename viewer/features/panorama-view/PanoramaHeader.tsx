import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PanoramaDetail, PanoramaSummary } from '#scene';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { useApp } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './panorama-header.module.css';

/** The way back, what the picture is, and the seasons and hours it can be seen at. */
export function PanoramaHeader(props: {
  readonly summary: PanoramaSummary;
  readonly detail: PanoramaDetail | null;
  readonly viewer: PanoramaPort | null;
}) {
  const { summary, detail, viewer } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const back = useRef<HTMLDivElement>(null);
  useEffect(function focusWayBack() {
    // Only where the focus stood in what the panorama now covers; an address opens without it.
    if (document.activeElement === document.body) return;
    back.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles['header']}>
      <div ref={back} className={styles['back']} data-keeps-names-off>
        <Button icon={<ArrowLeft aria-hidden size={18} />} onClick={actions.closePanorama}>
          {t('panorama.back')}
        </Button>
      </div>
      <div className={styles['title']} data-keeps-names-off>
        <h2>{text(summary.title)}</h2>
        <KindNote
          kind={summary.kind}
          isNearGroundImagined={detail?.isNearGroundImagined ?? false}
        />
        {detail && detail.variants.length > 1 && <Variants detail={detail} viewer={viewer} />}
      </div>
    </header>
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

/** The same viewpoint at other seasons and hours; the view stays where it is. */
function Variants(props: {
  readonly detail: PanoramaDetail;
  readonly viewer: PanoramaPort | null;
}) {
  const { detail, viewer } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  return (
    <fieldset className={styles['variants']} aria-label={t('panorama.variants')}>
      {detail.variants.map(({ panoramaId, moment }) => (
        <button
          key={panoramaId}
          type="button"
          aria-pressed={panoramaId === detail.id}
          data-variant={panoramaId}
          onClick={() => actions.openPanorama(panoramaId, viewer?.look())}
        >
          {text(moment)}
        </button>
      ))}
    </fieldset>
  );
}
