export { ExplorePanel } from './ExplorePanel';
export { PlaceList } from './PlaceList';
