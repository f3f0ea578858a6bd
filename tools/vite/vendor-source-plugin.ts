import type { Plugin } from 'vite';
import { annotatePureComponents } from './resium-pure';
import { applyPatches, patchesFor } from './source-patch';
import {
  CONTEXT_PATCHES,
  CSP_PATCHES,
  cesiumBaseUrlPatch,
  STORAGE_PATCHES,
} from './vendor-patches';

/** Address of Cesium's static files beside the application, wherever it is hosted. */
const BUILT_BASE = "new URL('cesium/', document.baseURI).href";
/** In development and in browser tests the page may stand in any folder of the server. */
const DEV_BASE = "new URL('/cesium/', document.baseURI).href";

/**
 * Changes vendors' sources where our policy or size budget needs it, and fails when they no
 * longer look as expected. The same plugin serves the build and the dependency optimizer.
 */
export function vendorSourcePlugin(command: 'build' | 'serve'): Plugin {
  const patches = [
    ...CSP_PATCHES,
    ...CONTEXT_PATCHES,
    ...STORAGE_PATCHES,
    cesiumBaseUrlPatch(command === 'build' ? BUILT_BASE : DEV_BASE),
  ];
  return {
    name: 'arc:vendor-source',
    enforce: 'pre',
    transform: {
      filter: {
        id: /(@cesium\/engine\/Source\/(Core|Scene)|resium\/dist|@photo-sphere-viewer\/core)\//,
      },
      handler(code, id) {
        if (/resium\/dist\/resium\.js($|\?)/.test(id)) {
          return { code: annotatePureComponents(code), map: null };
        }
        const wanted = patchesFor(patches, id);
        return wanted.length === 0 ? null : { code: applyPatches(code, wanted), map: null };
      },
    },
  };
}
