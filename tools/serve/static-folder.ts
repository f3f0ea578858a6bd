import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type FileFacts, fileFacts, streamFile } from '../io/files';
import { contentTypeOf } from './content-type';
import { BodyEncoder, type EncodedBody } from './encoded-body';
import { parseRange } from './range';
import { safeRelativePath } from './request-path';

/** `immutable` for addresses that never change their bytes, `revalidate` for all others. */
export type Caching = 'immutable' | 'revalidate';

export interface StaticFolderOptions {
  /** Folder to serve, absolute. Links inside it are followed: whoever put them there meant it. */
  readonly folder: string;
  readonly caching: Caching | ((relativePath: string, rawPath: string) => Caching);
  /** File to send for the folder itself. */
  readonly indexFile?: string;
  /** Says no to files that are there but not for visitors. */
  readonly accepts?: (relativePath: string) => boolean;
}

/** Answers a request for a path relative to the folder; a missing file is a real 404. */
export type StaticFolder = (
  request: IncomingMessage,
  response: ServerResponse,
  rawPath: string,
) => Promise<void>;

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
};

/** A folder of files over HTTP: types, ETag, ranges, compression, HEAD. */
export function createStaticFolder(options: StaticFolderOptions): StaticFolder {
  const encoder = new BodyEncoder();
  return async (request, response, rawPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendStatus(response, 405);
    }
    const asked = safeRelativePath(rawPath);
    const relative = asked === '' ? options.indexFile : asked;
    if (relative === undefined || options.accepts?.(relative) === false) {
      return sendStatus(response, 404);
    }
    const path = join(options.folder, relative);
    const facts = await fileFacts(path);
    if (facts === undefined || facts.isFolder) return sendStatus(response, 404);
    const type = contentTypeOf(relative);
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const body = await encoder.encode(path, facts, type, accepted);
    const caching =
      typeof options.caching === 'function' ? options.caching(relative, rawPath) : options.caching;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', CACHE_CONTROL[caching]);
    await sendFile(request, response, path, facts, body);
  };
}

/** Ends a response with a status and its name as text. */
export function sendStatus(response: ServerResponse, status: 400 | 404 | 405 | 500 | 503): void {
  const text = {
    400: 'Bad request',
    404: 'Not found',
    405: 'Method not allowed',
    500: 'Server error',
    503: 'Not ready',
  };
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${text[status]}\n`);
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  facts: FileFacts,
  body: EncodedBody,
): Promise<void> {
  const mark = body.encoding ?? (body.bytes === undefined ? 'id' : 'plain');
  const etag = `"${facts.sizeBytes.toString(36)}-${Math.floor(facts.modifiedMs).toString(36)}-${mark}"`;
  response.setHeader('ETag', etag);
  if (body.doesVary) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (body.encoding !== undefined) response.setHeader('Content-Encoding', body.encoding);
  const range = setLength(request, response, body);
  if (range === 'unsatisfiable' || request.method === 'HEAD') {
    response.end();
  } else if (body.bytes !== undefined) {
    response.end(body.bytes);
  } else {
    // A client that goes away mid-file is its own business.
    await pipeline(streamFile(body.path ?? path, range), response).catch(() => undefined);
  }
}

/** Sets length and range headers; ranges only of files sent as they lie there. */
function setLength(
  request: IncomingMessage,
  response: ServerResponse,
  body: EncodedBody,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const isPlain = body.bytes === undefined && body.encoding === undefined;
  if (isPlain) response.setHeader('Accept-Ranges', 'bytes');
  const range = isPlain ? parseRange(request.headers.range, body.sizeBytes) : undefined;
  if (range === 'unsatisfiable') {
    response.statusCode = 416;
    response.setHeader('Content-Range', `bytes */${body.sizeBytes}`);
    return range;
  }
  if (range !== undefined) {
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${body.sizeBytes}`);
  }
  response.setHeader(
    'Content-Length',
    range === undefined ? body.sizeBytes : range.end - range.start + 1,
  );
  return range;
}
