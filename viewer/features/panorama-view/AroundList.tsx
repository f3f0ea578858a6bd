import { Footprints, MapPin, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockHourOf, clockwiseFrom } from '#core/tour/around';
import type { PanoramaSpot } from '../../adapters/panorama-port';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './around-list.module.css';

/**
 * Everything around, by the clock: read by screen readers always, seen when it is opened or when
 * the keyboard comes into it.
 */
export function AroundList(props: {
  readonly spots: readonly PanoramaSpot[];
  readonly headingDeg: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (spot: PanoramaSpot) => void;
  /** More by the clock, after links and hotspots. */
  readonly children?: ReactNode;
}) {
  const { spots, headingDeg, isOpen, onClose, onChoose } = props;
  const { t } = useWords();
  return (
    <section
      className={styles['around']}
      data-is-open={isOpen}
      data-around-list
      aria-labelledby="around-title"
    >
      <header>
        <h3 id="around-title">{t('panorama.around')}</h3>
        {isOpen && (
          <IconButton label={t('panorama.close')} icon={<X aria-hidden />} onClick={onClose} />
        )}
      </header>
      <ul>
        {clockwiseFrom(headingDeg, spots).map((spot) => {
          const hour = clockHourOf(headingDeg, spot.headingDeg);
          const what =
            spot.kind === 'link' ? t('panorama.linkWhat', { title: spot.label }) : spot.label;
          return (
            <li key={spot.id}>
              <button type="button" data-around={spot.id} onClick={() => onChoose(spot)}>
                <span className={styles['icon']} data-kind={spot.kind} aria-hidden="true">
                  {spot.kind === 'link' ? <Footprints size={18} /> : <MapPin size={18} />}
                </span>
                <span>{t('panorama.oclock', { hour, what })}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {props.children}
    </section>
  );
}
