import { type CesiumWidget, ImageryLayer } from 'cesium';
import type { OnlineTerrain } from '../online-terrain-port';
import { type Curtain, lowerCurtain } from './curtain';
import type { LaidGround } from './ground';
import { OnlineReliefProvider } from './online-relief-provider';
import { OnlineTerrainProvider } from './online-terrain-provider';

/** Exchanges the terrain of a globe that lives on. */
export interface TerrainTiers {
  /** The ground is laid; what was asked for before is shown now. */
  groundLaid(ground: LaidGround): void;
  /** Shows an online terrain, or with null the scene's own. */
  show(terrain: OnlineTerrain | null): void;
  /** All tiles in view are drawn. */
  settled(): void;
  dispose(): void;
}

/** @param disturb - told when there is something new to draw */
export function createTerrainTiers(widget: CesiumWidget, disturb: () => void): TerrainTiers {
  const { scene } = widget;
  let ground: LaidGround | null = null;
  let wanted: OnlineTerrain | null = null;
  let shown: OnlineTerrain | null = null;
  let curtain: Curtain | null = null;
  let picture: ImageryLayer | null = null;

  function liftCurtain(): void {
    curtain?.lift();
    curtain = null;
  }

  function exchange(laid: LaidGround): void {
    if (wanted === shown) return;
    curtain ??= lowerCurtain(widget);
    shown = wanted;
    scene.terrainProvider = shown ? new OnlineTerrainProvider(shown) : laid.terrain;
    if (picture) scene.imageryLayers.remove(picture, true);
    picture = null;
    // The painted picture shows the valleys of the scene's own terrain: under another they would
    // lie beside the true ones.
    if (laid.reliefLayer) laid.reliefLayer.show = shown === null;
    if (shown) {
      picture = new ImageryLayer(new OnlineReliefProvider(shown));
      scene.imageryLayers.add(picture);
    }
    disturb();
  }

  const stop = scene.camera.moveStart.addEventListener(() => {
    // A held picture does not move along: as soon as there is ground, the visitor sees that.
    if (curtain && scene.globe.getHeight(scene.camera.positionCartographic) !== undefined) {
      liftCurtain();
    }
  });
  return {
    groundLaid(laid) {
      ground = laid;
      exchange(laid);
    },
    show(terrain) {
      wanted = terrain;
      if (ground) exchange(ground);
    },
    settled: liftCurtain,
    dispose() {
      stop();
      liftCurtain();
    },
  };
}
