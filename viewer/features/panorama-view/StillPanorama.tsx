import type { PanoramaDetail } from '#scene';
import { appUrl } from '../../adapters/net';
import { useWords } from '../use-translate';
import styles from './still-panorama.module.css';

/** The whole picture, flat, to be pushed sideways: where there is no WebGL2 to stand inside it. */
export function StillPanorama(props: { readonly detail: PanoramaDetail }) {
  const { text } = useWords();
  const { image, description } = props.detail;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to push it.
    <div className={styles['strip']} tabIndex={0}>
      <img src={appUrl(image.previewUrl)} alt={text(description)} />
    </div>
  );
}
