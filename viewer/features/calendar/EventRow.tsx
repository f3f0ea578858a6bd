import { CalendarPlus, MapPin } from 'lucide-react';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { EventDetail, SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/Button';
import { CERTAINTY_KEYS } from '../event-words';
import { icsOfEvent, saveEvent } from '../save-event';
import { useWords } from '../use-translate';
import styles from './calendar.module.css';

/** An event in the calendar: when, how sure that is, where, what, and the way into one's own calendar. */
export function EventRow(props: {
  readonly scene: SceneIndex;
  readonly event: EventDetail;
  readonly when: string;
  /** The lunar day, or the days of the month. */
  readonly aside?: string;
}) {
  const { scene, event, when, aside } = props;
  const { actions, now } = useApp();
  const { t, text, locale } = useWords();
  const places = event.placeIds.flatMap((id) => scene.places.find((one) => one.id === id) ?? []);
  const ics = icsOfEvent(event, scene.places, locale);
  const canBeSaved = ics !== null && ics.time.type !== 'months';
  return (
    <li className={styles['row']} data-event={event.id}>
      <div className={styles['words']}>
        <p className={styles['when']}>
          {when}
          {aside !== undefined && <span className={styles['quiet']}> · {aside}</span>}
        </p>
        <details>
          <summary>
            <strong>{text(event.name)}</strong>{' '}
            <Badge tone={event.certainty === 'fixed' ? 'gold' : 'mist'}>
              {t(CERTAINTY_KEYS[event.certainty])}
            </Badge>
          </summary>
          <p>{text(event.summary)}</p>
          {event.organiser && <p className={styles['quiet']}>{text(event.organiser)}</p>}
        </details>
        {places.length === 0 && event.venue && (
          <p className={styles['quiet']}>{text(event.venue)}</p>
        )}
        <div className={styles['places']}>
          {places.map((place) => (
            <button
              key={place.id}
              type="button"
              aria-label={t('calendar.place', { place: text(place.name) })}
              onClick={() => actions.openPlace(place.id)}
              onPointerEnter={() => actions.hoverPlace(place.id)}
              onPointerLeave={() => actions.hoverPlace(null)}
            >
              <MapPin aria-hidden size={14} />
              {text(place.name)}
            </button>
          ))}
        </div>
      </div>
      {canBeSaved && (
        <IconButton
          label={t('calendar.save', { event: text(event.name) })}
          icon={<CalendarPlus aria-hidden size={18} />}
          onClick={() => saveEvent(ics, vietnamDayOf(now()), locale)}
        />
      )}
    </li>
  );
}
