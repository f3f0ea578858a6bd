export { LayersPanel } from './LazyLayersPanel';
