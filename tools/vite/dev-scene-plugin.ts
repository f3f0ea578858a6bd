import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildScene } from '../build/build-scene';

/** Compiles the scene when `npm run dev` starts and whenever a record changes, drafts included. */
export function devScenePlugin(rootDir: string): Plugin {
  return {
    name: 'arc:dev-scene',
    apply: 'serve',
    async configureServer(server) {
      const sceneDir = join(rootDir, 'scenes/northwest');
      const compile = async (): Promise<void> => {
        try {
          await buildScene(rootDir, true);
          server.ws.send({ type: 'full-reload' });
        } catch (error) {
          // The page keeps the last scene that was sound; the editor reads what is wrong.
          server.config.logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      await compile();
      server.watcher.add(sceneDir);
      server.watcher.on('all', (_, path) => {
        if (path.startsWith(sceneDir)) void compile();
      });
    },
  };
}
