export { appUrl } from './base-url';
export {
  loadPanoramaDetail,
  loadPlaceDetail,
  loadReliefDescription,
  loadRouteDetail,
  loadSceneIndex,
  type ReliefDescription,
} from './scene-files';
