import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256Hex } from '../io/content-hash';

/** One way for an answer to go wrong. */
export type ServerFault =
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Sends some bytes of the body, then nothing, and keeps the connection. */
  | { readonly type: 'stall'; readonly afterBytes: number }
  /** Sends some bytes of the body, then cuts the connection. */
  | { readonly type: 'truncate'; readonly afterBytes: number }
  /** Answers 200 with other bytes than the file's. */
  | { readonly type: 'wrong'; readonly bytes: Uint8Array };

const CUT_AFTER_MS = 40;

/** A request as it came. */
export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
}

export interface FaultyServerOptions {
  /** Says nothing of ETag and knows no ranges. */
  readonly isPlain?: boolean;
}

/** A file server on this machine that goes wrong as it is told. */
export class FaultyServer {
  readonly requests: SeenRequest[] = [];
  /** The most answers under way at the same time. */
  mostAtOnce = 0;
  readonly #files = new Map<string, Uint8Array>();
  readonly #faults = new Map<string, ServerFault[]>();
  readonly #isPlain: boolean;
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #underWay = 0;
  #url = '';

  private constructor(options: FaultyServerOptions) {
    this.#isPlain = options.isPlain === true;
  }

  /** Starts on a free port. */
  static async start(options: FaultyServerOptions = {}): Promise<FaultyServer> {
    const server = new FaultyServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.#url = `http://127.0.0.1:${(server.#server.address() as AddressInfo).port}`;
    return server;
  }

  /** Address without a slash at the end. */
  get url(): string {
    return this.#url;
  }

  /** Puts a file at a path that begins with a slash; its ETag is the hash of its bytes. */
  put(path: string, bytes: Uint8Array): void {
    this.#files.set(path, bytes);
  }

  /** The next answers for a path go wrong like this, one after the other. */
  fail(path: string, ...faults: readonly ServerFault[]): void {
    this.#faults.set(path, [...(this.#faults.get(path) ?? []), ...faults]);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    this.requests.push({ path, range: request.headers.range });
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underWay);
    response.on('close', () => this.#underWay--);
    const fault = this.#faults.get(path)?.shift();
    const file = this.#files.get(path);
    if (fault?.type === 'status') {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
      response.writeHead(fault.status).end('no');
    } else if (fault?.type === 'wrong') {
      response.writeHead(200, { 'content-length': fault.bytes.length }).end(fault.bytes);
    } else if (file === undefined) {
      response.writeHead(404).end('none');
    } else {
      sendBody(response, this.#head(request, response, file), fault);
    }
  }

  /** Writes status and headers; what is left is the body. */
  #head(request: IncomingMessage, response: ServerResponse, file: Uint8Array): Uint8Array {
    if (this.#isPlain) {
      response.writeHead(200, { 'content-length': file.length });
      return file;
    }
    const etag = `"${sha256Hex(file).slice(0, 32)}"`;
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(from) || request.headers['if-range'] !== etag) {
      response.writeHead(200, { etag, 'content-length': file.length });
      return file;
    }
    if (from >= file.length) {
      response.writeHead(416, { etag, 'content-range': `bytes */${file.length}` });
      return new Uint8Array();
    }
    const rest = file.subarray(from);
    const range = `bytes ${from}-${file.length - 1}/${file.length}`;
    response.writeHead(206, { etag, 'content-length': rest.length, 'content-range': range });
    return rest;
  }
}

function sendBody(
  response: ServerResponse,
  body: Uint8Array,
  fault: Extract<ServerFault, { afterBytes: number }> | undefined,
): void {
  if (fault === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, fault.afterBytes), () => {
    // fetch drops what it has not handed on when the connection breaks: it gets time to.
    if (fault.type === 'truncate') setTimeout(() => response.destroy(), CUT_AFTER_MS);
  });
  response.flushHeaders();
}
