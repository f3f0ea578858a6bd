import { Ellipsis, Images, List, Minus, Plus, RotateCcw, RotateCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { IconButton } from '../../ui/Button';
import { CompassRose } from '../../ui/CompassRose';
import { useWords } from '../use-translate';
import styles from './panorama-chrome.module.css';

const BUTTON_TURN_DEG = 30;
const BUTTON_ZOOM = 0.75;

/** A panel of the panorama view: one at a time is open. */
export type OpenPanel = 'around' | 'gallery' | 'more' | null;

/** Compass, turning, zooming, and what opens the panels: a button for what a gesture does. */
export function LookControls(props: {
  readonly viewer: PanoramaPort | null;
  readonly headingDeg: number;
  readonly panel: OpenPanel;
  readonly onPanel: (panel: OpenPanel) => void;
}) {
  const { viewer, headingDeg, panel, onPanel } = props;
  const { t } = useWords();
  const needle = useRef<SVGGElement>(null);
  useEffect(
    function followLook() {
      return viewer?.on('lookMoved', (look) =>
        needle.current?.style.setProperty('rotate', `${-look.headingDeg}deg`),
      );
    },
    [viewer],
  );
  const toggle = (one: OpenPanel) => () => onPanel(panel === one ? null : one);
  const north = t('panorama.faceNorth', { heading: headingDeg });
  return (
    <fieldset className={styles['controls']} aria-label={t('panorama.tools')} data-keeps-names-off>
      <button
        type="button"
        className={styles['compass']}
        data-heading-deg={headingDeg}
        aria-label={north}
        title={north}
        onClick={() => viewer?.turnTo({ headingDeg: 0, pitchDeg: 0 })}
      >
        <CompassRose needleRef={needle} />
      </button>
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
      <IconButton
        label={t('panorama.zoomIn')}
        icon={<Plus aria-hidden size={20} />}
        onClick={() => viewer?.zoomBy(BUTTON_ZOOM)}
      />
      <IconButton
        label={t('panorama.zoomOut')}
        icon={<Minus aria-hidden size={20} />}
        onClick={() => viewer?.zoomBy(1 / BUTTON_ZOOM)}
      />
      <IconButton
        label={t('panorama.around')}
        isExpanded={panel === 'around'}
        icon={<List aria-hidden size={20} />}
        onClick={toggle('around')}
      />
      <IconButton
        label={t('panorama.gallery')}
        isExpanded={panel === 'gallery'}
        icon={<Images aria-hidden size={20} />}
        onClick={toggle('gallery')}
      />
      <IconButton
        label={t('panorama.more')}
        isExpanded={panel === 'more'}
        icon={<Ellipsis aria-hidden size={20} />}
        onClick={toggle('more')}
      />
    </fieldset>
  );
}
