import { releaseContext } from './release-context';

/**
 * Whether this browser really gives a WebGL2 context: having the class is not enough where the
 * graphics card is blocked. The one made to find out is given back at once.
 */
export function hasWebgl2(): boolean {
  const canvas = document.createElement('canvas');
  const isThere = canvas.getContext('webgl2') !== null;
  if (isThere) releaseContext(canvas);
  return isThere;
}
