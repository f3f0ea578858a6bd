import type { SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './credits.module.css';

/** Credits at every width: which terrain is shown, whose data, and the way to the rest. */
export function CreditLine(props: { readonly scene: SceneIndex }) {
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <footer className={styles['line']}>
      {props.scene.terrain.tier === 'sketch' && (
        <span title={t('credits.sketchMeaning')}>{t('credits.sketch')}</span>
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
