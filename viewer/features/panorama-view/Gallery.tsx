import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SceneIndex } from '#scene';
import { appUrl } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './gallery.module.css';

/** All panoramas as a strip of pictures, those of this place first. */
export function Gallery(props: {
  readonly scene: SceneIndex;
  readonly panoramaId: string;
  readonly onClose: () => void;
}) {
  const { scene, panoramaId, onClose } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const strip = useRef<HTMLUListElement>(null);
  useEffect(function focusPresent() {
    const present = strip.current?.querySelector<HTMLElement>('[aria-current="true"]');
    present?.focus({ preventScroll: true });
    present?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  const placeId = scene.panoramas.find(({ id }) => id === panoramaId)?.placeId;
  const rank = (other: string): number => (other === placeId ? 0 : 1);
  const panoramas = scene.panoramas.toSorted((a, b) => rank(a.placeId) - rank(b.placeId));
  const placeName = (id: string): string => {
    const place = scene.places.find((one) => one.id === id);
    return place ? text(place.name) : '';
  };
  return (
    <nav className={styles['gallery']} aria-label={t('panorama.gallery')} data-keeps-keys>
      <ul ref={strip}>
        {panoramas.map((panorama) => (
          <li key={panorama.id}>
            <button
              type="button"
              aria-current={panorama.id === panoramaId}
              data-go-to-panorama={panorama.id}
              onClick={() => {
                // What is seen already does not come again; any other closes the strip as it comes.
                if (panorama.id === panoramaId) onClose();
                actions.openPanorama(panorama.id);
              }}
            >
              <img src={appUrl(panorama.thumbnailUrl)} alt="" loading="lazy" />
              <span className={styles['title']}>{text(panorama.title)}</span>
              <span className={styles['place']}>{placeName(panorama.placeId)}</span>
            </button>
          </li>
        ))}
      </ul>
      <IconButton label={t('panorama.close')} icon={<X aria-hidden />} onClick={onClose} />
    </nav>
  );
}
