import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { CESIUM_BARREL_PATH } from './cesium-barrel';
import { cesiumStaticPlugin } from './cesium-static-plugin';
import { cleanDistPlugin } from './clean-dist-plugin';
import { devDataPlugin } from './dev-data-plugin';
import { oneThreePlugin } from './one-three-plugin';
import { thirdPartyPlugin } from './third-party-plugin';
import { vendorSourcePlugin } from './vendor-source-plugin';
import { worldGeoidPlugin } from './world-geoid-plugin';

/** Browsers with WebGL2, modules in workers, `:has` and top-level await: from 2023 on. */
const BROWSERS = ['chrome112', 'edge112', 'firefox115', 'safari16.4'];

/**
 * Vendors by chunk. `react` comes first, so that the shell never waits for the globe's chunk only
 * because both use React.
 */
const CHUNK_GROUPS = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|zustand)\/|rolldown\/runtime|vite\/preload-helper/,
    priority: 3,
  },
  {
    name: 'panorama',
    // What only phones ask for stays out of it.
    test: /node_modules\/(three|@photo-sphere-viewer\/(?!gyroscope|stereo)[a-z-]+)\//,
    priority: 2,
  },
  { name: 'globe', test: /node_modules\/(@cesium|resium)\//, priority: 1 },
];

const OPTIMIZED = [
  '@cesium/engine',
  '@photo-sphere-viewer/core',
  '@photo-sphere-viewer/equirectangular-tiles-adapter',
  '@photo-sphere-viewer/gyroscope-plugin',
  '@photo-sphere-viewer/markers-plugin',
  '@photo-sphere-viewer/stereo-plugin',
  'fast-png',
  'lucide-react',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'resium',
  'three',
  'zustand',
  'zustand/vanilla',
];

/**
 * What the build, the development server and the browser tests share.
 *
 * @param rootDir - root of the project, absolute
 */
export function viteSetup(
  rootDir: string,
  command: 'build' | 'serve',
): UserConfig & { plugins: Plugin[] } {
  return {
    root: join(rootDir, 'viewer'),
    base: command === 'build' ? './' : '/',
    cacheDir: join(rootDir, '.cache/vite'),
    resolve: {
      alias: [{ find: /^cesium$/, replacement: join(rootDir, CESIUM_BARREL_PATH) }],
      dedupe: ['three', 'react', 'react-dom'],
    },
    plugins: [
      vendorSourcePlugin(command),
      cesiumStaticPlugin(rootDir),
      cleanDistPlugin(),
      devDataPlugin(rootDir),
      oneThreePlugin(),
      thirdPartyPlugin(rootDir),
      worldGeoidPlugin(),
    ],
    optimizeDeps: {
      // All at once: a dependency found later would reload the page in the middle of a test.
      include: OPTIMIZED,
      rolldownOptions: { plugins: [vendorSourcePlugin(command)] },
    },
    server: { fs: { allow: [rootDir] } },
    build: {
      outDir: '../dist',
      emptyOutDir: false,
      assetsInlineLimit: 0,
      target: BROWSERS,
      manifest: true,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNK_GROUPS } } },
    },
  };
}
