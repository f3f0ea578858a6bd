import { events as psvEvents, Viewer } from '@photo-sphere-viewer/core';
import { MarkersPlugin } from '@photo-sphere-viewer/markers-plugin';
import { createEmitter, type Emitter } from '#core/emitter';
import { AssetError } from '#core/errors';
import { radFromDeg } from '#core/geo/angles';
import type { PanoramaPose } from '#core/panorama/pose';
import { panoramaTileUrl } from '#core/panorama/tile-grid';
import { isMotionReduced } from '../motion';
import type { PanoramaEvents, PanoramaLook, PanoramaPicture, PanoramaPort } from '../panorama-port';
import { releaseContext } from '../release-context';
import { lookOfViewer, NARROWEST_FOV_DEG, positionOfLook, WIDEST_FOV_DEG, zoomOfFov } from './look';
import { createSpotLayer } from './spots';
import { hasAllTilesInView, WatchedTilesAdapter } from './watched-tiles-adapter';
import './psv.css';

const FADE_MS = 700;
/** How long the look must rest before it counts as settled. */
const SETTLE_MS = 250;
const LEVEL_POSE: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

/** Makes a panorama viewer without a picture inside an element. */
export function createPanorama(container: HTMLElement): PanoramaPort {
  const viewer = newViewer(container);
  const events = createEmitter<PanoramaEvents>();
  const state = { pose: LEVEL_POSE, pictureId: '' };
  const stops = [
    listenToLook(viewer, events, () => state.pose),
    listenToTiles(viewer, events, () => state.pictureId),
    listenToContextLoss(viewer, events),
  ];
  const spotLayer = createSpotLayer(viewer, (id) => events.emit('spotPicked', id));
  return {
    async show(picture, look, { signal }) {
      signal.throwIfAborted();
      const isFirst = state.pictureId === '';
      spotLayer.clear();
      await load(viewer, picture, look, isFirst);
      signal.throwIfAborted();
      state.pose = picture.pose;
      state.pictureId = picture.id;
      spotLayer.set(picture.spots, state.pose);
      events.emit('lookMoved', lookOfViewer(viewer, state.pose));
      // A frame more: only frames tell whether the tiles are there.
      viewer.needsUpdate();
    },
    look: () => lookOfViewer(viewer, state.pose),
    setLook(look) {
      viewer.rotate(positionOfLook(look, state.pose));
      viewer.zoom(zoomOfFov(look.verticalFovDeg));
    },
    setSpots: (spots) => spotLayer.set(spots, state.pose),
    turnBy: (headingDeg, pitchDeg) => turnBy(viewer, headingDeg, pitchDeg),
    zoomBy(factor) {
      const { verticalFovDeg } = lookOfViewer(viewer, state.pose);
      viewer.zoom(zoomOfFov(verticalFovDeg * factor));
    },
    on: events.on,
    dispose() {
      events.clear();
      for (const stop of stops) stop();
      spotLayer.dispose();
      const canvas = canvasOf(viewer);
      viewer.destroy();
      releaseContext(canvas);
    },
  };
}

function newViewer(container: HTMLElement): Viewer {
  return new Viewer({
    container,
    // A missing tile leaves the preview standing instead of a warning sign.
    adapter: [WatchedTilesAdapter, { baseBlur: false, showErrorTile: false }],
    plugins: [MarkersPlugin],
    navbar: false,
    keyboard: false,
    minFov: NARROWEST_FOV_DEG,
    maxFov: WIDEST_FOV_DEG,
    moveInertia: 0.8,
    canvasBackground: 'transparent',
    loadingTxt: '',
    rendererParameters: { alpha: true, antialias: true },
  });
}

