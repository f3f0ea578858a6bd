import { useApp, useAppState } from '../../state/app-context';
import { terrainTier } from '../../state/terrain-tier';
import { useWords } from '../use-translate';
import { LayerOption } from './LayerOption';
import styles from './layers.module.css';
import { LineSwatch, RouteSwatch } from './Swatch';

const ROADS = [
  { look: 'expressway', label: 'layers.roadExpressway' },
  { look: 'national', label: 'layers.roadNational' },
  { look: 'provincial', label: 'layers.roadProvincial' },
  { look: 'local', label: 'layers.roadLocal' },
  { look: 'road-unknown', label: 'layers.roadUnknown' },
] as const;

/** Routes, roads by class, and rivers. */
export function LineLayers(props: { readonly hasRoads: boolean; readonly hasRivers: boolean }) {
  const layers = useAppState((state) => state.layers);
  const tier = useAppState(terrainTier);
  const { actions } = useApp();
  const { t } = useWords();
  const canShowRivers = tier === 'sketch';
  return (
    <fieldset className={styles['group']}>
      <legend>{t('layers.lines')}</legend>
      <LayerOption
        isOn={layers.hasRoutes}
        onChange={(hasRoutes) => actions.changeLayers({ hasRoutes })}
        mark={<RouteSwatch />}
        label={t('layers.routes')}
        meaning={t('layers.routesMeaning')}
      />
      {props.hasRoads && (
        <LayerOption
          isOn={layers.hasRoads}
          onChange={(hasRoads) => actions.changeLayers({ hasRoads })}
          mark={<LineSwatch look="national" />}
          label={t('layers.roads')}
          meaning={t('layers.roadsMeaning')}
        />
      )}
      {props.hasRoads && layers.hasRoads && (
        <ul className={styles['classes']}>
          {ROADS.map(({ look, label }) => (
            <li key={look}>
              <LineSwatch look={look} />
              {t(label)}
            </li>
          ))}
        </ul>
      )}
      {props.hasRivers && (
        <LayerOption
          isOn={layers.hasRivers && canShowRivers}
          onChange={(hasRivers) => actions.changeLayers({ hasRivers })}
          mark={<LineSwatch look="river-wide" />}
          label={t('layers.rivers')}
          meaning={t(canShowRivers ? 'layers.riversMeaning' : 'layers.riversNotHere')}
          isDisabled={!canShowRivers}
        />
      )}
    </fieldset>
  );
}
