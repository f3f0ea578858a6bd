export { RouteStrip } from './RouteStrip';
