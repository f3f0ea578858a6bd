import type { AppState } from './store';

/** Which terrain is shown. */
export type TerrainTier = 'sketch' | 'surveyed' | 'online';

/** The terrain that is shown now. */
export function terrainTier(state: AppState): TerrainTier {
  if (state.onlineTerrainPhase === 'on') return 'online';
  return state.scene?.terrain.tier ?? 'sketch';
}

/** Whether terrain shall come from the network: never unasked where the scene says `ask`. */
export function wantsOnlineTerrain({ scene, onlineTerrainChoice }: AppState): boolean {
  if (!scene?.onlineTerrainSource || scene.onlineTerrain === 'off') return false;
  return scene.onlineTerrain === 'on'
    ? onlineTerrainChoice !== 'no'
    : onlineTerrainChoice === 'yes';
}

/** Whether to make the one quiet offer. */
export function offersOnlineTerrain(state: AppState): boolean {
  const { scene, onlineTerrainChoice, hasGlobeSettled } = state;
  const isAsked = scene?.onlineTerrain === 'ask' && scene.onlineTerrainSource !== undefined;
  return isAsked && onlineTerrainChoice === null && hasGlobeSettled;
}
