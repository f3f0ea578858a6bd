import type { CesiumWidget } from 'cesium';
import { GLOBE_FOV_DEG } from '#core/geo/frame-view';
import { hazeYPx, horizonYPx } from '#core/geo/horizon-line';
import { viewOfCamera } from './camera-frames';
import styles from './horizon-haze.module.css';

/** From here up the horizon is round and the sky is dark. */
const SPACE_FROM_M = 300_000;
const SPACE_AT_M = 1_500_000;

/** Strengths of the haze that the style sheet knows, in hundredths. */
const HAZE_STOPS = [3, 12, 30, 60, 85] as const;

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
  let lastState = '';
  return {
    follow() {
      const view = viewOfCamera(widget.scene.camera);
      const { globe, camera } = widget.scene;
      const groundM = globe.getHeight(camera.positionCartographic) ?? 0;
      const eye = { heightM: view.heightEllipsoidalM, pitchDeg: view.pitchDeg };
      const aboveGround = { ...eye, heightM: eye.heightM - groundM };
      const picture = {
        widthPx: container.clientWidth,
        heightPx: container.clientHeight,
        fovDeg: GLOBE_FOV_DEG,
      };
      const yPx = Math.round(horizonYPx(eye, picture));
      const stopsPx = hazeYPx(
        aboveGround,
        picture,
        HAZE_STOPS.map((hundredths) => hundredths / 100),
      );
      const space = (view.heightEllipsoidalM - SPACE_FROM_M) / (SPACE_AT_M - SPACE_FROM_M);
      const share = Math.min(1, Math.max(0, space));
      const state = [yPx, share, ...stopsPx.map(Math.round)].join();
      if (state === lastState) return;
      lastState = state;
      container.style.setProperty('--horizon-y', `${yPx}px`);
      container.style.setProperty('--air', String(1 - share));
      for (const [i, hundredths] of HAZE_STOPS.entries()) {
        container.style.setProperty(`--haze-${hundredths}`, `${Math.round(stopsPx[i] ?? yPx)}px`);
      }
    },
    dispose() {
      sky.remove();
      haze.remove();
    },
  };
}
