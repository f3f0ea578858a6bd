export { PlaceCard } from './PlaceCard';
