import type { CesiumWidget } from 'cesium';
import { GLOBE_FOV_DEG } from '#core/geo/frame-view';
import { horizonYPx } from '#core/geo/horizon-line';
import { viewOfCamera } from './camera-frames';
import styles from './horizon-haze.module.css';

/** From here up the horizon is round and the sky is dark. */
const SPACE_FROM_M = 300_000;
const SPACE_AT_M = 1_500_000;

/**
 * A sky behind the globe and the haze of distance over its far edge, as two plain elements, at no
 * cost for the graphics card. The better presets draw the sky for real and keep the haze.
 */
export interface HorizonHaze {
  /** Moves sky and haze with the horizon; every drawn frame. */
  follow(): void;
  dispose(): void;
}

/** Makes both inside the globe's element. */
export function createHorizonHaze(widget: CesiumWidget): HorizonHaze {
  const container = widget.container as HTMLElement;
  const sky = document.createElement('div');
  sky.className = styles['sky'] ?? '';
  const haze = document.createElement('div');
  haze.className = styles['haze'] ?? '';
  container.prepend(sky);
  container.append(haze);
  let lastYPx = Number.NaN;
  let lastSpace = Number.NaN;
  return {
    follow() {
      const view = viewOfCamera(widget.scene.camera);
      const yPx = Math.round(
        horizonYPx(
          { heightM: view.heightEllipsoidalM, pitchDeg: view.pitchDeg },
          {
            widthPx: container.clientWidth,
            heightPx: container.clientHeight,
            fovDeg: GLOBE_FOV_DEG,
          },
        ),
      );
      const space = (view.heightEllipsoidalM - SPACE_FROM_M) / (SPACE_AT_M - SPACE_FROM_M);
      const share = Math.min(1, Math.max(0, space));
      if (yPx === lastYPx && share === lastSpace) return;
      lastYPx = yPx;
      lastSpace = share;
      container.style.setProperty('--horizon-y', `${yPx}px`);
      container.style.setProperty('--air', String(1 - share));
    },
    dispose() {
      sky.remove();
      haze.remove();
    },
  };
}
