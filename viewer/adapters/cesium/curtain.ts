import type { CesiumWidget } from 'cesium';
import styles from './curtain.module.css';

/** Longest that the last picture is held: then what is there is shown. */
const LONGEST_MS = 12_000;

/** The last picture of a globe, held while the ground under it is exchanged. */
export interface Curtain {
  /** Fades the held picture out. */
  lift(): void;
}

/**
 * Draws a frame and lays its picture over the globe: Cesium drops all tiles when its terrain is
 * exchanged, and shows nothing until the first new ones are there.
 */
export function lowerCurtain(widget: CesiumWidget): Curtain {
  const { scene, canvas } = widget;
  const picture = document.createElement('canvas');
  picture.className = styles['curtain'] ?? '';
  picture.width = canvas.width;
  picture.height = canvas.height;
  // Read in the frame in which it was drawn: afterwards the drawing buffer is gone.
  const stop = scene.postRender.addEventListener(() => {
    picture.getContext('2d')?.drawImage(canvas, 0, 0);
    stop();
  });
  scene.render();
  canvas.after(picture);
  const lift = (): void => {
    clearTimeout(timer);
    picture.addEventListener('transitionend', () => picture.remove());
    picture.dataset['lifted'] = '';
    if (getComputedStyle(picture).transitionDuration === '0s') picture.remove();
  };
  const timer = setTimeout(lift, LONGEST_MS);
  return { lift };
}
