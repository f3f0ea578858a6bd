export { appUrl } from './base-url';
export { loadHorizonNames } from './horizon-names';
export {
  loadBorders,
  loadClimate,
  loadEvents,
  loadFindIndex,
  loadPanoramaDetail,
  loadPlaceDetail,
  loadReliefDescription,
  loadRivers,
  loadRoads,
  loadRouteDetail,
  loadSceneIndex,
  loadStoryDetail,
  type ReliefDescription,
} from './scene-files';
