import type { ReactNode } from 'react';
import { type CalendarMonth, eventsOn, type MonthAgenda } from '#core/calendar/month-agenda';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { EventDetail, SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { dateText, lunarText, ruleText } from '../event-words';
import { useWords } from '../use-translate';
import styles from './calendar.module.css';
import type { DatedEvent } from './dated-events';
import { EventRow } from './EventRow';

/** Today, the feasts of a month by day, what meets regularly, and what has no days yet. */
export function MonthLists(props: {
  readonly scene: SceneIndex;
  readonly agenda: MonthAgenda<DatedEvent>;
  readonly dated: readonly DatedEvent[];
  readonly month: CalendarMonth;
  readonly unknown: readonly EventDetail[];
}) {
  const { scene, agenda, dated, month, unknown } = props;
  const { now } = useApp();
  const words = useWords();
  const { t, text, locale } = words;
  const today = vietnamDayOf(now());
  const isThisMonth = today.year === month.year && today.month === month.month;
  const todays = isThisMonth ? eventsOn(dated, today) : [];
  return (
    <>
      {todays.length > 0 && (
        <Group title={`${t('calendar.today')}, ${dateText({ first: today, last: today }, locale)}`}>
          {todays.map(({ detail, time }) => (
            <EventRow key={detail.id} scene={scene} event={detail} when={ruleText(time, words)} />
          ))}
        </Group>
      )}
      <Group title={t('calendar.feasts')}>
        {agenda.feasts.length === 0 && <li className={styles['quiet']}>{t('calendar.nothing')}</li>}
        {agenda.feasts.map(({ event: { detail }, date }) => (
          <EventRow
            key={`${detail.id} ${date.first.month} ${date.first.day}`}
            scene={scene}
            event={detail}
            when={dateText(date, locale)}
            aside={lunarText(date.first, words)}
          />
        ))}
      </Group>
      {agenda.undated.length > 0 && (
        <Group title={t('calendar.undated')}>
          {agenda.undated.map(({ detail, time }) => (
            <EventRow key={detail.id} scene={scene} event={detail} when={ruleText(time, words)} />
          ))}
        </Group>
      )}
      {agenda.regular.length > 0 && (
        <Group title={t('calendar.regular')}>
          {agenda.regular.map(({ event: { detail, time }, dates }) => (
            <EventRow
              key={detail.id}
              scene={scene}
              event={detail}
              when={ruleText(time, words)}
              aside={t('calendar.days', { days: dates.map(({ first }) => first.day).join(', ') })}
            />
          ))}
        </Group>
      )}
      {unknown.length > 0 && (
        <details className={styles['unknown']}>
          <summary>{t('calendar.unknownTime')}</summary>
          <ul className={styles['list']}>
            {unknown.map((event) => (
              <EventRow
                key={event.id}
                scene={scene}
                event={event}
                when={'unknown' in event.time ? text(event.time.unknown) : ''}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['group']}>
      <h3>{title}</h3>
      <ul className={styles['list']}>{children}</ul>
    </section>
  );
}
