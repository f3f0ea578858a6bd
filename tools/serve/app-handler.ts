import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createDataRoutes, type DataRoutesOptions } from './data-routes';
import { SECURITY_DEFAULTS, type SecurityOptions, securityHeaders } from './security-headers';
import { createStaticFolder, sendStatus } from './static-folder';

export interface AppHandlerOptions extends DataRoutesOptions {
  /** Where the application is mounted; begins and ends with a slash. */
  readonly basePath: string;
  readonly security?: SecurityOptions;
  /** Told of faults of the server itself. */
  onProblem(error: unknown): void;
}

/** Names that the build made from contents: `assets/name-AbC123.js`. */
const HASHED_ASSET = /^assets\//;

/** The whole site: application, scene, tilesets, panoramas, with the headers of production. */
export function createAppHandler(
  options: AppHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { rootDir, basePath, security = SECURITY_DEFAULTS } = options;
  const headers = Object.entries(securityHeaders(security));
  const data = createDataRoutes(options);
  const app = createStaticFolder({
    folder: join(rootDir, 'dist'),
    indexFile: 'index.html',
    caching: (path) => (HASHED_ASSET.test(path) ? 'immutable' : 'revalidate'),
    accepts: (path) => !/\.(br|gz)$/.test(path),
  });
  return async (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const url = request.url ?? '/';
    try {
      if (`${url.replace(/\?.*$/s, '')}/` === basePath)
        return redirectToBase(response, url, basePath);
      if (!url.startsWith(basePath)) return sendStatus(response, 404);
      const rawPath = url.slice(basePath.length);
      if (!(await data(request, response, rawPath))) await app(request, response, rawPath);
    } catch (error) {
      options.onProblem(error);
      if (response.headersSent) response.destroy();
      else sendStatus(response, 500);
    }
  };
}

/** `/map` to `/map/`, or the relative addresses of the page would miss the folder. */
function redirectToBase(response: ServerResponse, url: string, basePath: string): void {
  const query = /\?.*$/s.exec(url)?.[0] ?? '';
  response.statusCode = 308;
  response.setHeader('Location', `${basePath}${query}`);
  response.end();
}

/** `map`, `/map` and `/map/` as `/map/`; nothing as `/`. */
export function normalBasePath(text: string): string {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '/' : `/${trimmed}/`;
}
