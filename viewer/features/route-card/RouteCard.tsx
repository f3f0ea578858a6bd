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
import { RouteDays } from './RouteDays';
import { RouteLegs } from './RouteLegs';
import { RouteWarnings } from './RouteWarnings';
import styles from './route-card.module.css';

/** The selected route: what it is, its days and stops, how one travels, what to mind. */
export function RouteCard(props: { readonly scene: SceneIndex; readonly route: RouteSummary }) {
  const { scene, route } = props;
  const { actions } = useApp();
  const { t, text, number } = useWords();
  const detail = useDetail(route.detailUrl, loadRouteDetail);
  return (
    <article data-route-card={route.id}>
      <Card title={text(route.name)} backLabel={t('route.back')} onBack={actions.closeRoute}>
        <p className={styles['length']}>
          {t('route.distance', { distance: number(route.distanceKm) })}
        </p>
        {detail.status === 'loading' && <p>{t('place.loading')}</p>}
        {detail.status === 'failed' && <p role="alert">{t('place.failed')}</p>}
        {detail.status === 'ready' && (
          <>
            <p>{text(detail.value.summary)}</p>
            <div className={styles['doors']}>
              <Button
                icon={<Search aria-hidden size={18} />}
                onClick={() => {
                  actions.closeRoute();
                  actions.find({ ...NO_FIND, alongRouteId: route.id });
                }}
              >
                {t('find.alongThis')}
              </Button>
            </div>
            <dl className={styles['facts']}>
              {detail.value.facts.map(({ label, value }) => (
                <div key={`${label.vi} ${value.vi}`}>
                  <dt>{text(label)}</dt>
                  <dd>{text(value)}</dd>
                </div>
              ))}
            </dl>
            <RouteDays days={detail.value.days} scene={scene} />
            <RouteWarnings warnings={detail.value.warnings} />
            <RouteLegs legs={detail.value.legs} />
            <SourceList heading={t('place.sources')} sources={detail.value.sources} />
          </>
        )}
      </Card>
    </article>
  );
}
