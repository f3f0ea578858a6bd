export { appUrl } from './base-url';
export {
  loadPanoramaDetail,
  loadPlaceDetail,
  loadRouteDetail,
  loadSceneIndex,
} from './scene-files';
