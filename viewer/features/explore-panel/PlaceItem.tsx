import { Orbit } from 'lucide-react';
import type { PlaceSummary } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './place-list.module.css';

/** A place in a list: its pin as on the map, its name, its height. */
export function PlaceItem({ place }: { readonly place: PlaceSummary }) {
  const { actions } = useApp();
  const { t, text, number } = useWords();
  const isHovered = useAppState((state) => state.hoveredPlaceId === place.id);
  const has360 = place.panoramaIds.length > 0;
  return (
    <li>
      <button
        type="button"
        className={styles['item']}
        data-place-item={place.id}
        data-is-hovered={isHovered}
        onClick={() => actions.openPlace(place.id)}
        onPointerEnter={() => actions.hoverPlace(place.id)}
        onPointerLeave={() => actions.hoverPlace(null)}
        onFocus={() => actions.hoverPlace(place.id)}
        onBlur={() => actions.hoverPlace(null)}
      >
        <span className={styles['pin']} data-has-360={has360} aria-hidden="true" />
        <span className={styles['name']}>{text(place.name)}</span>
        {has360 && (
          <span className={styles['mark']}>
            <Orbit aria-label={t('panel.has360')} size={16} />
          </span>
        )}
        {place.heightOrthometricM !== null && (
          <span className={styles['figure']}>{number(place.heightOrthometricM)} m</span>
        )}
      </button>
    </li>
  );
}
