import type { MarkerConfig } from '@photo-sphere-viewer/markers-plugin';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaSpot } from '../panorama-port';
import { positionOfLook } from './look';
import styles from './spots.module.css';

/**
 * A spot as a PSV marker around a real button, so that keyboards and screen readers reach it.
 * Its label is text, never HTML.
 */
export function markerOfSpot(
  spot: PanoramaSpot,
  pose: PanoramaPose,
  onPick: (spotId: string) => void,
): MarkerConfig {
  return {
    id: spot.id,
    element: spotButton(spot, onPick),
    position: positionOfLook(spot, pose),
    anchor: 'center center',
    zIndex: spot.kind === 'link' ? 2 : 1,
  };
}

function spotButton(spot: PanoramaSpot, onPick: (spotId: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles['spot'] ?? '';
  button.dataset['kind'] = spot.kind;
  button.dataset['spotId'] = spot.id;
  const mark = document.createElement('span');
  mark.className = styles['mark'] ?? '';
  mark.ariaHidden = 'true';
  const label = document.createElement('span');
  label.className = styles['label'] ?? '';
  label.lang = spot.labelLanguage;
  label.textContent = spot.label;
  button.append(mark, label);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    onPick(spot.id);
  });
  return button;
}
