import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { shownPanoramas } from '../panorama/shown-panoramas';
import { STILL_FOLDER } from '../panorama/still-files';
import type { ReliefPainter } from './relief-painter';
import { createReliefRoute } from './relief-route';
import { createStaticFolder, sendStatus } from './static-folder';

export interface DataRoutesOptions {
  /** Root of the project, absolute. */
  readonly rootDir: string;
  /** Makes sure that what a panorama's address names is built, as far as it can be. */
  readonly ensurePanoramaFile?: (panoramaId: string, fileInBuilt: string) => Promise<void>;
  /** Paints tiles of relief pictures that are not there yet. */
  readonly relief?: Pick<ReliefPainter, 'describe' | 'ensureTile'>;
}

/** Answers requests for built data; says whether the path was one of its own. */
export type DataRoutes = (
  request: IncomingMessage,
  response: ServerResponse,
  rawPath: string,
) => Promise<boolean>;

/** An address that carries the hash of what it names. */
const VERSIONED = /\?v=[0-9a-f]{8}$/;

/** A panorama's built file under panoramas/: its id, then what is asked for. */
const PANORAMA_FILE =
  /^([a-z0-9-]+)\/built\/([0-9a-f]{8}\/(?:preview\.webp|thumbnail-[0-9a-f]{8}\.webp|\d+\/\d+_\d+\.(?:webp|jpg)))(?=$|[?#])/;

/** A picture or film that an editor laid beside a panorama: what its hotspots show. */
const PANORAMA_MEDIA =
  /^[a-z0-9-]+\/media\/[a-z0-9][a-z0-9-]*\.(?:webp|jpg|png|avif|mp4|webm)(?=$|[?#])/;

/** A place's picture for cards and lists, under stills/. */
const STILL_FILE = /^[a-z0-9-]+\.webp$/;

/**
 * The kinds of built data, at the addresses of docs/architecture.md: `scene/`,
 * `tilesets/<id>/`, `stills/`, `panoramas/<id>/built/`, and `panoramas/<id>/media/` beside it. Masters and
 * recipes beside them are not served, and nothing of a panorama that the compiled scene does not
 * show: a draft may lack the consent of people in it.
 */
export function createDataRoutes(options: DataRoutesOptions): DataRoutes {
  const { rootDir, ensurePanoramaFile, relief } = options;
  const answerRelief = relief && createReliefRoute(relief);
  const scene = createStaticFolder({
    folder: join(rootDir, 'dist/scene'),
    caching: (path) => (/\.[0-9a-f]{8}\.json$/.test(path) ? 'immutable' : 'revalidate'),
  });
  const tilesets = createStaticFolder({
    folder: join(rootDir, 'tilesets'),
    // Tiles that are asked for with the hash of their set never change under that address.
    caching: (_, rawPath) => (VERSIONED.test(rawPath) ? 'immutable' : 'revalidate'),
    accepts: (path) => /^[^/]+\/(layer\.json|imagery\.json|\d+\/\d+\/\d+\.[a-z]+)$/.test(path),
  });
  const panoramas = createStaticFolder({
    folder: join(rootDir, 'panoramas'),
    caching: (path) => (PANORAMA_FILE.test(path) ? 'immutable' : 'revalidate'),
    accepts: (path) => PANORAMA_FILE.test(path) || PANORAMA_MEDIA.test(path),
  });
  const stills = createStaticFolder({
    folder: join(rootDir, STILL_FOLDER),
    caching: (_, rawPath) => (VERSIONED.test(rawPath) ? 'immutable' : 'revalidate'),
    accepts: (path) => STILL_FILE.test(path),
  });
  return async (request, response, rawPath) => {
    if (rawPath.startsWith('stills/')) {
      await stills(request, response, rawPath.slice('stills/'.length));
    } else if (rawPath.startsWith('scene/')) {
      await scene(request, response, rawPath.slice('scene/'.length));
    } else if (rawPath.startsWith('tilesets/')) {
      const rest = rawPath.slice('tilesets/'.length);
      if (!(await answerRelief?.(request, response, rest))) {
        await tilesets(request, response, rest);
      }
    } else if (rawPath.startsWith('panoramas/')) {
      const rest = rawPath.slice('panoramas/'.length);
      const [, owner = ''] = /^([a-z0-9-]+)\//.exec(rest) ?? [];
      if (!(await shownPanoramas(rootDir)).has(owner)) {
        sendStatus(response, 404);
        return true;
      }
      const [, id, file] = PANORAMA_FILE.exec(rest) ?? [];
      if (id !== undefined && file !== undefined) await ensurePanoramaFile?.(id, file);
      await panoramas(request, response, rest);
    } else {
      return false;
    }
    return true;
  };
}
