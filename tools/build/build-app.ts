import { join } from 'node:path';
import { pathExists } from '../io/files';
import { viteSetup } from '../vite/vite-setup';
import { isStampFresh, type StampSources, sourcesHash, writeStamp } from './source-stamp';

/** Everything that shapes the bundle. */
const APP_SOURCES: StampSources = {
  paths: ['viewer', 'scenes/schema', 'tools/vite', 'tools/build/build-app.ts', 'package-lock.json'],
  accepts: (path) => !/\.test\.tsx?$|^viewer\/e2e\//.test(path),
};

/**
 * Builds the application into `dist/`, unless it is there and nothing changed.
 *
 * @returns whether anything was built
 */
export async function ensureApp(rootDir: string): Promise<boolean> {
  const hash = await sourcesHash(rootDir, APP_SOURCES);
  const isThere = await pathExists(join(rootDir, 'dist/index.html'));
  if (isThere && (await isStampFresh(rootDir, 'app', hash))) return false;
  // The bundler is only loaded where there is something to bundle.
  const [{ build }, { default: react }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
  ]);
  const setup = viteSetup(rootDir, 'build');
  await build({
    ...setup,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), ...setup.plugins],
  });
  await writeStamp(rootDir, 'app', hash);
  return true;
}
