import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useApp, useAppState } from '../../state/app-context';
import type { Quality } from '../../state/store';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './credits.module.css';

const QUALITIES: readonly Quality[] = ['full', 'balanced', 'lean'];

/** What this is, what sketch and render mean, licences, emergency numbers, picture quality. */
export function AboutDialog() {
  const isOpen = useAppState((state) => state.isAboutOpen);
  const quality = useAppState((state) => state.quality);
  const source = useAppState((state) => state.scene?.onlineTerrainSource);
  const { actions } = useApp();
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    function showDialog() {
      if (isOpen) dialog.current?.showModal();
      else dialog.current?.close();
    },
    [isOpen],
  );
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby="about-title"
      onClose={() => actions.setAboutOpen(false)}
    >
      <header className={styles['dialogHeader']}>
        <h2 id="about-title">{t('about.title')}</h2>
        <IconButton
          label={t('about.close')}
          icon={<X aria-hidden />}
          onClick={() => actions.setAboutOpen(false)}
        />
      </header>
      <p>{t('terrain.sketchMeaning')}</p>
      <p>{t('about.renders')}</p>
      <p>{t('about.mountains')}</p>
      <p>
        <strong>{t('about.emergency')}</strong>
      </p>
      <p>{t('about.privacy')}</p>
      <p className={styles['licences']}>{t('about.licences')}</p>
      {source && <p className={styles['licences']}>{source.credit}</p>}
      <label className={styles['quality']}>
        {t('controls.quality')}
        <select
          value={quality}
          onChange={(event) => {
            const chosen = QUALITIES.find((preset) => preset === event.currentTarget.value);
            if (chosen) actions.chooseQuality(chosen);
          }}
        >
          {QUALITIES.map((preset) => (
            <option key={preset} value={preset}>
              {t(`quality.${preset}`)}
            </option>
          ))}
        </select>
      </label>
    </dialog>
  );
}
