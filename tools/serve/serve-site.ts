import { type AppServer, startAppServer } from './app-server';
import { PanoramaBuilder } from './panorama-builder';
import { ReliefPainter } from './relief-painter';

export interface SiteOptions {
  readonly rootDir: string;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  readonly host: string;
  /** The next free one is taken where this is in use; 0 takes any. */
  readonly port: number;
  /** Ends the background work. */
  readonly signal?: AbortSignal;
  /** Told what went wrong, and with what: a panorama, a relief picture, the server. */
  onProblem(what: string, error: unknown): void;
}

/** A served site with what it makes while it serves. */
export interface Site extends AppServer {
  /** Builds the tiles of all panoramas; ends when they are there or the signal says stop. */
  buildPanoramas(): Promise<void>;
}

/**
 * Serves a built site: panorama tiles and the deeper levels of the relief picture are made when
 * they are first asked for.
 */
export async function serveSite(options: SiteOptions): Promise<Site> {
  const { rootDir, basePath, host, port, signal, onProblem } = options;
  const panoramas = new PanoramaBuilder({
    rootDir,
    ...(signal && { signal }),
    onProblem: (id, error) => onProblem(`panorama ${id}`, error),
  });
  const relief = new ReliefPainter({
    rootDir,
    onProblem: (id, error) => onProblem(`relief picture ${id}`, error),
  });
  signal?.addEventListener('abort', () => void relief.close(), { once: true });
  const server = await startAppServer({
    rootDir,
    basePath,
    host,
    port,
    ensurePanoramaFile: (id, file) => panoramas.ensureFile(id, file),
    relief,
    onProblem: (error) => onProblem('server', error),
  });
  return {
    url: server.url,
    buildPanoramas: () => panoramas.buildAll(),
    async close() {
      await server.close();
      await relief.close();
    },
  };
}
