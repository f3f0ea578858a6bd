import { createServer } from 'node:http';
import { type AppHandlerOptions, createAppHandler } from './app-handler';
import { listenOnFreePort } from './listen';
import { siteSecurity } from './site-security';

export interface AppServerOptions extends AppHandlerOptions {
  readonly host: string;
  /** The next free one is taken where this is in use. */
  readonly port: number;
}

/** A server that listens. */
export interface AppServer {
  /** Address of the application, ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built application and its data until it is closed. */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const security = options.security ?? (await siteSecurity(options.rootDir));
  const handler = createAppHandler({ ...options, security });
  const server = createServer((request, response) => void handler(request, response));
  const port = await listenOnFreePort(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}${options.basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
