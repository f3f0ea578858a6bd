import type { SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { terrainTier } from '../../state/terrain-tier';
import { useWords } from '../use-translate';
import styles from './credits.module.css';

/** Credits at every width: which terrain is shown, whose data, and the way to the rest. */
export function CreditLine(props: { readonly scene: SceneIndex }) {
  const { actions } = useApp();
  const tier = useAppState(terrainTier);
  const { t } = useWords();
  return (
    <footer className={styles['line']}>
      {tier === 'sketch' && <span title={t('terrain.sketchMeaning')}>{t('terrain.sketch')}</span>}
      {tier === 'online' && (
        <span title={props.scene.onlineTerrainSource?.credit}>{t('credits.online')}</span>
      )}
      <span>{t('credits.osm')}</span>
      <span>Natural Earth</span>
      <span>CesiumJS</span>
      <button type="button" onClick={() => actions.setAboutOpen(true)}>
        {t('credits.about')}
      </button>
    </footer>
  );
}
