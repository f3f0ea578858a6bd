import { useApp, useAppState } from '../../state/app-context';
import type { Layers } from '../../state/layers';
import { useWords } from '../use-translate';
import { LayerOption } from './LayerOption';
import styles from './layers.module.css';
import { LineSwatch } from './Swatch';

const CHOICES = [
  {
    value: 'present',
    label: 'layers.provincesPresent',
    meaning: 'layers.provincesPresentMeaning',
  },
  {
    value: 'before-2025',
    label: 'layers.provincesBefore',
    meaning: 'layers.provincesBeforeMeaning',
  },
  { value: 'none', label: 'layers.provincesNone', meaning: 'layers.provincesNoneMeaning' },
] as const satisfies readonly {
  readonly value: Layers['provinces'];
  readonly [key: string]: string;
}[];

/** Which map of the provinces is drawn. */
export function ProvinceLayers() {
  const provinces = useAppState((state) => state.layers.provinces);
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('layers.provinces')}</legend>
      {CHOICES.map(({ value, label, meaning }) => (
        <LayerOption
          key={value}
          choice="layers-provinces"
          isOn={provinces === value}
          onChange={() => actions.changeLayers({ provinces: value })}
          mark={value === 'none' ? undefined : <LineSwatch look="border" />}
          label={t(label)}
          meaning={t(meaning)}
        />
      ))}
    </fieldset>
  );
}
