import { useState } from 'react';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { ClimateDetail, ClimateMonth, PlaceDetail, SceneIndex } from '#scene';
import { loadClimate } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { monthsText } from '../event-words';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import { MonthStrip } from './MonthStrip';
import { HOW_OFTEN_KEYS, RICE_KEYS } from './month-words';
import styles from './place-card.module.css';
import { Line, Section } from './Section';

/** The twelve months: when it is best, and what each one is like. */
export function WhenToGo(props: { readonly scene: SceneIndex; readonly detail: PlaceDetail }) {
  const { scene, detail } = props;
  const { now } = useApp();
  const { t, text, locale } = useWords();
  const [month, setMonth] = useState(vietnamDayOf(now()).month);
  const summary = scene.climates.find(({ id }) => id === detail.climateId);
  const loading = useDetail(summary?.detailUrl ?? null, loadClimate);
  const climate = summary && loading.status === 'ready' ? loading.value : null;
  const { seasons } = detail.visit;
  if (!summary && seasons.length === 0) return null;
  return (
    <Section title={t('place.when')} isOpen>
      <ul className={styles['seasons']}>
        {seasons.map(({ months, why }) => (
          <li key={why.vi}>
            <strong>{monthsText(months, locale)}</strong>: {text(why)}
          </li>
        ))}
      </ul>
      <MonthStrip
        best={new Set(seasons.flatMap(({ months }) => months))}
        climate={climate}
        month={month}
        onMonth={setMonth}
      />
      {climate && <MonthWords month={climate.months[month - 1] ?? null} />}
      {climate && <Origin climate={climate} isOwn={detail.isClimateOwn} />}
    </Section>
  );
}

/** What the chosen month is like, in words. */
function MonthWords({ month }: { readonly month: ClimateMonth | null }) {
  const { t, text } = useWords();
  if (!month) return null;
  const { temperature, rain, mist, cloudSea, rice, flowers } = month;
  return (
    <dl className={styles['monthWords']} aria-live="polite">
      {temperature && <Line label={t('place.temperature')}>{text(temperature)}</Line>}
      {rain && <Line label={t('place.rain')}>{text(rain)}</Line>}
      {mist && <Line label={t('place.mist')}>{t(HOW_OFTEN_KEYS[mist])}</Line>}
      {cloudSea && <Line label={t('place.cloudSea')}>{t(HOW_OFTEN_KEYS[cloudSea])}</Line>}
      {rice && <Line label={t('place.rice')}>{t(RICE_KEYS[rice])}</Line>}
      {flowers.length > 0 && <Line label={t('place.flowers')}>{flowers.map(text).join(', ')}</Line>}
    </dl>
  );
}

/** Of which sub-region the year is, and how sure its figures are. */
function Origin({ climate, isOwn }: { readonly climate: ClimateDetail; readonly isOwn: boolean }) {
  const { t, text } = useWords();
  const region = text(climate.name);
  return (
    <p className={styles['small']}>
      {t(isOwn ? 'place.climateOwn' : 'place.climateNear', { region })}{' '}
      {climate.certainty.temperature === 'estimate' && t('place.climateEstimate')}
    </p>
  );
}
