import { House, Layers as LayersIcon, Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { GlobePort } from '../../adapters/globe-port';
import { useApp, useAppState } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { CompassRose } from '../../ui/CompassRose';
import { useWords } from '../use-translate';
import styles from './map-controls.module.css';

const ZOOM_FACTOR = 0.6;

/** Compass, zoom and home: a button for what a gesture does. */
export function MapControls(props: { readonly globe: GlobePort | null }) {
  const { globe } = props;
  const { actions } = useApp();
  const { t } = useWords();
  const areLayersOpen = useAppState((state) => state.isLayersPanelOpen);
  const needle = useRef<SVGGElement>(null);
  const [headingDeg, setHeadingDeg] = useState(0);

  useEffect(
    function followCamera() {
      if (!globe) return;
      const turn = (heading: number): void => {
        needle.current?.style.setProperty('rotate', `${-heading}deg`);
      };
      turn(globe.view().headingDeg);
      setHeadingDeg(Math.round(globe.view().headingDeg));
      const stops = [
        globe.on('viewMoved', (view) => turn(view.headingDeg)),
        globe.on('viewSettled', (view) => setHeadingDeg(Math.round(view.headingDeg))),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [globe],
  );

  return (
    <fieldset className={styles['controls']} aria-label={t('controls.label')}>
      <IconButton
        label={t('controls.north', { heading: headingDeg })}
        icon={<CompassRose needleRef={needle} />}
        onClick={actions.faceNorth}
      />
      <IconButton
        label={t('controls.zoomIn')}
        icon={<Plus aria-hidden />}
        onClick={() => globe?.zoomBy(ZOOM_FACTOR)}
      />
      <IconButton
        label={t('controls.zoomOut')}
        icon={<Minus aria-hidden />}
        onClick={() => globe?.zoomBy(1 / ZOOM_FACTOR)}
      />
      <IconButton
        label={t('controls.home')}
        icon={<House aria-hidden size={20} />}
        onClick={actions.flyHome}
      />
      <IconButton
        label={t('controls.layers')}
        icon={<LayersIcon aria-hidden size={20} />}
        isExpanded={areLayersOpen}
        onClick={() => actions.setLayersPanelOpen(!areLayersOpen)}
      />
    </fieldset>
  );
}
