import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeInto } from '../io/files';
import { findMaster } from '../panorama/panorama-files';
import { ensurePanoramaTiles } from '../panorama/panorama-tiles';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { type AppServer, startAppServer } from './app-server';
import { PanoramaBuilder } from './panorama-builder';
import { type Asker, askServer } from './testing/ask-server';

let project: TempProject;
let server: AppServer;
const problems: unknown[] = [];

const put = (path: string, data: string | Uint8Array) =>
  writeInto(join(project.rootDir, path), data);
const ask: Asker = (path, headers, method) => askServer(server.url, path, headers, method);

/** A compiled scene with these panoramas. */
function sceneShowing(...ids: readonly string[]): string {
  const panoramas = ids.map((id) => ({
    previewUrl: `panoramas/${id}/built/01234567/preview.webp`,
  }));
  return JSON.stringify({ panoramas });
}

beforeEach(async () => {
  project = await makeTempProject();
  problems.length = 0;
  await put('dist/index.html', '<!doctype html><title>x</title>');
  await put('dist/scene/index.json', sceneShowing('mine', 'torn'));
  await put('package.json', '{"secret":true}');
  const { rootDir } = project;
  const onProblem = (error: unknown) => problems.push(error);
  const builder = new PanoramaBuilder({ rootDir, onProblem: (_, error) => onProblem(error) });
  server = await startAppServer({
    rootDir,
    basePath: '/map/',
    host: '127.0.0.1',
    port: 0,
    ensurePanoramaFile: (id, file) => builder.ensureFile(id, file),
    onProblem,
  });
});
afterEach(async () => {
  await server.close();
  await project.remove();
});

describe('startAppServer, for panoramas', () => {
  it('builds a panorama on the first request and holds it until done', async () => {
    await put('panoramas/mine/master.jpg', await spherePicture(2048, 1024));
    const { hash8 } = await findMaster(project.rootDir, 'mine');
    const base = `/map/panoramas/mine/built/${hash8}`;
    const answers = await Promise.all(
      ['preview.webp', '0/0_0.webp', '0/3_1.webp'].map((file) => ask(`${base}/${file}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]?.headers['cache-control']).toContain('immutable');
    expect((await ask(`${base}/0/9_9.webp`)).status).toBe(404);
    expect((await ask('/map/panoramas/mine/built/00000000/0/0_0.webp')).status).toBe(404);
    expect(problems).toEqual([]);
  });

  it('keeps a panorama that the scene does not show to itself: tiles, stills and media', async () => {
    await put('panoramas/draft/master.jpg', await spherePicture(1024, 512));
    const { hash8 } = await findMaster(project.rootDir, 'draft');
    await ensurePanoramaTiles(project.rootDir, 'draft');
    await put('panoramas/draft/media/face.jpg', 'a face');
    const files = [`built/${hash8}/preview.webp`, `built/${hash8}/0/0_0.webp`, 'media/face.jpg'];
    const statuses = async () =>
      Promise.all(files.map(async (file) => (await ask(`/map/panoramas/draft/${file}`)).status));
    expect(await statuses()).toEqual([404, 404, 404]);
    await put('dist/scene/index.json', sceneShowing('draft'));
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  it('sends pictures and films that lie beside a panorama, films part by part', async () => {
    await put('panoramas/mine/media/film.mp4', 'a film of ten minutes');
    await put('panoramas/mine/media/stairs.webp', 'a picture');
    const film = '/map/panoramas/mine/media/film.mp4';
    const whole = await ask(film);
    expect([whole.status, whole.body.toString()]).toEqual([200, 'a film of ten minutes']);
    expect(whole.headers).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      // Its name does not change with its bytes.
      'cache-control': 'no-cache',
    });
    const part = await ask(film, { range: 'bytes=2-5' });
    expect([part.status, part.body.toString()]).toEqual([206, 'film']);
    expect(part.headers['content-range']).toBe('bytes 2-5/21');
    const end = await ask(film, { range: 'bytes=-7' });
    expect([end.status, end.body.toString()]).toEqual([206, 'minutes']);
    const open = await ask(film, { range: 'bytes=0-' });
    expect([open.status, open.headers['content-length']]).toEqual([206, '21']);
    const behind = await ask(film, { range: 'bytes=99-' });
    expect([behind.status, behind.headers['content-range']]).toEqual([416, 'bytes */21']);
    const head = await ask(film, { range: 'bytes=2-5' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([206, '4', 0]);
    expect((await ask('/map/panoramas/mine/media/stairs.webp')).headers['content-type']).toBe(
      'image/webp',
    );
  });

  it.each([
    'media/notes.txt',
    'media/page.html',
    'media/drawing.svg',
    'media/.hidden.jpg',
    'media/',
    'media/Film.mp4',
    'media/inner/film.mp4',
    'media/..%2fmaster.jpg',
    'media/%2e%2e/master.jpg',
    'media/../master.jpg',
    'media/..%2f..%2f..%2fpackage.json',
    'media/film.mp4%00.jpg',
    'media/..%5cmaster.jpg',
    'recipe.json',
  ])('answers 404 to %s beside a panorama', async (path) => {
    for (const file of ['master.jpg', 'recipe.json', 'media/film.mp4', 'media/notes.txt']) {
      await put(`panoramas/mine/${file}`, 'x');
    }
    for (const file of ['page.html', 'drawing.svg', '.hidden.jpg', 'inner/film.mp4']) {
      await put(`panoramas/mine/media/${file}`, 'x');
    }
    const { status, body } = await ask(`/map/panoramas/mine/${path}`);
    expect([status, body.toString()]).toEqual([404, 'Not found\n']);
  });

  it('sends stills of places, for ever where the address carries their hash', async () => {
    await put('stills/sa-pa.webp', 'a still');
    await put('stills/sa-pa.json', '{}');
    const still = await ask('/map/stills/sa-pa.webp?v=0123abcd');
    expect([still.status, still.headers['content-type']]).toEqual([200, 'image/webp']);
    expect(still.headers['cache-control']).toContain('immutable');
    expect((await ask('/map/stills/sa-pa.webp')).headers['cache-control']).toBe('no-cache');
    for (const path of ['sa-pa.json', '', '..%2fpackage.json', '.hidden.webp']) {
      expect((await ask(`/map/stills/${path}`)).status, path).toBe(404);
    }
  });

  it('tells a master that cannot be built once, and goes on serving', async () => {
    const picture = await spherePicture(2048, 1024);
    await put('panoramas/torn/master.jpg', picture.subarray(0, picture.length / 2));
    const { hash8 } = await findMaster(project.rootDir, 'torn');
    for (const file of ['0/0_0.webp', 'preview.webp']) {
      expect((await ask(`/map/panoramas/torn/built/${hash8}/${file}`)).status).toBe(404);
    }
    expect(problems).toHaveLength(1);
    expect((await ask('/map/')).status).toBe(200);
  });
});

describe('PanoramaBuilder', () => {
  it('builds all that is missing', async () => {
    await put('panoramas/a/master.jpg', await spherePicture(1024, 512));
    await put('panoramas/b/master.png', await spherePicture(1024, 512, 'png'));
    const builder = new PanoramaBuilder({ rootDir: project.rootDir, onProblem: () => undefined });
    await builder.buildAll();
    expect((await project.fingerprint()).match(/built\/\w+\/0\/1_0\.webp/g)).toHaveLength(2);
  });
});
