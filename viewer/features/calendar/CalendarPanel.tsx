import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import {
  type CalendarMonth,
  monthAfter,
  monthAgenda,
  monthsBetween,
} from '#core/calendar/month-agenda';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { EventDetail, SceneIndex } from '#scene';
import { loadEvents } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { Button, IconButton } from '../../ui/Button';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './calendar.module.css';
import { type DatedEvent, datedEvents } from './dated-events';
import { MonthLists } from './MonthLists';
import { usePlacesOnMap } from './use-places-on-map';

/** Months ahead of today that can be turned to. */
const MONTHS_AHEAD = 24;

/** What is held in a month, in the list and on the map. */
export function CalendarPanel(props: {
  readonly scene: SceneIndex;
  readonly month: CalendarMonth;
}) {
  const { scene, month } = props;
  const { actions } = useApp();
  const { t } = useWords();
  const events = useDetail(scene.eventsUrl, loadEvents);
  const list = events.status === 'ready' ? events.value.events : null;
  return (
    <article className={styles['calendar']} data-calendar={`${month.year}-${month.month}`}>
      <div className={styles['back']}>
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden size={18} />}
          onClick={actions.closeCalendar}
        >
          {t('place.back')}
        </Button>
      </div>
      <h2 className={styles['title']}>{t('calendar.title')}</h2>
      <MonthTurner month={month} />
      {events.status === 'loading' && <p role="status">{t('calendar.loading')}</p>}
      {events.status === 'failed' && <p role="alert">{t('calendar.failed')}</p>}
      {list && <Agenda scene={scene} month={month} events={list} />}
    </article>
  );
}

function Agenda(props: {
  readonly scene: SceneIndex;
  readonly month: CalendarMonth;
  readonly events: readonly EventDetail[];
}) {
  const { scene, month, events } = props;
  const dated = useMemo(() => datedEvents(events), [events]);
  const agenda = useMemo(() => monthAgenda<DatedEvent>(dated, month), [dated, month]);
  usePlacesOnMap(agenda);
  const unknown = events.filter(({ time }) => 'unknown' in time);
  return <MonthLists scene={scene} agenda={agenda} dated={dated} month={month} unknown={unknown} />;
}

function MonthTurner({ month }: { readonly month: CalendarMonth }) {
  const { actions, now } = useApp();
  const { t, locale } = useWords();
  const today = vietnamDayOf(now());
  const away = monthsBetween(today, month);
  const turn = (by: number): void => {
    if (away + by >= -1 && away + by <= MONTHS_AHEAD) actions.openCalendar(monthAfter(month, by));
  };
  const name = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(month.year, month.month - 1, 1)));
  return (
    <div className={styles['turner']}>
      <IconButton
        label={t('calendar.previous')}
        icon={<ChevronLeft aria-hidden size={20} />}
        onClick={() => turn(-1)}
      />
      <p aria-live="polite" className={styles['month']}>
        {name}
      </p>
      <IconButton
        label={t('calendar.following')}
        icon={<ChevronRight aria-hidden size={20} />}
        onClick={() => turn(1)}
      />
      {away !== 0 && (
        <Button
          variant="quiet"
          onClick={() => actions.openCalendar({ year: today.year, month: today.month })}
        >
          {t('calendar.thisMonth')}
        </Button>
      )}
    </div>
  );
}
