import type { Plugin } from 'vite';
import { createDataRoutes } from '../serve/data-routes';
import { PanoramaBuilder } from '../serve/panorama-builder';
import { ReliefPainter } from '../serve/relief-painter';

/** Serves tilesets, panoramas and the compiled scene in development as production does. */
export function devDataPlugin(rootDir: string): Plugin {
  return {
    name: 'arc:dev-data',
    apply: 'serve',
    configureServer(server) {
      const { logger } = server.config;
      const builder = new PanoramaBuilder({
        rootDir,
        onProblem: (id, error) => logger.error(`panorama ${id}: ${error}`),
      });
      const relief = new ReliefPainter({
        rootDir,
        onProblem: (id, error) => logger.error(`relief picture ${id}: ${error}`),
      });
      server.httpServer?.once('close', () => void relief.close());
      const routes = createDataRoutes({
        rootDir,
        ensurePanoramaFile: (id, file) => builder.ensureFile(id, file),
        relief,
      });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').slice(1);
        void routes(request, response, path).then((isAnswered) => {
          if (!isAnswered) next();
        }, next);
      });
    },
  };
}
