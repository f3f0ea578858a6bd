import {
  Cartesian2,
  Cartesian3,
  Math as CesiumMath,
  CesiumWidget,
  Color,
  Credit,
  CreditDisplay,
} from 'cesium';
import { createEmitter, type Emitter } from '#core/emitter';
import type { CameraView } from '#core/geo/camera-view';
import type { GlobeEvents, GlobePort, QualityPreset } from '../globe-port';
import { isMotionReduced } from '../motion';
import { releaseContext } from '../release-context';
import { cameraTargetOf, viewOfCamera } from './camera-frames';
import { listenToCamera } from './camera-watch';
import { flyTo } from './flights';
import { createFollowing } from './following';
import { type GroundPart, type GroundUrls, layGround } from './ground';
import { createHorizonHaze } from './horizon-haze';
import { createLabelOverlay, type LabelOverlay } from './label-overlay';
import { createLineLayers, type LineLayers } from './line-layers';
import { createPlaceLayer, type PlaceLayer } from './place-layer';
import { listenToPointer } from './pointer';
import { applyQuality } from './quality';
import { createRegionNames, type RegionNames } from './region-names';
import { type SettleWatch, watchSettling } from './settle';
import { createTerrainTiers, type TerrainTiers } from './terrain-tiers';

/** What a globe starts with. */
export interface GlobeOptions {
  readonly ground: GroundUrls;
  readonly quality: QualityPreset;
  /** Asked when the globe is made: by then the page knows what its panels cover. */
  readonly initialView: () => CameraView;
  readonly onGroundFailure: (part: GroundPart, error: unknown) => void;
}

/** A globe and the Cesium widget inside it, for this folder's own use. */
export interface Globe {
  readonly port: GlobePort;
  readonly widget: CesiumWidget;
  readonly settling: SettleWatch;
}

/** Closest that a visitor can zoom to the ground. */
const CLOSEST_M = 150;
const FARTHEST_M = 12_000_000;

/** Makes a globe inside an empty element. */
export function createGlobe(container: HTMLElement, options: GlobeOptions): Globe {
  const widget = newWidget(container);
  const { scene } = widget;
  const events = createEmitter<GlobeEvents>();
  applyQuality(widget, options.quality);
  scene.camera.setView(cameraTargetOf(options.initialView()));

  const overlays = createOverlays(widget, (id) => events.emit('placePicked', id));
  const { layer, overlay } = overlays;
  const lines = createLineLayers(widget, () => settling.disturb());
  const settling = watchSettling(
    widget,
    () => {
      layer.settleOnTerrain();
      overlay.settle();
      // Pins have moved with the terrain: labels follow before anyone asks where they are.
      overlays.follow();
      tiers.settled();
      scene.requestRender();
      events.emit('tilesSettled', null);
    },
    lines.areReady,
  );
  const tiers = createTerrainTiers(widget, settling.disturb);
  const stops = [
    listenToPointer(widget, overlay, events),
    listenToCamera(widget, events),
    listenToContextLoss(scene.canvas, events),
    scene.postUpdate.addEventListener(overlays.follow),
    scene.camera.moveEnd.addEventListener(() => {
      overlay.settle();
      settling.disturb();
    }),
  ];
  void layGround(widget, options.ground, options.onGroundFailure).then((ground) => {
    if (widget.isDestroyed()) return;
    tiers.groundLaid(ground);
    settling.groundLaid();
  });
  const dispose = (): void => {
    events.clear();
    for (const stop of stops) stop();
    settling.dispose();
    tiers.dispose();
    lines.dispose();
    overlays.dispose();
    const { canvas } = scene;
    widget.destroy();
    releaseContext(canvas);
  };
  const parts: GlobeParts = { widget, overlays, lines, settling, tiers, events, dispose };
  return { port: portOf(parts), widget, settling };
}

/** Everything drawn over the ground that moves with the camera. */
interface Overlays {
  readonly layer: PlaceLayer;
  readonly overlay: LabelOverlay;
  readonly names: RegionNames;
  /** Moves all of it; every drawn frame. */
  readonly follow: () => void;
  readonly dispose: () => void;
}

