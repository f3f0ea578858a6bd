import { CalendarDays, ChevronRight } from 'lucide-react';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './calendar.module.css';

/** The way from the list into the calendar of this month. */
export function CalendarDoor() {
  const { actions, now } = useApp();
  const { t } = useWords();
  return (
    <button
      type="button"
      className={styles['door']}
      data-open-calendar
      onClick={() => {
        const { year, month } = vietnamDayOf(now());
        actions.openCalendar({ year, month });
      }}
    >
      <CalendarDays aria-hidden size={20} />
      <span>{t('calendar.title')}</span>
      <ChevronRight aria-hidden size={16} />
    </button>
  );
}
