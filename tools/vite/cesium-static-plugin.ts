import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { copyInto } from '../io/files';
import { createStaticFolder } from '../serve/static-folder';
import { cesiumBuildDir, cesiumStaticFiles } from './cesium-static';

/** Gives the page Cesium's workers and pictures under `cesium/`: served in development, copied by the build. */
export function cesiumStaticPlugin(rootDir: string): Plugin {
  let outDir = '';
  return {
    name: 'arc:cesium-static',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async configureServer(server) {
      const shipped = new Set(await cesiumStaticFiles(rootDir));
      const folder = createStaticFolder({
        folder: cesiumBuildDir(rootDir),
        caching: 'revalidate',
        // What the build leaves out must be missing in development too.
        accepts: (path) => shipped.has(path),
      });
      server.middlewares.use('/cesium', (request, response) => {
        void folder(request, response, (request.url ?? '/').slice(1));
      });
    },
    async writeBundle() {
      const from = cesiumBuildDir(rootDir);
      for (const path of await cesiumStaticFiles(rootDir)) {
        await copyInto(join(from, path), join(outDir, 'cesium', path));
      }
    },
  };
}
