export { connectOnlineTerrain, type OnlineTerrainAddress } from './connect';
