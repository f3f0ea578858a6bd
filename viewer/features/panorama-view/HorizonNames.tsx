import { Mountain, Navigation, X } from 'lucide-react';
import { headingDifferenceDeg } from '#core/geo/angles';
import { clockwiseFrom } from '#core/tour/around';
import { messageKeyOf } from '../../i18n/messages';
import { useApp } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import { heightText, nameIn, spokenName, wayText } from './horizon-data';
import styles from './horizon-names.module.css';
import type { Horizon } from './use-horizon';

/** What is said of the name that is pointed out, and the way to it; listeners hear it at once. */
export function HorizonNames({ horizon }: { readonly horizon: Horizon }) {
  const { picked, spoken, unpick } = horizon;
  const { actions } = useApp();
  const { t, locale } = useWords();
  const { label, labelLanguage } = picked ? nameIn(picked, locale) : NOTHING;
  const placeId = picked?.placeId;
  return (
    <>
      <p className={styles['spoken']} role="status" data-horizon-spoken>
        {spoken}
      </p>
      {picked && (
        <section className={styles['card']} aria-label={t('horizon.names')} data-horizon-card>
          <p>
            <strong lang={labelLanguage}>{label}</strong>
            <span>
              {[
                t(messageKeyOf(`kind.${picked.kind}`) ?? 'kind.summit'),
                heightText(picked.heightOrthometricM, locale),
                wayText(picked.distanceM, locale),
              ].join(' · ')}
            </span>
          </p>
          {placeId && (
            <IconButton
              label={t('horizon.flyTo', { name: label })}
              icon={<Navigation aria-hidden size={20} />}
              onClick={() => actions.openPlace(placeId)}
            />
          )}
          <IconButton
            label={t('panorama.close')}
            icon={<X aria-hidden size={20} />}
            onClick={unpick}
          />
        </section>
      )}
    </>
  );
}

const NOTHING = { label: '', labelLanguage: 'vi' };

/** Names as a list by the clock, for ears and keyboards: each turns the view to its name. */
export function HorizonList(props: { readonly horizon: Horizon; readonly headingDeg: number }) {
  const { horizon, headingDeg } = props;
  const { t, locale } = useWords();
  if (!horizon.isOn || horizon.names.length === 0) return null;
  return (
    <>
      <h4 className={styles['listTitle']} id="horizon-title">
        {t('horizon.names')}
      </h4>
      <ul aria-labelledby="horizon-title" data-horizon-list>
        {clockwiseFrom(headingDeg, horizon.names).map((name) => (
          <li key={name.id}>
            <button
              type="button"
              data-horizon-item={name.id}
              data-turn-deg={Math.round(headingDifferenceDeg(headingDeg, name.headingDeg))}
              onClick={() => horizon.choose(name)}
            >
              <span className={styles['icon']} aria-hidden="true">
                <Mountain size={18} />
              </span>
              <span>{spokenName(name, headingDeg, { t, locale })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['hint']}>{t('horizon.keys')}</p>
    </>
  );
}

/** Switches the names on and off. */
export function HorizonSwitch({ horizon }: { readonly horizon: Horizon }) {
  const { t } = useWords();
  if (horizon.names.length === 0) return null;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={horizon.isOn}
      className={styles['switch']}
      onClick={() => horizon.setOn(!horizon.isOn)}
    >
      <Mountain aria-hidden size={20} />
      {t('horizon.names')}
      <span className={styles['knob']} aria-hidden="true" />
    </button>
  );
}
