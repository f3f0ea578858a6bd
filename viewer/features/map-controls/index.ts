export { MapControls } from './MapControls';
