import type { CesiumWidget } from 'cesium';
import type { OnlineTerrain } from '../online-terrain-port';
import { type Curtain, lowerCurtain } from './curtain';
import type { LaidGround } from './ground';
import { createLiveRelief } from './live-relief';
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

  function liftCurtain(): void {
    curtain?.lift();
    curtain = null;
  }

  function exchange(laid: LaidGround): void {
    if (wanted === shown) return;
    curtain ??= lowerCurtain(widget);
    shown = wanted;
    if (shown) {
      scene.terrainProvider = new OnlineTerrainProvider(shown);
      if (laid.relief) scene.globe.material = createLiveRelief(laid.relief.boxDeg);
    } else {
      scene.terrainProvider = laid.terrain;
      scene.globe.material = undefined;
    }
    if (laid.relief) laid.relief.layer.show = shown === null;
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
