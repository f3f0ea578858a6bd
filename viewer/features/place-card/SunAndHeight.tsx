import { vietnamDayOf } from '#core/calendar/vietnam-day';
import { clockText, sunTimes } from '#core/geo/sun-times';
import type { PlaceDetail, PlaceSummary } from '#scene';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import { Line, Section } from './Section';

/** When the sun rises and sets there today, and how high it lies by whom. */
export function SunAndHeight(props: {
  readonly place: PlaceSummary;
  readonly detail: PlaceDetail;
}) {
  const { place, detail } = props;
  const { now } = useApp();
  const { t, text, number } = useWords();
  const sun = sunTimes(vietnamDayOf(now()), place.lonDeg, place.latDeg);
  const lon = number(place.lonDeg, 4);
  const lat = number(place.latDeg, 4);
  return (
    <Section title={`${t('place.sun')} · ${t('place.height')}`}>
      <dl>
        {sun && (
          <Line label={t('place.sun')}>
            {t('place.sunTimes', { rise: clockText(sun.riseMin), set: clockText(sun.setMin) })}
          </Line>
        )}
        {detail.heights.map(({ heightOrthometricM, says }) => (
          <Line key={says.vi} label={`${t('place.height')}: ${text(says)}`}>
            {number(heightOrthometricM, 1)} m
          </Line>
        ))}
        <Line label="WGS84">
          {`${lat}° N, ${lon}° E`}
          {detail.isPositionApproximate && ` (${t('place.approximate')})`}
        </Line>
      </dl>
    </Section>
  );
}
