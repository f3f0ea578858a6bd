export { TerrainOffer } from './TerrainOffer';
export { TerrainSection } from './TerrainSection';
