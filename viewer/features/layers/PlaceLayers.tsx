import { useApp, useAppState } from '../../state/app-context';
import type { PlaceGroup } from '../../state/layers';
import { useWords } from '../use-translate';
import { LayerOption } from './LayerOption';
import styles from './layers.module.css';
import { PinSwatch } from './Swatch';

const GROUPS = [
  { group: 'summits', label: 'layers.summits' },
  { group: 'towns', label: 'layers.towns' },
  { group: 'fields', label: 'layers.fields' },
  { group: 'nature', label: 'layers.nature' },
  { group: 'heritage', label: 'layers.heritage' },
] as const satisfies readonly { readonly group: PlaceGroup; readonly label: string }[];

const PINS = [
  { pin: 'with360', label: 'layers.pin360' },
  { pin: 'plain', label: 'layers.pinPlain' },
  { pin: 'selected', label: 'layers.pinSelected' },
] as const;

/** Which kinds of places have pins, and what their colours mean. */
export function PlaceLayers() {
  const hiddenGroups = useAppState((state) => state.layers.hiddenGroups);
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('layers.places')}</legend>
      <ul className={styles['pins']}>
        {PINS.map(({ pin, label }) => (
          <li key={pin}>
            <PinSwatch pin={pin} />
            {t(label)}
          </li>
        ))}
      </ul>
      {GROUPS.map(({ group, label }) => (
        <LayerOption
          key={group}
          isOn={!hiddenGroups.includes(group)}
          onChange={(isOn) =>
            actions.changeLayers({
              hiddenGroups: isOn
                ? hiddenGroups.filter((other) => other !== group)
                : [...hiddenGroups, group],
            })
          }
          label={t(label)}
        />
      ))}
      <p className={styles['note']}>{t('layers.placesMeaning')}</p>
    </fieldset>
  );
}
