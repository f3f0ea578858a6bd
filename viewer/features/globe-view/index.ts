export { GlobeView } from './GlobeView';
