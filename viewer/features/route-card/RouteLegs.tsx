import { CableCar, Car, Footprints, Plane, Ship, TrainFront } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RouteLegDetail } from '#scene';
import type { MessageKey } from '../../i18n/messages';
import { useWords } from '../use-translate';
import styles from './route-card.module.css';

interface ModeLook {
  readonly icon: ReactNode;
  readonly word: MessageKey;
}

const MODES: Readonly<Record<string, ModeLook>> = {
  road: { icon: <Car aria-hidden size={18} />, word: 'mode.road' },
  trek: { icon: <Footprints aria-hidden size={18} />, word: 'mode.trek' },
  boat: { icon: <Ship aria-hidden size={18} />, word: 'mode.boat' },
  rail: { icon: <TrainFront aria-hidden size={18} />, word: 'mode.rail' },
  air: { icon: <Plane aria-hidden size={18} />, word: 'mode.air' },
  'cable-car': { icon: <CableCar aria-hidden size={18} />, word: 'mode.cable-car' },
};

/** How one travels: leg by leg, with roads, length and honest hours. */
export function RouteLegs({ legs }: { readonly legs: readonly RouteLegDetail[] }) {
  const { t } = useWords();
  return (
    <section>
      <h3 className={styles['heading']}>{t('route.legs')}</h3>
      <ol className={styles['legs']}>
        {legs.map((leg) => (
          <Leg key={`${leg.mode}-${legs.indexOf(leg)}`} leg={leg} />
        ))}
      </ol>
    </section>
  );
}

function Leg({ leg }: { readonly leg: RouteLegDetail }) {
  const { t, text, number } = useWords();
  const look = MODES[leg.mode];
  const figures = [
    leg.roads.join(', '),
    leg.distanceKm === null ? '' : t('find.distance', { distance: number(leg.distanceKm) }),
    leg.hours === null ? '' : hoursText(leg.hours),
  ].filter((part) => part !== '');
  function hoursText({ from, to }: { readonly from: number; readonly to: number }): string {
    const range = from === to ? number(from, 1) : `${number(from, 1)}–${number(to, 1)}`;
    return t('route.hours', { hours: range });
  }
  return (
    <li className={styles['leg']}>
      <span className={styles['mode']}>{look?.icon}</span>
      <div>
        <p>{leg.name ? text(leg.name) : look ? t(look.word) : leg.mode}</p>
        {(leg.name || figures.length > 0) && (
          <p className={styles['note']}>
            {[leg.name && look ? t(look.word) : '', ...figures]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        )}
        {leg.note && <p className={styles['note']}>{text(leg.note)}</p>}
      </div>
    </li>
  );
}
