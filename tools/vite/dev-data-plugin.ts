import type { Plugin } from 'vite';
import { createDataRoutes } from '../serve/data-routes';

/** Serves tilesets, panoramas and the compiled scene in development as production does. */
export function devDataPlugin(rootDir: string): Plugin {
  return {
    name: 'arc:dev-data',
    apply: 'serve',
    configureServer(server) {
      const routes = createDataRoutes({ rootDir });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').slice(1);
        void routes(request, response, path).then((isAnswered) => {
          if (!isAnswered) next();
        }, next);
      });
    },
  };
}
