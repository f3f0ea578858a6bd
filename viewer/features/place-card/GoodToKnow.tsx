import type { PlaceVisitDetail } from '#scene';
import { useWords } from '../use-translate';
import { Line, Section, ToldText, UnknownText } from './Section';

/** Safety, access, opening hours and fees; what is not known says why. */
export function GoodToKnow({ visit }: { readonly visit: PlaceVisitDetail }) {
  const { t } = useWords();
  const { safety, accessibility, opening, fees } = visit;
  if (!safety && !accessibility && !opening && !fees) return null;
  return (
    <Section title={t('place.goodToKnow')}>
      <dl>
        {safety && (
          <Line label={t('place.safety')}>
            <ToldText fact={safety} />
          </Line>
        )}
        {accessibility && (
          <Line label={t('place.accessibility')}>
            <ToldText fact={accessibility} />
          </Line>
        )}
        {opening && (
          <Line label={t('place.opening')}>
            <Opening opening={opening} />
          </Line>
        )}
        {fees && (
          <Line label={t('place.fees')}>
            <Fees fees={fees} />
          </Line>
        )}
      </dl>
    </Section>
  );
}

function Opening({ opening }: { readonly opening: NonNullable<PlaceVisitDetail['opening']> }) {
  const { t, text } = useWords();
  if ('unknown' in opening) return <UnknownText reason={opening.unknown} />;
  return `${text(opening.told.text)} ${t('place.asOf', { day: opening.told.validOn })}`;
}

function Fees({ fees }: { readonly fees: NonNullable<PlaceVisitDetail['fees']> }) {
  const { t, text, locale } = useWords();
  if ('unknown' in fees) return <UnknownText reason={fees.unknown} />;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'VND' });
  const items = fees.told.items.map(
    ({ label, amountVnd }) => `${text(label)}: ${money.format(amountVnd)}`,
  );
  return `${items.join(' · ')} ${t('place.asOf', { day: fees.told.validOn })}`;
}
