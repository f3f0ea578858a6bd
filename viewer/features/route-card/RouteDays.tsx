import { BedDouble, Orbit } from 'lucide-react';
import type { RouteDay, RouteStopDetail, SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './route-card.module.css';

/** The journey day by day: each stop leads to its card, or straight into its view. */
export function RouteDays(props: {
  readonly days: readonly RouteDay[];
  readonly scene: SceneIndex;
}) {
  const { t } = useWords();
  return (
    <section aria-label={t('route.stops')}>
      {props.days.map(({ day, stops }) => (
        <section key={day} className={styles['day']}>
          <h3 className={styles['heading']}>{t('route.day', { day })}</h3>
          <ol className={styles['stops']}>
            {stops.map((stop) => (
              // One may come back to where the day began.
              <Stop
                key={`${stop.placeId ?? stop.name.vi}-${stops.indexOf(stop)}`}
                stop={stop}
                scene={props.scene}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Stop({ stop, scene }: { readonly stop: RouteStopDetail; readonly scene: SceneIndex }) {
  const { placeId, name, isOvernight, note } = stop;
  const { actions } = useApp();
  const { t, text } = useWords();
  const place = scene.places.find(({ id }) => id === placeId);
  const panoramaId = place?.panoramaIds[0];
  return (
    <li className={styles['stop']}>
      <div className={styles['stopRow']}>
        {place ? (
          <button
            type="button"
            className={styles['stopName']}
            data-stop={place.id}
            onClick={() => actions.openPlace(place.id)}
            onPointerEnter={() => actions.hoverPlace(place.id)}
            onPointerLeave={() => actions.hoverPlace(null)}
            onFocus={() => actions.hoverPlace(place.id)}
            onBlur={() => actions.hoverPlace(null)}
          >
            {text(name)}
          </button>
        ) : (
          <span className={styles['stopName']}>{text(name)}</span>
        )}
        {isOvernight && (
          <span className={styles['bed']} title={t('route.overnight')}>
            <BedDouble aria-label={t('route.overnight')} size={16} />
          </span>
        )}
        {panoramaId !== undefined && (
          <button
            type="button"
            className={styles['enter']}
            aria-label={t('route.enter360', { place: text(name) })}
            title={t('place.open360')}
            onClick={() => actions.openPanorama(panoramaId)}
          >
            <Orbit aria-hidden size={18} />
          </button>
        )}
      </div>
      {note && <p className={styles['note']}>{text(note)}</p>}
    </li>
  );
}
