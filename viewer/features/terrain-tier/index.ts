export { TerrainOffer } from './TerrainOffer';
export { TerrainPanel } from './TerrainPanel';
