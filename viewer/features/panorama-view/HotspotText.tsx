import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PanoramaDetail } from '#scene';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './hotspot-text.module.css';

/** The text of the chosen hotspot; plain text, never HTML. */
export function HotspotText(props: {
  readonly hotspot: PanoramaDetail['hotspots'][number] | null;
  readonly onClose: () => void;
}) {
  const { hotspot, onClose } = props;
  const { t, text } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    function showText() {
      if (hotspot) dialog.current?.show();
      else dialog.current?.close();
    },
    [hotspot],
  );
  return (
    <dialog
      ref={dialog}
      className={styles['text']}
      aria-labelledby="hotspot-title"
      onClose={onClose}
    >
      {hotspot && (
        <>
          <header>
            <h3 id="hotspot-title">{text(hotspot.title)}</h3>
            <IconButton
              label={t('panorama.closeText')}
              icon={<X aria-hidden />}
              onClick={onClose}
            />
          </header>
          <p>{text(hotspot.text)}</p>
        </>
      )}
    </dialog>
  );
}
