import type { SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { type TerrainTier, terrainTier } from '../../state/terrain-tier';
import { Button } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './terrain-tier.module.css';

const WORDS = {
  sketch: { name: 'terrain.sketch', meaning: 'terrain.sketchMeaning' },
  surveyed: { name: 'terrain.surveyed', meaning: 'terrain.surveyedMeaning' },
  online: { name: 'terrain.online', meaning: 'terrain.onlineMeaning' },
} as const satisfies Record<TerrainTier, object>;

/** Which of the three terrains is shown, what that means, and the switch to the one from the network. */
export function TerrainSection(props: { readonly scene: SceneIndex }) {
  const tier = useAppState(terrainTier);
  const phase = useAppState((state) => state.onlineTerrainPhase);
  const { actions } = useApp();
  const { t } = useWords();
  const source = props.scene.onlineTerrainSource;
  return (
    <div className={styles['section']} data-terrain-tier={tier}>
      <h4>{t(WORDS[tier].name)}</h4>
      <p>{t(WORDS[tier].meaning)}</p>
      {source && tier === 'online' && <p className={styles['credit']}>{source.credit}</p>}
      {source && (
        <div aria-live="polite">
          {phase === 'connecting' ? (
            <p>{t('terrain.connecting')}</p>
          ) : (
            <Button onClick={() => actions.chooseOnlineTerrain(phase === 'on' ? 'no' : 'yes')}>
              {t(phase === 'on' ? 'terrain.turnOff' : 'terrain.turnOnOnline')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
