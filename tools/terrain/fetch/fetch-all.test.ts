import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removePath, walkFiles } from '../../io/files';
import { makeTempFolder } from '../../io/temp-folder';
import { FaultyServer } from '../../testing/faulty-server';
import { type FetchAllOptions, fetchAll } from './fetch-all';
import { fetchBoxesFromText } from './fetch-box';
import { fetchFailure } from './fetch-failure';
import { fastClock, tiffBytes } from './fetch-fixtures';
import { planFetch } from './fetch-plan';
import { lackingTiles } from './lacking-tiles';

/** Six degree cells. */
const PLAN = planFetch('glo30', fetchBoxesFromText('103,22,106,24'), 0);
let server: FaultyServer;
let folder: string;
let outDir: string;

beforeEach(async () => {
  server = await FaultyServer.start();
  folder = await makeTempFolder('fetch-all');
  outDir = join(folder, 'out');
  PLAN.tiles.forEach((tile, index) => {
    server.put(`/${tile.urlPath}`, tiffBytes(50_000, index));
  });
});

afterEach(async () => {
  await server.close();
  await removePath(folder);
});

async function fetchLacking(options: Partial<FetchAllOptions> = {}) {
  return fetchAll(PLAN, await lackingTiles(PLAN, outDir), {
    outDir,
    baseUrl: server.url,
    parallel: 3,
    progress: { report: () => undefined },
    signal: new AbortController().signal,
    clock: fastClock(),
    maxTries: 2,
    ...options,
  });
}

const addressOf = (index: number) => `/${PLAN.tiles[index]?.urlPath}`;

describe('fetchAll', () => {
  it('fetches all into the folder and nowhere else', async () => {
    const summary = await fetchLacking();
    expect(summary).toMatchObject({ missing: [], failed: [], untried: [], bytes: 300_000 });
    expect(await walkFiles(folder)).toEqual(PLAN.tiles.map((tile) => `out/${tile.path}`).sort());
  });

  it('fetches as many at a time as asked', async () => {
    for (const index of [0, 1, 2]) server.fail(addressOf(index), { type: 'stall', afterBytes: 0 });
    await fetchLacking({ stallMs: 200 });
    expect(server.mostAtOnce).toBe(3);
  });

  it('asks for nothing that is there already', async () => {
    await fetchLacking();
    expect(await lackingTiles(PLAN, outDir)).toEqual([]);
    expect((await fetchLacking()).fetched).toEqual([]);
    expect(server.requests).toHaveLength(6);
  });

  it('fetches again what is there but is no elevation model', async () => {
    await fetchLacking();
    await writeFile(join(outDir, PLAN.tiles[4]?.path ?? ''), 'no');
    expect((await fetchLacking()).fetched).toEqual([PLAN.tiles[4]]);
  });

  it('reports bytes up to all of them, with totals that follow the answers', async () => {
    const reports: [string, number, number][] = [];
    await fetchLacking({ progress: { report: (...report) => reports.push(report) } });
    expect(new Set(reports.map(([label]) => label))).toEqual(new Set(['glo30, about 240 MB']));
    expect(reports.slice(0, -1).every(([, done, total]) => done < total)).toBe(true);
    expect(reports.at(-2)).toEqual(['glo30, about 240 MB', 299_999, 300_000]);
    expect(reports.at(-1)).toEqual(['glo30, about 240 MB', 1, 1]);
  });

  it('does not count bytes of the run before', async () => {
    server.fail(addressOf(0), { type: 'truncate', afterBytes: 20_000 });
    const first = await fetchLacking({ maxTries: 1 });
    expect(first.failed).toHaveLength(1);
    const second = await fetchLacking();
    expect(first.bytes + second.bytes).toBe(300_000);
  });

  it('keeps what it fetched when one file fails, and names the file', async () => {
    server.fail(addressOf(2), { type: 'status', status: 403 });
    const ends: boolean[] = [];
    const summary = await fetchLacking({
      progress: { report: (_, done, total) => ends.push(done >= total) },
    });
    expect(summary.fetched).toHaveLength(5);
    expect(ends).not.toContain(true);
    expect(fetchFailure(summary, PLAN)).toMatchObject({
      code: 'fetch-refused',
      details: { found: `${PLAN.tiles[2]?.path}: fetch-refused, status 403` },
    });
    expect((await fetchLacking()).fetched).toEqual([PLAN.tiles[2]]);
  });

  it('stops asking after eight failures in a row', async () => {
    const plan = planFetch('glo30', fetchBoxesFromText('100,20,105,24'), 0);
    for (const tile of plan.tiles) server.fail(`/${tile.urlPath}`, { type: 'status', status: 403 });
    const summary = await fetchAll(plan, plan.tiles, {
      outDir,
      baseUrl: server.url,
      parallel: 1,
      progress: { report: () => undefined },
      signal: new AbortController().signal,
    });
    expect([summary.failed.length, summary.untried.length]).toEqual([8, 12]);
    expect(fetchFailure(summary, plan)?.details.found).toContain('12 not tried after that');
  });

  it('leaves whole files and parts when aborted, and goes on from them', async () => {
    for (const index of [3, 4, 5]) {
      server.fail(addressOf(index), { type: 'stall', afterBytes: 10_000 });
    }
    const controller = new AbortController();
    const work = fetchLacking({
      signal: controller.signal,
      progress: {
        report: (_, done) => {
          if (done >= 180_000) controller.abort();
        },
      },
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    const left = await walkFiles(outDir);
    expect(left.filter((path) => path.endsWith('.tif'))).toHaveLength(3);
    expect(left.filter((path) => path.endsWith('.part'))).toHaveLength(3);
    expect(left).toHaveLength(6);
    await fetchLacking();
    expect(await walkFiles(outDir)).toEqual(PLAN.tiles.map((tile) => tile.path).sort());
  });

  it('passes a fault of the disk on and ends the others', async () => {
    // A folder where the file should go.
    await mkdir(join(outDir, PLAN.tiles[1]?.path ?? '', 'x'), { recursive: true });
    await expect(fetchLacking()).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
  });
});

describe('lackingTiles', () => {
  it('refuses a file as the folder', async () => {
    await writeFile(outDir, '');
    await expect(lackingTiles(PLAN, outDir)).rejects.toMatchObject({ code: 'out-not-folder' });
  });
});
