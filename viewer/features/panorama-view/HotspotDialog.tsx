import { MapPin, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HotspotContent, HotspotDetail, SceneIndex } from '#scene';
import { appUrl } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { Button, IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './hotspot-dialog.module.css';

/** What the chosen hotspot tells: plain text, with a picture, a film or a way on. */
export function HotspotDialog(props: {
  readonly scene: SceneIndex;
  readonly hotspot: HotspotDetail | null;
  readonly onClose: () => void;
}) {
  const { scene, hotspot, onClose } = props;
  const { t, text } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    function showText() {
      if (!hotspot) return;
      const before = document.activeElement;
      dialog.current?.show();
      return () => {
        dialog.current?.close();
        // Back to the spot or the list it was opened from.
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      };
    },
    [hotspot],
  );
  return (
    <dialog
      ref={dialog}
      className={styles['text']}
      aria-labelledby="hotspot-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Said and done: the view's own Escape leads back to the globe.
        event.preventDefault();
        onClose();
      }}
    >
      {hotspot && (
        <>
          <header>
            <h3 id="hotspot-title">{text(hotspot.title)}</h3>
            <IconButton label={t('panorama.close')} icon={<X aria-hidden />} onClick={onClose} />
          </header>
          <Media key={hotspot.id} content={hotspot.content} alt={text(hotspot.title)} />
          <p>{text(hotspot.text)}</p>
          <WayOn scene={scene} content={hotspot.content} />
        </>
      )}
    </dialog>
  );
}

function Media(props: { readonly content: HotspotContent; readonly alt: string }) {
  const { content, alt } = props;
  const { t } = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  if (content.type !== 'picture' && content.type !== 'video') return null;
  if (hasFailed) return <p role="alert">{t('panorama.mediaFailed')}</p>;
  const url = appUrl(content.url);
  const onError = (): void => setHasFailed(true);
  return (
    <figure className={styles['media']}>
      {content.type === 'picture' ? (
        <img src={url} alt={alt} onError={onError} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the hotspot's text, shown below, says what is seen and heard.
        <video src={url} aria-label={alt} controls playsInline onError={onError} />
      )}
      <figcaption>{content.credit}</figcaption>
    </figure>
  );
}

function WayOn(props: { readonly scene: SceneIndex; readonly content: HotspotContent }) {
  const { content } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  if (content.type === 'product') {
    return (
      <div className={styles['product']}>
        <h4>{text(content.name)}</h4>
        <p>{text(content.summary)}</p>
      </div>
    );
  }
  if (content.type !== 'place') return null;
  const place = props.scene.places.find(({ id }) => id === content.placeId);
  if (!place) return null;
  return (
    <div className={styles['way']}>
      <Button
        icon={<MapPin aria-hidden size={18} />}
        onClick={() => actions.openPlace(content.placeId)}
      >
        {t('panorama.openPlace', { place: text(place.name) })}
      </Button>
    </div>
  );
}
