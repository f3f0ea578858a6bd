export { appUrl } from './base-url';
export {
  loadBorders,
  loadFindIndex,
  loadPanoramaDetail,
  loadPlaceDetail,
  loadReliefDescription,
  loadRivers,
  loadRoads,
  loadRouteDetail,
  loadSceneIndex,
  type ReliefDescription,
} from './scene-files';
