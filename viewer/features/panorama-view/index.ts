export { PanoramaView } from './LazyPanoramaView';
