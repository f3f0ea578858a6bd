import { events as psvEvents, SYSTEM, Viewer } from '@photo-sphere-viewer/core';
import { MarkersPlugin } from '@photo-sphere-viewer/markers-plugin';
import { createEmitter, type Emitter } from '#core/emitter';
import { radFromDeg } from '#core/geo/angles';
import { levelsForDevice } from '#core/panorama/levels-for-device';
import type { PanoramaPose } from '#core/panorama/pose';
import { isMotionReduced } from '../motion';
import type { PanoramaEvents, PanoramaNeighbour, PanoramaPort } from '../panorama-port';
import { releaseContext } from '../release-context';
import { captureFrame } from './capture';
import { createFilmControl } from './film-control';
import { holdPrograms } from './hold-programs';
import { lookOfViewer, NARROWEST_FOV_DEG, positionOfLook, WIDEST_FOV_DEG, zoomOfFov } from './look';
import type { PhoneSenses } from './phone-senses';
import { createPictureMarks } from './picture-marks';
import { preloadWhenIdle } from './preload';
import { createRoaming } from './roaming';
import { createShowing } from './show-picture';
import { TiledAdapter, tiledAdapter } from './tiled-adapter';
import './psv.css';

/** How long the look must rest before it counts as settled. */
const SETTLE_MS = 250;
/** Time of a turn to something named in a list. */
const TURN_MS = 900;
const LEVEL_POSE: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

/** What the parts of one viewer share. */
interface Shared {
  readonly viewer: Viewer;
  readonly events: Emitter<PanoramaEvents>;
  readonly state: { pose: PanoramaPose; pictureId: string };
}

/** Makes a panorama viewer without a picture inside an element. */
export function createPanorama(container: HTMLElement): PanoramaPort {
  const viewer = newViewer(container);
  const events = createEmitter<PanoramaEvents>();
  const state = { pose: LEVEL_POSE, pictureId: '' };
  const shared: Shared = { viewer, events, state };
  const stops = [listenToLook(shared), listenToTiles(shared), listenToContextLoss(viewer, events)];
  const marks = createPictureMarks(viewer, events, state);
  const roaming = createRoaming(viewer, (isRoaming) => events.emit('roamingChanged', isRoaming));
  const film = createFilmControl(viewer, (now) => events.emit('filmChanged', now));
  const showing = createShowing(viewer, { maxTexturePx: SYSTEM.maxTextureWidth });
  return {
    async show(picture, look, options) {
      roaming.stop();
      marks.clear();
      await showing.show(picture, look, state, options);
      // The picture first, then what stands in it.
      await nextRender(viewer);
      options.signal.throwIfAborted();
      marks.setSpots(picture.spots);
      film.follow();
      events.emit('lookMoved', lookOfViewer(viewer, state.pose));
      // A frame more: only frames tell whether the tiles are there.
      viewer.needsUpdate();
    },
    prepare: (previewUrl) => tiledAdapter(viewer).prepare(previewUrl),
    face: (direction) => showing.face(positionOfLook(direction, state.pose)),
    leave() {
      roaming.stop();
      film.play(false);
      // The next picture is entered from the globe, not walked into.
      state.pictureId = '';
      tiledAdapter(viewer).cancel();
    },
    preload: (neighbours) => preloadWhenIdle(neighbours.map(heldByDevice), windowOf(viewer)),
    retryTiles: () => tiledAdapter(viewer).retry(),
    setSpots: marks.setSpots,
    setHorizon: marks.setHorizon,
    markHorizon: marks.markHorizon,
    playFilm: film.play,
    muteFilm: film.mute,
    roam(points) {
      if (!isMotionReduced()) roaming.start(points.map((one) => positionOfLook(one, state.pose)));
    },
    stopRoaming: roaming.stop,
    async capture(lines) {
      marks.setArrowsVisible(false);
      try {
        return await captureFrame(viewer, canvasOf(viewer), lines);
      } finally {
        marks.setArrowsVisible(true);
        viewer.needsUpdate();
      }
    },
    ...lookVerbs(shared),
    ...sensesVerbs(shared),
    on: events.on,
    dispose() {
      roaming.stop();
      events.clear();
      for (const stop of stops) stop();
      marks.dispose();
      const canvas = canvasOf(viewer);
      viewer.destroy();
      releaseContext(canvas);
    },
  };
}

