import { join } from 'node:path';
import { UsageError } from '#core/errors';
import { runStep, type StepReport } from '../build/step-report';
import { pathExists } from '../io/files';
import type { AppServer } from '../serve/app-server';
import { serveSite } from '../serve/serve-site';
import type { StartOptions } from './start-options';

/** A served site, and its background work. */
export interface StartedApp {
  readonly server: AppServer;
  /** Builds the tiles of all panoramas; ends when they are there or `signal` says stop. */
  buildPanoramas(): Promise<void>;
}

/** Builds what is missing, then serves. */
export async function startApp(
  rootDir: string,
  options: StartOptions,
  report: StepReport,
  signal: AbortSignal,
): Promise<StartedApp> {
  if (options.isBuildSkipped) await requireBuilt(rootDir);
  else {
    // Loaded on demand: serving what is built needs no terrain code.
    const { prepareSite } = await import('../build/prepare-site');
    await prepareSite(rootDir, report, options);
  }
  const server = await serveSite({
    rootDir,
    basePath: options.basePath,
    host: options.host,
    port: options.port,
    signal,
    onProblem: (what, error) =>
      report.print(`problem with ${what}: ${error instanceof Error ? error.message : error}`),
  });
  return {
    server,
    buildPanoramas: () => runStep(report, 'panoramas', () => server.buildPanoramas()),
  };
}

async function requireBuilt(rootDir: string): Promise<void> {
  for (const file of ['dist/index.html', 'dist/scene/index.json']) {
    if (await pathExists(join(rootDir, file))) continue;
    throw new UsageError('start-not-built', {
      file,
      expected: 'a built application',
      found: 'no such file',
      fix: 'Run npm start or npm run build once.',
    });
  }
}
