export type { GlobeOptions } from './create-globe';
export type { GroundPart, GroundUrls } from './ground';

/** The globe with everything it needs: a chunk of its own, loaded behind the shell. */
export const loadGlobeCanvas = () => import('./GlobeCanvas');
