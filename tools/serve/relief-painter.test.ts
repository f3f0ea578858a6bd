import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildImagery } from '../imagery/build-imagery';
import { testPlan } from '../imagery/test-land';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { type AppServer, startAppServer } from './app-server';
import { ReliefPainter } from './relief-painter';

const problems: unknown[] = [];
let project: TempProject;
let relief: ReliefPainter;
let server: AppServer;
let isBroken = false;

beforeEach(async () => {
  project = await makeTempProject();
  problems.length = 0;
  isBroken = false;
  const { rootDir } = project;
  await buildImagery(testPlan(), {
    outDir: join(rootDir, 'tilesets/test-picture'),
    maxLevel: 0,
    threads: 1,
  });
  relief = new ReliefPainter({
    rootDir,
    threads: 1,
    planOf: async () => {
      if (isBroken) throw new Error('no facts');
      return testPlan();
    },
    onProblem: (id) => problems.push(id),
  });
  server = await startAppServer({
    rootDir,
    basePath: '/',
    host: '127.0.0.1',
    port: 0,
    relief,
    onProblem: (error) => problems.push(error),
  });
});
afterEach(async () => {
  await server.close();
  await relief.close();
  await project.remove();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}tilesets/test-picture/${path}`, init);

describe('ReliefPainter behind the server', () => {
  it('offers the levels it can paint, while the file tells those that are there', async () => {
    const answer = await ask('imagery.json');
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(await answer.json()).toMatchObject({ builtLevel: 0, maxLevel: 9, minLevel: 0 });
  });

  it('paints a tile when it is first asked for', async () => {
    const first = await ask('8/403/159.webp');
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('image/webp');
    const [bytes, again] = [await first.arrayBuffer(), await ask('8/403/159.webp')];
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('answers 404 for tiles that no level or box has', async () => {
    expect((await ask('10/1614/638.webp')).status).toBe(404);
    expect((await ask('8/1/1.webp')).status).toBe(404);
    expect(problems).toEqual([]);
  });

  it('tells a problem once and serves what is there', async () => {
    isBroken = true;
    expect(await (await ask('imagery.json')).json()).toMatchObject({ maxLevel: 0 });
    expect((await ask('8/403/159.webp')).status).toBe(404);
    expect(problems).toEqual(['test-picture']);
  });
});
