import { join } from 'node:path';
import { pathExists } from '../io/files';
import { runProgram } from '../io/run-program';
import { isStampFresh, type StampSources, sourcesHash, writeStamp } from './source-stamp';

/** Everything that shapes the bundle. */
const APP_SOURCES: StampSources = {
  paths: [
    'viewer',
    'scenes/schema',
    'tools/vite',
    'tools/build/bundle-app.ts',
    'package-lock.json',
  ],
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
  const code = await runProgram(
    [process.execPath, 'node_modules/tsx/dist/cli.mjs', 'tools/build/bundle-app.ts'],
    process.env,
    rootDir,
  );
  if (code !== 0) throw new Error('The application does not bundle; the reason stands above.');
  await writeStamp(rootDir, 'app', hash);
  return true;
}
