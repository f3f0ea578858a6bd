import { CalendarDays, MapPin, Mountain, Orbit, Route, ShoppingBasket } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Found } from '#core/find/arrange-found';
import { type Findable, type FindableType, findableKey } from '#core/find/findable';
import type { SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { kindKey } from '../kind-words';
import { useWords } from '../use-translate';
import styles from './find.module.css';

/** As many as a hand scrolls through without losing its way. */
const PAGE = 40;

const ICONS: Readonly<Record<FindableType, ReactNode>> = {
  place: <MapPin aria-hidden size={18} />,
  route: <Route aria-hidden size={18} />,
  event: <CalendarDays aria-hidden size={18} />,
  product: <ShoppingBasket aria-hidden size={18} />,
};

/** What was found, one row each: what it is, its name, where, how far. */
export function FoundList(props: { readonly found: readonly Found[]; readonly scene: SceneIndex }) {
  const { found, scene } = props;
  const { t } = useWords();
  const [shownCount, setShownCount] = useState(PAGE);
  const rest = found.length - shownCount;
  return (
    <>
      <p className={styles['status']} role="status">
        {found.length === 0 ? t('find.nothing') : t('panel.found', { count: found.length })}
      </p>
      <ul className={styles['list']} aria-label={t('find.results')}>
        {found.slice(0, shownCount).map((one) => (
          <FoundItem key={findableKey(one.findable)} found={one} scene={scene} />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          className={styles['reset']}
          onClick={() => setShownCount(shownCount + PAGE)}
        >
          {t('find.more', { count: rest })}
        </button>
      )}
    </>
  );
}

function FoundItem(props: { readonly found: Found; readonly scene: SceneIndex }) {
  const { findable, distanceKm } = props.found;
  const { actions } = useApp();
  const { t, text, number } = useWords();
  const placeId = findable.placeIds[0] ?? null;
  const isHovered = useAppState(
    (state) => findable.type === 'place' && state.hoveredPlaceId === findable.id,
  );
  const key = kindKey(findable.kind);
  const provinces = provinceNames(findable, props.scene).map(text).join(', ');
  const hover = findable.type === 'route' ? null : placeId;
  return (
    <li>
      <button
        type="button"
        className={styles['item']}
        data-found={findableKey(findable)}
        data-is-hovered={isHovered}
        onClick={() => {
          if (findable.type === 'route') actions.openRoute(findable.id);
          else if (placeId !== null) actions.openPlace(placeId);
        }}
        onPointerEnter={() => actions.hoverPlace(hover)}
        onPointerLeave={() => actions.hoverPlace(null)}
        onFocus={() => actions.hoverPlace(hover)}
        onBlur={() => actions.hoverPlace(null)}
      >
        <span className={styles['icon']} data-type={findable.type}>
          {findable.kind === 'summit' ? <Mountain aria-hidden size={18} /> : ICONS[findable.type]}
        </span>
        <span className={styles['names']}>
          <span className={styles['name']}>{text(findable.name)}</span>
          <span className={styles['where']}>
            {[key === null ? '' : t(key), provinces].filter((one) => one !== '').join(' · ')}
          </span>
        </span>
        {findable.hasPanorama && findable.type === 'place' && (
          <span className={styles['mark']}>
            <Orbit aria-label={t('panel.has360')} size={16} />
          </span>
        )}
        {distanceKm !== null && (
          <span className={styles['figure']}>
            {t('find.distance', { distance: number(distanceKm, distanceKm < 10 ? 1 : 0) })}
          </span>
        )}
      </button>
    </li>
  );
}

function provinceNames({ provinceIds }: Findable, scene: SceneIndex) {
  return scene.provinces
    .filter(({ era, id }) => era === 'present' && provinceIds.includes(id))
    .map(({ name }) => name);
}