function lookVerbs({
  viewer,
  state,
}: Shared): Pick<PanoramaPort, 'look' | 'aspect' | 'setLook' | 'turnBy' | 'turnTo' | 'zoomBy'> {
  return {
    look: () => lookOfViewer(viewer, state.pose),
    aspect: () => viewer.state.aspect,
    setLook(look) {
      viewer.rotate(positionOfLook(look, state.pose));
      viewer.zoom(zoomOfFov(look.verticalFovDeg));
    },
    turnBy: (headingDeg, pitchDeg) => turnBy(viewer, headingDeg, pitchDeg),
    turnTo(direction) {
      const position = positionOfLook(direction, state.pose);
      if (isMotionReduced()) viewer.rotate(position);
      else void viewer.animate({ ...position, speed: TURN_MS });
    },
    zoomBy(factor) {
      const { verticalFovDeg } = lookOfViewer(viewer, state.pose);
      viewer.zoom(zoomOfFov(verticalFovDeg * factor));
    },
  };
}

function sensesVerbs({
  viewer,
  events,
}: Shared): Pick<PanoramaPort, 'followPhone' | 'stopFollowingPhone'> {
  let senses: PhoneSenses | null = null;
  return {
    async followPhone(mode) {
      const { addPhoneSenses } = await import('./phone-senses');
      senses ??= addPhoneSenses(viewer, (now) => events.emit('sensesChanged', now));
      return senses.start(mode);
    },
    stopFollowingPhone: () => senses?.stop(),
  };
}

/** A neighbour with the levels that this device will ask for. */
function heldByDevice({ picture, look }: PanoramaNeighbour): PanoramaNeighbour {
  const levels = levelsForDevice(picture.levels, SYSTEM.maxTextureWidth);
  return { picture: { ...picture, levels }, look };
}

function windowOf(viewer: Viewer): { widthPx: number; heightPx: number } {
  const { width: widthPx, height: heightPx } = viewer.getSize();
  return { widthPx, heightPx };
}

/** Waits until a frame is drawn. */
function nextRender(viewer: Viewer): Promise<void> {
  return new Promise((resolve) => {
    viewer.addEventListener(psvEvents.RenderEvent.type, () => resolve(), { once: true });
    viewer.needsUpdate();
  });
}

function newViewer(container: HTMLElement): Viewer {
  const viewer = new Viewer({
    container,
    adapter: TiledAdapter,
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
  // Asking for the log of each program makes the page wait until it is compiled.
  viewer.renderer['renderer'].debug.checkShaderErrors = false;
  holdPrograms(viewer);
  return viewer;
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

function listenToLook({ viewer, events, state }: Shared): () => void {
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  const onMove = (): void => {
    events.emit('lookMoved', lookOfViewer(viewer, state.pose));
    clearTimeout(settleTimer);
    settleTimer = setTimeout(
      () => events.emit('lookSettled', lookOfViewer(viewer, state.pose)),
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
function listenToTiles({ viewer, events, state }: Shared): () => void {
  let settledId = '';
  let toldFailures = 0;
  const onRender = (): void => {
    const adapter = tiledAdapter(viewer);
    const presentId = adapter.hasAllTilesInView ? state.pictureId : '';
    if (presentId !== '' && presentId !== settledId) events.emit('tilesSettled', presentId);
    settledId = presentId;
    const { failedCount } = adapter;
    if (failedCount !== toldFailures) events.emit('tilesFailed', failedCount);
    toldFailures = failedCount;
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
