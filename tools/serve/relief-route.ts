import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataRoutes } from './data-routes';
import type { ReliefPainter } from './relief-painter';

/** A picture's description or tile under tilesets/. */
const DESCRIPTION = /^([a-z0-9-]+)\/imagery\.json(?=$|[?#])/;
const TILE = /^([a-z0-9-]+)\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})\.webp(?=$|[?#])/;

/**
 * Answers for pictures whose tiles are painted when they are asked for: the description tells of
 * the levels that can be painted; a tile is painted if it is missing, and left to the folder of
 * files to send. A visitor who goes away gives up what still waits.
 */
export function createReliefRoute(
  relief: Pick<ReliefPainter, 'describe' | 'ensureTile'>,
): DataRoutes {
  return async (request, response, rawPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const described = DESCRIPTION.exec(rawPath)?.[1];
    if (described !== undefined) {
      const text = await relief.describe(described);
      if (text !== undefined) sendJson(request, response, text);
      return text !== undefined;
    }
    const [, id, z, x, y] = TILE.exec(rawPath) ?? [];
    if (id === undefined) return false;
    const gone = new AbortController();
    const giveUp = () => gone.abort();
    response.once('close', giveUp);
    const tile = { z: Number(z), x: Number(x), y: Number(y), scheme: 'tms' } as const;
    await relief.ensureTile(id, tile, gone.signal);
    response.off('close', giveUp);
    return false;
  };
}

function sendJson(request: IncomingMessage, response: ServerResponse, text: string): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(request.method === 'HEAD' ? undefined : text);
}