async function load(
  viewer: Viewer,
  picture: PanoramaPicture,
  look: PanoramaLook,
  isFirst: boolean,
): Promise<void> {
  const panorama = {
    baseUrl: picture.previewUrl,
    levels: picture.levels.map(({ widthPx, cols, rows }) => ({ width: widthPx, cols, rows })),
    tileUrl: (col: number, row: number, level: number) =>
      panoramaTileUrl(picture.tileUrlTemplate, { level, col, row }),
  };
  const isCut = isFirst || isMotionReduced();
  try {
    await viewer.setPanorama(panorama, {
      position: positionOfLook(look, picture.pose),
      zoom: zoomOfFov(look.verticalFovDeg),
      transition: isCut ? false : { speed: FADE_MS, rotation: false, effect: 'fade' },
      showLoader: false,
      sphereCorrection: sphereCorrectionOf(picture.pose),
    });
  } catch (error) {
    viewer.hideError();
    throw new AssetError(
      'panorama-unavailable',
      {
        file: picture.previewUrl,
        expected: 'a panorama picture',
        found: error instanceof Error ? error.message : String(error),
        fix: 'Check that the panorama is tiled (arc panorama tile) and served.',
      },
      { cause: error },
    );
  }
}

/**
 * Levels a picture whose camera was tilted. Heading is left to `core/panorama/pose`. PSV 5.15.1
 * corrects tilt against the pose's pitch and roll along with its roll; pinned by the marker
 * pictures of the browser test.
 */
function sphereCorrectionOf(pose: PanoramaPose): { pan: number; tilt: number; roll: number } {
  return { pan: 0, tilt: -radFromDeg(pose.pitchDeg), roll: radFromDeg(pose.rollDeg) };
}

function turnBy(viewer: Viewer, headingDeg: number, pitchDeg: number): void {
  const { yaw, pitch } = viewer.getPosition();
  const steepestRad = Math.PI / 2;
  const position = {
    yaw: yaw + radFromDeg(headingDeg),
    pitch: Math.max(-steepestRad, Math.min(steepestRad, pitch + radFromDeg(pitchDeg))),
  };
  if (isMotionReduced()) viewer.rotate(position);
  else viewer.animate({ ...position, speed: 250 + 6 * Math.abs(headingDeg) });
}

function listenToLook(
  viewer: Viewer,
  events: Emitter<PanoramaEvents>,
  pose: () => PanoramaPose,
): () => void {
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  const onMove = (): void => {
    events.emit('lookMoved', lookOfViewer(viewer, pose()));
    clearTimeout(settleTimer);
    settleTimer = setTimeout(
      () => events.emit('lookSettled', lookOfViewer(viewer, pose())),
      SETTLE_MS,
    );
  };
  viewer.addEventListener(psvEvents.PositionUpdatedEvent.type, onMove);
  viewer.addEventListener(psvEvents.ZoomUpdatedEvent.type, onMove);
  return () => {
    clearTimeout(settleTimer);
    viewer.removeEventListener(psvEvents.PositionUpdatedEvent.type, onMove);
    viewer.removeEventListener(psvEvents.ZoomUpdatedEvent.type, onMove);
  };
}

/** Tells once each time when the tiles in view are drawn, also those of a new picture. */
function listenToTiles(
  viewer: Viewer,
  events: Emitter<PanoramaEvents>,
  pictureId: () => string,
): () => void {
  let settledId = '';
  const onRender = (): void => {
    const presentId = hasAllTilesInView(viewer) ? pictureId() : '';
    if (presentId !== '' && presentId !== settledId) events.emit('tilesSettled', presentId);
    settledId = presentId;
  };
  viewer.addEventListener(psvEvents.RenderEvent.type, onRender);
  return () => viewer.removeEventListener(psvEvents.RenderEvent.type, onRender);
}

function listenToContextLoss(viewer: Viewer, events: Emitter<PanoramaEvents>): () => void {
  const canvas = canvasOf(viewer);
  const onLost = (): void => events.emit('contextLost', null);
  canvas.addEventListener('webglcontextlost', onLost);
  return () => canvas.removeEventListener('webglcontextlost', onLost);
}

function canvasOf(viewer: Viewer): HTMLCanvasElement {
  const canvas = viewer.container.querySelector('canvas');
  if (!canvas) throw new TypeError('Expected a canvas inside the panorama viewer, found none.');
  return canvas;
}
