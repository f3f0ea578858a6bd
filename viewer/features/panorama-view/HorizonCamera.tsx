import { Camera, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HorizonName } from '#scene';
import {
  canOpenPhoneHorizon,
  openPhoneHorizon,
  type PhoneHorizon,
  type PhoneHorizonRefusal,
} from '../../adapters/phone-horizon';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './horizon-camera.module.css';
import { heightText, nameIn, tagsOf, wayText } from './horizon-data';

/** Opens the names over the camera; not there where the browser has neither camera nor compass. */
export function HorizonCameraButton(props: {
  readonly names: readonly HorizonName[];
  readonly onOpen: () => void;
}) {
  const { t } = useWords();
  if (props.names.length === 0 || !canOpenPhoneHorizon()) return null;
  return (
    <button type="button" onClick={props.onOpen}>
      <Camera aria-hidden size={20} />
      {t('horizon.camera')}
    </button>
  );
}

/** Degrees that all names turn by when a finger is drawn across the screen. */
const TURN_ACROSS_DEG = 60;

/** The names of a viewpoint over what the phone sees there; dragged sideways to agree with it. */
export function HorizonCamera(props: {
  readonly names: readonly HorizonName[];
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { names, title, onClose } = props;
  const { t, locale } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const phone = useRef<PhoneHorizon | null>(null);
  const [picked, setPicked] = useState<HorizonName | null>(null);
  const [state, setState] = useState<'asking' | 'open' | PhoneHorizonRefusal>('asking');
  useEffect(
    function holdCamera() {
      const abort = new AbortController();
      if (dialog.current?.open === false) dialog.current.showModal();
      const pick = (id: string): void => setPicked(names.find((one) => one.id === id) ?? null);
      if (!host.current) return;
      void openPhoneHorizon(host.current, pick, abort.signal).then((opened) => {
        if (typeof opened === 'string') {
          if (!abort.signal.aborted) setState(opened);
        } else if (abort.signal.aborted) opened.dispose();
        else {
          phone.current = opened;
          opened.setTags(tagsOf(names, locale));
          setState('open');
        }
      });
      return () => {
        abort.abort();
        phone.current?.dispose();
        phone.current = null;
      };
    },
    [names, locale],
  );
  return (
    <dialog
      ref={dialog}
      className={styles['camera']}
      aria-label={t('horizon.camera')}
      data-horizon-camera={state}
      onClose={onClose}
    >
      <div
        ref={host}
        className={styles['view']}
        onPointerMove={(event) => {
          const isHeld = event.buttons > 0;
          const share = event.movementX / event.currentTarget.clientWidth;
          if (isHeld) phone.current?.correctBy(-share * TURN_ACROSS_DEG);
        }}
      />
      <header>
        <p>
          {state === 'no-camera' && t('horizon.noCamera')}
          {state === 'no-compass' && t('horizon.noCompass')}
          {state === 'asking' && t('horizon.cameraAsking')}
          {state === 'open' && t('horizon.cameraHint', { title })}
        </p>
        <IconButton
          label={t('horizon.closeCamera')}
          icon={<X aria-hidden />}
          onClick={() => dialog.current?.close()}
        />
      </header>
      {picked && (
        <p className={styles['picked']} role="status">
          <strong lang={nameIn(picked, locale).labelLanguage}>
            {nameIn(picked, locale).label}
          </strong>
          {` · ${heightText(picked.heightOrthometricM, locale)} · ${wayText(picked.distanceM, locale)}`}
        </p>
      )}
    </dialog>
  );
}
