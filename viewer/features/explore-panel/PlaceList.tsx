import { ChevronRight, Route as RouteIcon, Search } from 'lucide-react';
import type { PlaceSummary, RouteSummary, SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { useWords } from '../use-translate';
import { found, placesWithViews, provinceGroups } from './list-groups';
import { PlaceItem } from './PlaceItem';
import styles from './place-list.module.css';

/** All places and routes: what is found by name, or views, routes and provinces to open. */
export function PlaceList(props: { readonly scene: SceneIndex }) {
  const { scene } = props;
  const { t, text, number } = useWords();
  const { actions } = useApp();
  const findText = useAppState((state) => state.findText);
  return (
    <>
      <label className={styles['find']}>
        <Search aria-hidden size={16} />
        <input
          type="search"
          value={findText}
          placeholder={t('panel.find')}
          aria-label={t('panel.find')}
          onChange={(event) => actions.find(event.currentTarget.value)}
        />
      </label>
      {findText.trim() === '' ? (
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
      ) : (
        <Found scene={scene} findText={findText} />
      )}
    </>
  );
}

function Found(props: { readonly scene: SceneIndex; readonly findText: string }) {
  const { scene, findText } = props;
  const { t } = useWords();
  const places = found(scene.places, findText);
  const routes = found(scene.routes, findText);
  return (
    <>
      <p className={styles['heading']} role="status">
        {t('panel.found', { count: places.length + routes.length })}
      </p>
      <Places places={places} />
      <Routes routes={routes} />
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
