import { useApp, useAppState } from '../../state/app-context';
import { useWords } from '../use-translate';
import { LayerOption } from './LayerOption';
import styles from './layers.module.css';

const CHOICES = [
  { quality: 'full', label: 'quality.full', meaning: 'layers.qualityFull' },
  { quality: 'balanced', label: 'quality.balanced', meaning: 'layers.qualityBalanced' },
  { quality: 'lean', label: 'quality.lean', meaning: 'layers.qualityLean' },
] as const;

/** How much the globe draws; measured until the visitor chooses. */
export function QualityChoice() {
  const present = useAppState((state) => state.quality);
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('layers.quality')}</legend>
      {CHOICES.map(({ quality, label, meaning }) => (
        <LayerOption
          key={quality}
          choice="layers-quality"
          isOn={present === quality}
          onChange={() => actions.chooseQuality(quality)}
          label={t(label)}
          meaning={t(meaning)}
        />
      ))}
    </fieldset>
  );
}
