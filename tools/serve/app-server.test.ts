import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { normalBasePath } from './app-handler';
import { type AppServer, startAppServer } from './app-server';
import { listenOnFreePort } from './listen';
import { parseRange } from './range';
import { safeRelativePath } from './request-path';
import { type Asker, askServer } from './testing/ask-server';

const SCRIPT = `console.log("${'northwest '.repeat(500)}");`;
let project: TempProject;
let server: AppServer;
const problems: unknown[] = [];

async function put(path: string, data: string | Uint8Array): Promise<string> {
  const file = join(project.rootDir, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, data);
  return file;
}

beforeEach(async () => {
  project = await makeTempProject();
  problems.length = 0;
  await put('dist/index.html', '<!doctype html><title>x</title>');
  await put('dist/assets/app-AbCd1234.js', SCRIPT);
  await put('dist/.vite/manifest.json', '{}');
  await put('dist/scene/index.json', '{}');
  await put('dist/scene/details/place/sa-pa.0123abcd.json', '{}');
  await put('tilesets/nw/layer.json', '{}');
  await put('tilesets/nw/0/0/0.terrain', gzipSync('mesh'));
  await put('tilesets/nw/0/1/0.terrain', 'mesh');
  await put('package.json', '{"secret":true}');
  server = await startAppServer({
    rootDir: project.rootDir,
    basePath: '/map/',
    host: '127.0.0.1',
    port: 0,
    onProblem: (error) => problems.push(error),
  });
});
afterEach(async () => {
  await server.close();
  await project.remove();
});

const ask: Asker = (path, headers, method) => askServer(server.url, path, headers, method);

