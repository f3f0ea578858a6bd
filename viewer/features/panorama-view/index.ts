export { PanoramaView } from './PanoramaView';
