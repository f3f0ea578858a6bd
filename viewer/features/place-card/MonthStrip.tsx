import { CloudFog, CloudRain, Cloudy, Star, Thermometer, Wheat } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import type { ClimateDetail, ClimateMonth } from '#scene';
import { useWords } from '../use-translate';
import { HOW_OFTEN_KEYS, HOW_OFTEN_SHARE, RICE_COLOURS, RICE_KEYS } from './month-words';
import styles from './place-card.module.css';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Bounds of the bars of temperature, degrees Celsius. */
const COLDEST_C = -2;
const HOTTEST_C = 38;
const RAIN_STEPS = 4;

/** Twelve months side by side; a month is chosen to read it in words. */
export function MonthStrip(props: {
  readonly best: ReadonlySet<number>;
  readonly climate: ClimateDetail | null;
  readonly month: number;
  readonly onMonth: (month: number) => void;
}) {
  const { best, climate, month, onMonth } = props;
  const { t } = useWords();
  const sayMonth = useMonthSentence();
  return (
    <div className={styles['strip']}>
      <fieldset className={styles['months']} aria-label={t('place.months')}>
        {MONTHS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === month}
            aria-label={sayMonth(one, best.has(one), climate?.months[one - 1] ?? null)}
            onClick={() => onMonth(one)}
          >
            {one}
          </button>
        ))}
      </fieldset>
      <div aria-hidden="true">
        <Row icon={<Star size={14} />} label={t('place.bestMonths')}>
          {(one) => <i style={{ opacity: best.has(one) ? 1 : 0.08 }} data-row="best" />}
        </Row>
        {climate && <ClimateRows climate={climate} />}
      </div>
    </div>
  );
}

function ClimateRows({ climate }: { readonly climate: ClimateDetail }) {
  const { t } = useWords();
  const of = (one: number): ClimateMonth | undefined => climate.months[one - 1];
  const has = (is: (month: ClimateMonth) => boolean): boolean => climate.months.some(is);
  return (
    <>
      {has(({ temperatureC }) => temperatureC !== null) && (
        <Row icon={<Thermometer size={14} />} label={t('place.temperature')} isTall>
          {(one) => <i data-row="temperature" style={barStyle(of(one))} />}
        </Row>
      )}
      {has(({ rainLevel }) => rainLevel !== null) && (
        <Row icon={<CloudRain size={14} />} label={t('place.rain')}>
          {(one) => (
            <i
              data-row="rain"
              style={{ opacity: 0.08 + (0.92 * (of(one)?.rainLevel ?? 0)) / RAIN_STEPS }}
            />
          )}
        </Row>
      )}
      {has(({ mist }) => mist !== null) && (
        <Row icon={<CloudFog size={14} />} label={t('place.mist')}>
          {(one) => <i data-row="mist" style={{ opacity: shareOf(of(one)?.mist ?? null) }} />}
        </Row>
      )}
      {has(({ cloudSea }) => cloudSea !== null) && (
        <Row icon={<Cloudy size={14} />} label={t('place.cloudSea')}>
          {(one) => <i data-row="mist" style={{ opacity: shareOf(of(one)?.cloudSea ?? null) }} />}
        </Row>
      )}
      {has(({ rice }) => rice !== null) && (
        <Row icon={<Wheat size={14} />} label={t('place.rice')}>
          {(one) => {
            const rice = of(one)?.rice ?? null;
            return <i style={{ background: rice ? RICE_COLOURS[rice] : 'none' }} />;
          }}
        </Row>
      )}
    </>
  );
}

function Row(props: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly isTall?: boolean;
  readonly children: (month: number) => ReactNode;
}) {
  return (
    <div className={styles['row']} data-tall={props.isTall === true} title={props.label}>
      <span className={styles['rowIcon']}>{props.icon}</span>
      {MONTHS.map((month) => (
        <span key={month}>{props.children(month)}</span>
      ))}
    </div>
  );
}

function shareOf(often: ClimateMonth['mist']): number {
  return 0.06 + 0.94 * (often === null ? 0 : HOW_OFTEN_SHARE[often]);
}

/** A bar from the lower to the upper bound of a month. */
function barStyle(month: ClimateMonth | undefined): CSSProperties {
  const bounds = month?.temperatureC;
  if (!bounds) return { opacity: 0 };
  const share = (degrees: number): number => (degrees - COLDEST_C) / (HOTTEST_C - COLDEST_C);
  const middle = share((bounds.from + bounds.to) / 2);
  return {
    top: `${100 * (1 - share(bounds.to))}%`,
    bottom: `${100 * share(bounds.from)}%`,
    // From the blue of water to the gold of ripe rice.
    background: `color-mix(in oklab, #6fb3dd ${Math.round(100 * (1 - middle))}%, #f2a23b)`,
  };
}

/** A month in one sentence, for those who do not see the strip. */
function useMonthSentence() {
  const { t, text, locale } = useWords();
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (one: number, isBest: boolean, month: ClimateMonth | null): string => {
    const parts = [
      format.format(new Date(Date.UTC(2026, one - 1, 1))),
      ...(isBest ? [t('place.bestMonths')] : []),
      ...(month?.temperature ? [text(month.temperature)] : []),
      ...(month?.rain ? [text(month.rain)] : []),
      ...(month?.mist ? [`${t('place.mist')}: ${t(HOW_OFTEN_KEYS[month.mist])}`] : []),
      ...(month?.rice ? [`${t('place.rice')}: ${t(RICE_KEYS[month.rice])}`] : []),
    ];
    return parts.join(', ');
  };
}
