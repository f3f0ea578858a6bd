import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { writeWorldGeoid } from '#core/geo/world-geoid';
import { writeFileAtomic } from '../io/atomic';

/** Address of the geoid, relative to the application's base. */
const GEOID_PATH = 'geoid/egm96.json';
const STEP_DEG = 0.5;
const UNIT_M = 0.1;

/** Gives the page the geoid for online terrain: made from EGM96, served in development, written by the build. */
export function worldGeoidPlugin(): Plugin {
  let outDir = '';
  let text: string | undefined;
  const geoidText = (): string => {
    text ??= JSON.stringify(
      writeWorldGeoid(STEP_DEG, UNIT_M, (lonDeg, latDeg) =>
        ellipsoidalFromOrthometricM(lonDeg, latDeg, 0),
      ),
    );
    return text;
  };
  return {
    name: 'arc:world-geoid',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use(`/${GEOID_PATH}`, (_request, response) => {
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        response.end(geoidText());
      });
    },
    async writeBundle() {
      await writeFileAtomic(join(outDir, GEOID_PATH), geoidText());
    },
  };
}
