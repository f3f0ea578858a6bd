import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listFolder, removePath } from '../io/files';

/** What others write into dist: the compiled scene and the data of a full build. */
const NOT_OURS = new Set([
  'scene',
  'tilesets',
  'panoramas',
  'stills',
  'pages',
  'sitemap.xml',
  'robots.txt',
]);

/** Empties dist before the application is written into it, all but what is not the application's. */
export function cleanDistPlugin(): Plugin {
  let outDir = '';
  return {
    name: 'arc:clean-dist',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    renderStart: {
      // When everything has been transformed, but before Vite copies the public files.
      order: 'pre',
      async handler() {
        for (const entry of await listFolder(outDir)) {
          if (!NOT_OURS.has(entry.name)) await removePath(join(outDir, entry.name));
        }
      },
    },
  };
}