describe('startAppServer', () => {
  it('lets the page ask for online terrain where its scene may, and nowhere else', async () => {
    const policy = async (): Promise<string> =>
      (await fetch(server.url)).headers.get('content-security-policy') ?? '';
    expect(await policy()).toContain("connect-src 'self';");
    await server.close();
    const source = { urlTemplate: 'https://tiles.example/h/{z}/{x}/{y}.png', maxZoom: 12 };
    await put('dist/scene/index.json', JSON.stringify({ onlineTerrainSource: source }));
    server = await startAppServer({
      rootDir: project.rootDir,
      basePath: '/map/',
      host: '127.0.0.1',
      port: 0,
      ensurePanoramaFile: async () => undefined,
      onProblem: (error) => problems.push(error),
    });
    expect(await policy()).toContain("connect-src 'self' https://tiles.example;");
    expect(await policy()).toContain("img-src 'self' blob:;");
  });

  it('sends the page with the strict policy', async () => {
    const { status, headers, body } = await ask('/map/?place=sa-pa');
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  it('leads from the folder without its slash to the page, query kept', async () => {
    const { status, headers } = await ask('/map?place=sa-pa');
    expect([status, headers.location]).toEqual([308, '/map/?place=sa-pa']);
  });

  it.each([
    '/',
    '/other',
    '/map/nothing.html',
    '/map/assets',
    '/map/assets/',
    '/map/.vite/manifest.json',
    '/map/scene/nothing.json',
    '/map/tilesets/nw/',
    '/map/tilesets/sources.json',
    '/map/panoramas/mine/master.jpg',
    '/map/panoramas/mine/built/01234567/preview.webp',
    '/map/panoramas/../package.json',
    '/map/../package.json',
    '/map/..%2fpackage.json',
    '/map/%2e%2e/package.json',
    '/map/..%5cpackage.json',
    '/map/scene/..%2f..%2fpackage.json',
    '/map/scene/../../package.json',
    '/map/tilesets/..%2f..%2fpackage.json',
    '/map/tilesets/nw/%00/layer.json',
    '/map//etc/passwd',
    '/map/%2fetc%2fpasswd',
    '/map/%',
  ])('answers 404 to %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'Not found\n']);
  });

  it('refuses a path that a client wrote by hand', async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.end(
          'GET /map/../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        ),
      );
      let text = '';
      socket.on('data', (part) => {
        text += part.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    expect(answer).not.toContain('root:');
  });

  it('keeps hashed files for ever and asks again for others', async () => {
    const cache = async (path: string) => (await ask(path)).headers['cache-control'];
    const forever = 'public, max-age=31536000, immutable';
    expect(await cache('/map/assets/app-AbCd1234.js')).toBe(forever);
    expect(await cache('/map/scene/details/place/sa-pa.0123abcd.json')).toBe(forever);
    expect(await cache('/map/scene/index.json')).toBe('no-cache');
    expect(await cache('/map/tilesets/nw/layer.json')).toBe('no-cache');
    expect(await cache('/map/tilesets/nw/0/1/0.terrain')).toBe('no-cache');
    expect(await cache('/map/tilesets/nw/0/1/0.terrain?v=0123abcd')).toBe(forever);
  });

  it('answers 304 to an ETag that still holds', async () => {
    const { headers } = await ask('/map/scene/index.json');
    const again = await ask('/map/scene/index.json', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const file = await put('dist/scene/index.json', '{"a":1}');
    await utimes(file, 1, 1);
    const changed = await ask('/map/scene/index.json', { 'if-none-match': headers.etag ?? '' });
    expect(changed.status).toBe(200);
  });

  it('compresses text for those who accept it', async () => {
    const path = '/map/assets/app-AbCd1234.js';
    const brotli = await ask(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    const gzip = await ask(path, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    const plain = await ask(path);
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(plain.headers.vary).toBe('Accept-Encoding');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const path = '/map/assets/app-AbCd1234.js';
    const head = await ask(path, {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(SCRIPT.length));
    expect((await ask(path, {}, 'POST')).status).toBe(405);
  });

  it('compresses terrain tiles that lie plain on the disk on their way', async () => {
    await put('tilesets/nw/1/0/0.terrain', 'mesh '.repeat(2000));
    const packed = await ask('/map/tilesets/nw/1/0/0.terrain', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(200);
    expect(gunzipSync(packed.body).toString()).toBe('mesh '.repeat(2000));
    expect((await ask('/map/tilesets/nw/1/0/0.terrain')).body.length).toBe(10_000);
  });

  it('sends terrain tiles with their type, compressed as they lie', async () => {
    const tile = await ask('/map/tilesets/nw/0/0/0.terrain', { 'accept-encoding': 'gzip' });
    expect(tile.headers).toMatchObject({
      'content-type': 'application/vnd.quantized-mesh',
      'content-encoding': 'gzip',
    });
    expect(gunzipSync(tile.body).toString()).toBe('mesh');
    expect((await ask('/map/tilesets/nw/0/0/0.terrain')).body.toString()).toBe('mesh');
    const plain = await ask('/map/tilesets/nw/0/1/0.terrain', { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('sends a part of a file', async () => {
    const part = await ask('/map/tilesets/nw/0/1/0.terrain', { range: 'bytes=1-2' });
    expect([part.status, part.body.toString()]).toEqual([206, 'es']);
    expect(part.headers['content-range']).toBe('bytes 1-2/4');
    expect((await ask('/map/tilesets/nw/0/1/0.terrain', { range: 'bytes=9-' })).status).toBe(416);
  });
});

describe('listenOnFreePort', () => {
  it('goes to the next port when one is taken', async () => {
    const taken = Number(new URL(server.url).port);
    const second = createServer();
    const port = await listenOnFreePort(second, '127.0.0.1', taken);
    second.close();
    expect(port).toBeGreaterThan(taken);
  });
});

describe('safeRelativePath', () => {
  it('keeps plain paths and unpacks their encoding', () => {
    expect(safeRelativePath('a/b%20c.txt?x=1#y')).toBe('a/b c.txt');
    expect(safeRelativePath('a/')).toBe('a');
    expect(safeRelativePath('')).toBe('');
  });
});

describe('parseRange', () => {
  it.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=-4', { start: 6, end: 9 }],
    ['bytes=5-99', { start: 5, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=3-1', undefined],
    ['bytes=0-1,3-4', undefined],
    [undefined, undefined],
  ])('reads %s of ten bytes', (header, range) => {
    expect(parseRange(header, 10)).toEqual(range);
  });
});

describe('normalBasePath', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['map', '/map/'],
    ['/a/b', '/a/b/'],
  ])('reads %s as %s', (text, path) => {
    expect(normalBasePath(text)).toBe(path);
  });
});
