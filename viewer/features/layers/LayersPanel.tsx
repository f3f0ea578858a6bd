import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useApp } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import { LineLayers } from './LineLayers';
import styles from './layers.module.css';
import { PlaceLayers } from './PlaceLayers';
import { ProvinceLayers } from './ProvinceLayers';
import { QualityChoice } from './QualityChoice';

/** What is drawn on the ground, each with its mark and what it means; a sheet on a phone. */
export function LayersPanel(props: {
  /** Which terrain is shown, from the feature that knows it. */
  readonly terrain: ReactNode;
  readonly hasRoads: boolean;
  readonly hasRivers: boolean;
}) {
  const { actions } = useApp();
  const { t } = useWords();
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel);
  const close = (): void => actions.setLayersPanelOpen(false);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles['panel']}
      aria-labelledby="layers-title"
      data-layers-panel
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className={styles['header']}>
        <h2 id="layers-title">{t('layers.title')}</h2>
        <IconButton label={t('layers.close')} icon={<X aria-hidden size={18} />} onClick={close} />
      </header>
      <div className={styles['body']}>
        <ProvinceLayers />
        <LineLayers hasRoads={props.hasRoads} hasRivers={props.hasRivers} />
        <PlaceLayers />
        <section className={styles['group']}>
          <h3>{t('layers.terrain')}</h3>
          {props.terrain}
        </section>
        <QualityChoice />
      </div>
    </section>
  );
}

/** The focus goes into the panel and, when it closes, back to where it came from. */
function useFocusWhileOpen(panel: RefObject<HTMLElement | null>): void {
  useEffect(
    function holdFocus() {
      const before = document.activeElement;
      const held = panel.current;
      held?.focus({ preventScroll: true });
      return () => {
        const isInside =
          held?.contains(document.activeElement) || document.activeElement === document.body;
        if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
      };
    },
    [panel],
  );
}
