import { join } from 'node:path';
import { UsageError } from '#core/errors';
import { runStep, type StepReport } from '../build/step-report';
import { pathExists } from '../io/files';
import { type AppServer, startAppServer } from '../serve/app-server';
import { PanoramaBuilder } from '../serve/panorama-builder';
import { ReliefPainter } from '../serve/relief-painter';
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
  const onProblem = (error: unknown) =>
    report.print(`problem: ${error instanceof Error ? error.message : error}`);
  const builder = new PanoramaBuilder({
    rootDir,
    signal,
    onProblem: (id, error) => {
      report.print(`panorama ${id}:`);
      onProblem(error);
    },
  });
  const relief = new ReliefPainter({
    rootDir,
    onProblem: (id, error) => {
      report.print(`relief picture ${id}:`);
      onProblem(error);
    },
  });
  signal.addEventListener('abort', () => void relief.close(), { once: true });
  const server = await startAppServer({
    rootDir,
    basePath: options.basePath,
    host: options.host,
    port: options.port,
    ensurePanoramaFile: (id, file) => builder.ensureFile(id, file),
    relief,
    onProblem,
  });
  return {
    server,
    buildPanoramas: () => runStep(report, 'panoramas', () => builder.buildAll()),
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
