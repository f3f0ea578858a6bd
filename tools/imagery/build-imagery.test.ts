import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyInto, listFolder, readBytes, removePath, walkFiles, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { folderFingerprint } from '../testing/temp-project';
import { buildImagery } from './build-imagery';
import { readPictureDescription } from './picture-description';
import { testPlan } from './test-land';

let folder: string;
beforeEach(async () => {
  folder = await makeTempFolder('imagery');
});
afterEach(() => removePath(folder));

describe('buildImagery', () => {
  it('makes the same bytes with one thread and with two', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await buildImagery(testPlan(), { outDir: one, maxLevel: 6, threads: 1 });
    await buildImagery(testPlan(), { outDir: two, maxLevel: 6, threads: 2 });
    expect(await folderFingerprint(two)).toBe(await folderFingerprint(one));
  });

  it('merges shards by copying into what one build makes', async () => {
    const whole = join(folder, 'whole');
    await buildImagery(testPlan(), { outDir: whole, maxLevel: 6 });
    const merged = join(folder, 'merged');
    for (const number of [2, 1]) {
      const outDir = join(folder, `shard-${number}`);
      await buildImagery(testPlan(), { outDir, maxLevel: 6, shard: { number, count: 2 } });
      for (const path of await walkFiles(outDir)) {
        await copyInto(join(outDir, path), join(merged, path));
      }
    }
    expect(await folderFingerprint(merged)).toBe(await folderFingerprint(whole));
  });

  it('goes deeper in place, and says which levels are there', async () => {
    const outDir = join(folder, 'set');
    const first = await buildImagery(testPlan(), { outDir, maxLevel: 5 });
    expect(await readPictureDescription(outDir)).toMatchObject({
      maxLevel: 5,
      builtLevel: 5,
      paintableLevel: 9,
    });
    const all = await buildImagery(testPlan(), { outDir, maxLevel: 6 });
    const plan = testPlan();
    expect(await buildImagery(plan, { outDir, maxLevel: 4 })).toMatchObject({ tiles: 0 });
    expect(plan.loads).toBe(0);
    expect(await readPictureDescription(outDir)).toMatchObject({ maxLevel: 6, builtLevel: 6 });
    const tiles = await walkFiles(outDir, (path) => !path.endsWith('.json'));
    expect(tiles).toHaveLength(first.tiles + all.tiles);
  });

  it('goes on after an interruption with what is missing', async () => {
    const outDir = join(folder, 'set');
    const stop = new AbortController();
    const progress = { report: (_: string, done: number) => done === 2 && stop.abort() };
    const options = { outDir, maxLevel: 6, threads: 1 };
    await expect(
      buildImagery(testPlan(), { ...options, signal: stop.signal, progress }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readPictureDescription(outDir)).toBeUndefined();
    const rest = await buildImagery(testPlan(), options);
    const whole = join(folder, 'whole');
    const all = await buildImagery(testPlan(), { outDir: whole, maxLevel: 6 });
    expect(rest.tiles).toBe(all.tiles - 2);
    expect(await folderFingerprint(outDir)).toBe(await folderFingerprint(whole));
    expect((await listFolder(folder)).map(({ name }) => name)).toEqual(['set', 'whole']);
  });

  it('replaces a picture of other content and leaves anything else alone', async () => {
    const outDir = join(folder, 'set');
    await buildImagery({ ...testPlan(), contentHash: 'cd'.repeat(32) }, { outDir, maxLevel: 6 });
    await buildImagery(testPlan(), { outDir, maxLevel: 5 });
    const marker = JSON.parse((await readBytes(join(outDir, 'build.json'))).toString());
    expect(marker).toMatchObject({ kind: 'imagery', contentHash: 'ab'.repeat(32) });
    expect(await walkFiles(outDir, (path) => !path.startsWith('6/'))).toEqual(
      await walkFiles(outDir),
    );
    await writeInto(join(folder, 'mine/diary.txt'), 'dear');
    await expect(
      buildImagery(testPlan(), { outDir: join(folder, 'mine'), maxLevel: 5 }),
    ).rejects.toMatchObject({ code: 'output-not-a-tile-set' });
  });
});
