import type { CesiumWidget } from 'cesium';
import type { QualityPreset } from '../globe-port';

interface QualitySettings {
  readonly hasSky: boolean;
  readonly hasGroundAtmosphere: boolean;
  readonly maximumScreenSpaceErrorPx: number;
  readonly msaaSamples: number;
  readonly maximumPixelRatio: number;
}

const SETTINGS: Readonly<Record<QualityPreset, QualitySettings>> = {
  full: {
    hasSky: true,
    hasGroundAtmosphere: true,
    maximumScreenSpaceErrorPx: 1.5,
    msaaSamples: 4,
    maximumPixelRatio: 2,
  },
  balanced: {
    hasSky: true,
    hasGroundAtmosphere: true,
    maximumScreenSpaceErrorPx: 2,
    msaaSamples: 2,
    maximumPixelRatio: 1.5,
  },
  lean: {
    hasSky: false,
    hasGroundAtmosphere: false,
    maximumScreenSpaceErrorPx: 2.5,
    msaaSamples: 1,
    maximumPixelRatio: 1,
  },
};

/** Applies a preset to a running globe. */
export function applyQuality(widget: CesiumWidget, preset: QualityPreset): void {
  const settings = SETTINGS[preset];
  const { scene } = widget;
  if (scene.skyAtmosphere) scene.skyAtmosphere.show = settings.hasSky;
  scene.globe.showGroundAtmosphere = settings.hasGroundAtmosphere;
  // The page draws a sky where the graphics card does not (horizon-haze.ts).
  if (widget.container instanceof HTMLElement) {
    widget.container.dataset['hasSky'] = String(settings.hasSky);
  }
  scene.fog.enabled = settings.hasGroundAtmosphere;
  scene.globe.maximumScreenSpaceError = settings.maximumScreenSpaceErrorPx;
  scene.msaaSamples = settings.msaaSamples;
  widget.useBrowserRecommendedResolution = false;
  // CesiumWidget multiplies by the device's pixel ratio itself.
  widget.resolutionScale = Math.min(1, settings.maximumPixelRatio / window.devicePixelRatio);
  scene.requestRender();
}
