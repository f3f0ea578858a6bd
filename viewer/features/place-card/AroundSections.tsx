import { CalendarPlus, Route } from 'lucide-react';
import { nextEventDate } from '#core/calendar/event-dates';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { EventDetail, PlaceDetail, ProductDetail, SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/Button';
import { CERTAINTY_KEYS, dateText, lunarText, monthsText, ruleText } from '../event-words';
import { kindKey } from '../kind-words';
import { icsOfEvent, saveEvent } from '../save-event';
import { useWords } from '../use-translate';
import styles from './place-card.module.css';
import { Section, UnknownText } from './Section';

const DIRECTIONS = [
  'place.n',
  'place.ne',
  'place.e',
  'place.se',
  'place.s',
  'place.sw',
  'place.w',
  'place.nw',
] as const;

/** What else there is: events, products, routes through here, other places. */
export function AroundSections(props: {
  readonly scene: SceneIndex;
  readonly detail: PlaceDetail;
}) {
  const { scene, detail } = props;
  const { t } = useWords();
  return (
    <>
      {detail.events.length > 0 && (
        <Section title={t('place.events')} isOpen>
          <ul className={styles['items']}>
            {detail.events.map((event) => (
              <EventItem key={event.id} event={event} scene={scene} />
            ))}
          </ul>
        </Section>
      )}
      {detail.products.length > 0 && (
        <Section title={t('place.products')}>
          <ul className={styles['items']}>
            {detail.products.map((product) => (
              <ProductItem key={product.id} product={product} />
            ))}
          </ul>
        </Section>
      )}
      <Routes scene={scene} routeIds={detail.routeIds} />
      <Nearby scene={scene} nearby={detail.nearby} />
    </>
  );
}

function EventItem(props: { readonly event: EventDetail; readonly scene: SceneIndex }) {
  const { event, scene } = props;
  const { now } = useApp();
  const words = useWords();
  const { t, text, locale } = words;
  const today = vietnamDayOf(now());
  const time = 'told' in event.time ? event.time.told : null;
  const next = time && nextEventDate(time, today);
  const ics = next && icsOfEvent(event, scene.places, locale);
  return (
    <li className={styles['item']}>
      <div>
        <strong>{text(event.name)}</strong>
        <p className={styles['quiet']}>
          {'told' in event.time ? (
            `${ruleText(event.time.told, words)} (${t(CERTAINTY_KEYS[event.certainty])})`
          ) : (
            <UnknownText reason={event.time.unknown} />
          )}
        </p>
        {next && (
          <p>
            {t('calendar.next', { day: dateText(next, locale) })}
            <span className={styles['quiet']}> · {lunarText(next.first, words)}</span>
          </p>
        )}
        <p className={styles['small']}>{text(event.summary)}</p>
      </div>
      {ics && (
        <IconButton
          label={t('calendar.save', { event: text(event.name) })}
          icon={<CalendarPlus aria-hidden size={18} />}
          onClick={() => saveEvent(ics, today, locale)}
        />
      )}
    </li>
  );
}

function ProductItem({ product }: { readonly product: ProductDetail }) {
  const { now } = useApp();
  const { t, text, locale } = useWords();
  const kind = kindKey(product.kind);
  const months = 'told' in product.season ? product.season.told : [];
  const season =
    months.length === 12
      ? t('place.allYear')
      : t('place.productSeason', { months: monthsText(months, locale) });
  const isNow = months.length < 12 && months.includes(vietnamDayOf(now()).month);
  return (
    <li className={styles['item']}>
      <div>
        <strong>{text(product.name)}</strong>{' '}
        {isNow && <Badge tone="gold">{t('place.inSeason')}</Badge>}
        <p className={styles['quiet']}>
          {[
            ...(kind ? [t(kind)] : []),
            ...(months.length > 0 ? [season] : []),
            ...(product.ocop ? [t('place.ocop', { stars: product.ocop.stars })] : []),
          ].join(' · ')}
        </p>
        <p className={styles['small']}>{text(product.summary)}</p>
      </div>
    </li>
  );
}

function Routes(props: { readonly scene: SceneIndex; readonly routeIds: readonly string[] }) {
  const { actions } = useApp();
  const { t, text } = useWords();
  const routes = props.scene.routes.filter(({ id }) => props.routeIds.includes(id));
  if (routes.length === 0) return null;
  return (
    <Section title={t('place.routes')}>
      <ul className={styles['links']}>
        {routes.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => actions.openRoute(id)}>
              <Route aria-hidden size={16} />
              <span>{text(name)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Nearby(props: { readonly scene: SceneIndex; readonly nearby: PlaceDetail['nearby'] }) {
  const { actions } = useApp();
  const { t, text, number } = useWords();
  if (props.nearby.length === 0) return null;
  return (
    <Section title={t('place.nearby')}>
      <ul className={styles['links']}>
        {props.nearby.map(({ placeId, distanceKm, headingDeg }) => {
          const place = props.scene.places.find(({ id }) => id === placeId);
          const direction =
            DIRECTIONS[Math.round(headingDeg / 45) % DIRECTIONS.length] ?? 'place.n';
          return (
            place && (
              <li key={placeId}>
                <button
                  type="button"
                  onClick={() => actions.openPlace(placeId)}
                  onPointerEnter={() => actions.hoverPlace(placeId)}
                  onPointerLeave={() => actions.hoverPlace(null)}
                >
                  <span>{text(place.name)}</span>
                  <span className={styles['figure']}>
                    {t('place.nearbyItem', {
                      distance: number(distanceKm, 1),
                      direction: t(direction),
                    })}
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </Section>
  );
}
