import { useApp, useAppState } from '../../state/app-context';
import { offersOnlineTerrain } from '../../state/terrain-tier';
import { Button } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './terrain-tier.module.css';

/** The one quiet offer of real terrain: made once, remembered, nothing is asked for before a yes. */
export function TerrainOffer() {
  const isOffered = useAppState((state) => offersOnlineTerrain(state) && !state.isLayersPanelOpen);
  const { actions } = useApp();
  const { t } = useWords();
  if (!isOffered) return null;
  return (
    <section className={styles['offer']} aria-label={t('terrain.offerTitle')} data-terrain-offer>
      <p>
        <strong>{t('terrain.offerTitle')}</strong> {t('terrain.offerText')}
      </p>
      <div className={styles['answers']}>
        <Button variant="primary" onClick={() => actions.chooseOnlineTerrain('yes')}>
          {t('terrain.turnOn')}
        </Button>
        <Button variant="quiet" onClick={() => actions.chooseOnlineTerrain('no')}>
          {t('terrain.later')}
        </Button>
      </div>
    </section>
  );
}
