/** The panorama viewer: a chunk of its own, loaded when the first panorama is opened. */
export const loadPanoramaCanvas = () => import('./PanoramaCanvas');
