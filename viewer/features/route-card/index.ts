export { RouteCard } from './RouteCard';
