import { ChevronRight, Route as RouteIcon } from 'lucide-react';
import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import { placesWithViews, provinceGroups } from './list-groups';
import { PlaceItem } from './PlaceItem';
import styles from './place-list.module.css';

/** All places and routes: views, routes and provinces to open. */
export function PlaceList(props: { readonly scene: SceneIndex }) {
  const { scene } = props;
  const { t, text, number } = useWords();
  return (
    <>
      <h2 className={styles['heading']}>{t('panel.views')}</h2>
      <Places places={placesWithViews(scene.places)} />
      <h2 className={styles['heading']}>{t('panel.routes')}</h2>
      <Routes routes={scene.routes} />
      <h2 className={styles['heading']}>{t('panel.places')}</h2>
      {provinceGroups(scene).map(({ province, places }) => (
        <details key={province.id} className={styles['province']}>
          <summary>
            <ChevronRight aria-hidden size={16} className={styles['turn']} />
            <span className={styles['name']}>{text(province.name)}</span>
            <span className={styles['figure']}>{number(places.length)}</span>
          </summary>
          <Places places={places} />
        </details>
      ))}
    </>
  );
}

function Places({ places }: { readonly places: readonly PlaceSummary[] }) {
  return (
    <ul className={styles['list']}>
      {places.map((place) => (
        <PlaceItem key={place.id} place={place} />
      ))}
    </ul>
  );
}

function Routes({ routes }: { readonly routes: readonly RouteSummary[] }) {
  const { t, text, number } = useWords();
  const { actions } = useApp();
  return (
    <ul className={styles['list']}>
      {routes.map((route) => (
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
  );
}