function createOverlays(widget: CesiumWidget, onPick: (placeId: string) => void): Overlays {
  const haze = createHorizonHaze(widget);
  const layer = createPlaceLayer(widget);
  const overlay = createLabelOverlay(widget, layer, onPick);
  const names = createRegionNames(widget, overlay);
  return {
    layer,
    overlay,
    names,
    follow() {
      haze.follow();
      overlay.follow();
      names.follow();
    },
    dispose() {
      names.dispose();
      overlay.dispose();
      haze.dispose();
    },
  };
}

interface GlobeParts {
  readonly widget: CesiumWidget;
  readonly overlays: Overlays;
  readonly lines: LineLayers;
  readonly settling: SettleWatch;
  readonly tiers: TerrainTiers;
  readonly events: Emitter<GlobeEvents>;
  readonly dispose: () => void;
}

function portOf(parts: GlobeParts): GlobePort {
  const { widget, overlays, lines, settling, tiers, events, dispose } = parts;
  const { layer, overlay, names } = overlays;
  const { camera } = widget.scene;
  return {
    ...createFollowing(widget),
    setPlaces(places) {
      layer.setPlaces(places);
      overlay.setPlaces(places);
      settling.disturb();
    },
    setHighlight(highlight) {
      layer.setHighlight(highlight);
      overlay.setHighlight(highlight);
      settling.disturb();
    },
    setLines: lines.setLines,
    setRegionNames(wanted) {
      names.setNames(wanted);
      settling.disturb();
    },
    setQuality(preset) {
      applyQuality(widget, preset);
      settling.disturb();
    },
    setCovered(leftPx) {
      overlay.setCovered(leftPx);
      settling.disturb();
    },
    setTerrain: tiers.show,
    setActive(isActive) {
      widget.useDefaultRenderLoop = isActive;
      if (isActive) settling.disturb();
    },
    view: () => viewOfCamera(camera),
    setView(view) {
      camera.setView(cameraTargetOf(view));
      settling.disturb();
    },
    flyTo: (view, { signal }) =>
      flyTo(widget, view, { signal, isMotionReduced: isMotionReduced() }),
    zoomBy: (factor) => zoomBy(widget, factor),
    pixelOf: (placeId) => overlay.pixelOf(placeId),
    on: events.on,
    dispose,
  };
}

function listenToContextLoss(canvas: HTMLCanvasElement, events: Emitter<GlobeEvents>): () => void {
  const onLost = (): void => events.emit('contextLost', null);
  canvas.addEventListener('webglcontextlost', onLost);
  return () => canvas.removeEventListener('webglcontextlost', onLost);
}

function newWidget(container: HTMLElement): CesiumWidget {
  // No ion service is used, so none of its marks is shown; our credit line names CesiumJS.
  CreditDisplay.cesiumCredit = new Credit('CesiumJS', false);
  const widget = new CesiumWidget(container, {
    baseLayer: false,
    skyBox: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    scene3DOnly: true,
    showRenderLoopErrors: false,
    creditContainer: document.createElement('div'),
    creditViewport: document.createElement('div'),
    contextOptions: { webgl: { alpha: true, powerPreference: 'high-performance' } },
  });
  const { scene } = widget;
  // The page's own evening sky shows behind the globe.
  scene.backgroundColor = Color.TRANSPARENT;
  scene.globe.baseColor = Color.fromCssColorString('#26304f');
  scene.globe.depthTestAgainstTerrain = true;
  const control = scene.screenSpaceCameraController;
  control.minimumZoomDistance = CLOSEST_M;
  control.maximumZoomDistance = FARTHEST_M;
  control.inertiaZoom = 0.6;
  return widget;
}

function zoomBy(widget: CesiumWidget, factor: number): void {
  const { camera, globe, canvas } = widget.scene;
  const middle = camera.getPickRay(new Cartesian2(canvas.clientWidth / 2, canvas.clientHeight / 2));
  const hit = middle ? globe.pick(middle, widget.scene) : undefined;
  const awayM = hit
    ? Cartesian3.distance(camera.positionWC, hit)
    : Math.max(CLOSEST_M, camera.positionCartographic.height);
  const targetM = CesiumMath.clamp(awayM * factor, CLOSEST_M, FARTHEST_M);
  camera.moveForward(awayM - targetM);
  widget.scene.requestRender();
}
