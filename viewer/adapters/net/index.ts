export { appUrl } from './base-url';
export {
  loadFindIndex,
  loadPanoramaDetail,
  loadPlaceDetail,
  loadReliefDescription,
  loadRouteDetail,
  loadSceneIndex,
  type ReliefDescription,
} from './scene-files';
