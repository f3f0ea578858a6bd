import { Search } from 'lucide-react';
import type { RouteSummary, SceneIndex } from '#scene';
import { loadRouteDetail } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { NO_FIND } from '../../state/find-view';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { SourceList } from '../../ui/SourceList';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './route-card.module.css';

/** The selected route: how far, what it is, and its stops in order. */
export function RouteCard(props: { readonly scene: SceneIndex; readonly route: RouteSummary }) {
  const { scene, route } = props;
  const { actions } = useApp();
  const { t, text, number } = useWords();
  const detail = useDetail(route.detailUrl, loadRouteDetail);
  const stops = route.stopPlaceIds.flatMap(
    (id) => scene.places.find((place) => place.id === id) ?? [],
  );
  return (
    <article data-route-card={route.id}>
      <Card title={text(route.name)} backLabel={t('route.back')} onBack={actions.closeRoute}>
        <p className={styles['figures']}>
          {t('route.distance', { distance: number(route.distanceKm) })}
        </p>
        {detail.status === 'ready' && <p>{text(detail.value.summary)}</p>}
        {detail.status === 'failed' && <p role="alert">{t('place.failed')}</p>}
        <Button
          icon={<Search aria-hidden size={18} />}
          onClick={() => {
            actions.closeRoute();
            actions.find({ ...NO_FIND, alongRouteId: route.id });
          }}
        >
          {t('find.alongThis')}
        </Button>
        <h3 className={styles['heading']}>{t('route.stops')}</h3>
        <ol className={styles['stops']}>
          {stops.map((place, index) => (
            // A loop comes back to where it began: the same place may stand twice.
            <li key={`${place.id}-${index === 0 ? 'first' : 'later'}`}>
              <button type="button" onClick={() => actions.openPlace(place.id)}>
                {text(place.name)}
              </button>
            </li>
          ))}
        </ol>
        {detail.status === 'ready' && (
          <SourceList heading={t('place.sources')} sources={detail.value.sources} />
        )}
      </Card>
    </article>
  );
}
