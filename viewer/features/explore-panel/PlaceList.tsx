import { Orbit, Route as RouteIcon } from 'lucide-react';
import type { PlaceSummary, SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './place-list.module.css';

/** All places, those with a 360° view first, and all routes: the keyboard's way over the map. */
export function PlaceList(props: { readonly scene: SceneIndex }) {
  const { scene } = props;
  const { t, text, number } = useWords();
  const { actions } = useApp();
  return (
    <>
      <h2 className={styles['heading']}>{t('panel.places')}</h2>
      <ul className={styles['list']}>
        {inOrder(scene.places).map((place) => (
          <PlaceItem key={place.id} place={place} />
        ))}
      </ul>
      <h2 className={styles['heading']}>{t('panel.routes')}</h2>
      <ul className={styles['list']}>
        {scene.routes.map((route) => (
          <li key={route.id}>
            <button
              type="button"
              className={styles['item']}
              data-route-id={route.id}
              onClick={() => actions.openRoute(route.id)}
            >
              <RouteIcon aria-hidden size={18} className={styles['routeMark']} />
              <span className={styles['name']}>{text(route.name)}</span>
              <span className={styles['figure']}>
                {t('route.distance', { distance: number(route.distanceKm) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function PlaceItem({ place }: { readonly place: PlaceSummary }) {
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

function inOrder(places: readonly PlaceSummary[]): PlaceSummary[] {
  const rank = (place: PlaceSummary): number =>
    place.importance - (place.panoramaIds.length > 0 ? 10 : 0);
  return [...places].sort((a, b) => rank(a) - rank(b) || a.name.vi.localeCompare(b.name.vi, 'vi'));
}
