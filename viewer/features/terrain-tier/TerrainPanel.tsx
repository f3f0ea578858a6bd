import { X } from 'lucide-react';
import type { SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { type TerrainTier, terrainTier } from '../../state/terrain-tier';
import { Button, IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './terrain-tier.module.css';

const WORDS = {
  sketch: { name: 'terrain.sketch', meaning: 'terrain.sketchMeaning' },
  surveyed: { name: 'terrain.surveyed', meaning: 'terrain.surveyedMeaning' },
  online: { name: 'terrain.online', meaning: 'terrain.onlineMeaning' },
} as const satisfies Record<TerrainTier, object>;

/** Which of the three terrains is shown, what that means, and the switch to the one from the network. */
export function TerrainPanel(props: { readonly scene: SceneIndex }) {
  const isOpen = useAppState((state) => state.isTerrainPanelOpen);
  const tier = useAppState(terrainTier);
  const phase = useAppState((state) => state.onlineTerrainPhase);
  const { actions } = useApp();
  const { t } = useWords();
  if (!isOpen) return null;
  const source = props.scene.onlineTerrainSource;
  return (
    <section className={styles['panel']} aria-labelledby="terrain-title" data-terrain-tier={tier}>
      <header className={styles['header']}>
        <h2 id="terrain-title">{t(WORDS[tier].name)}</h2>
        <IconButton
          label={t('terrain.close')}
          icon={<X aria-hidden size={18} />}
          onClick={() => actions.setTerrainPanelOpen(false)}
        />
      </header>
      <p>{t(WORDS[tier].meaning)}</p>
      {source && tier === 'online' && <p className={styles['credit']}>{source.credit}</p>}
      {source && (
        <div aria-live="polite">
          {phase === 'connecting' ? (
            <p>{t('terrain.connecting')}</p>
          ) : (
            <Button
              variant={phase === 'on' ? 'plain' : 'primary'}
              onClick={() => actions.chooseOnlineTerrain(phase === 'on' ? 'no' : 'yes')}
            >
              {t(phase === 'on' ? 'terrain.turnOff' : 'terrain.turnOnOnline')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
