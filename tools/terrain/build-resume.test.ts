import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFolder, pathExists, readBytes, removePath, walkFiles, writeInto } from '../io/files';
import type { Progress } from '../io/progress';
import { makeTempFolder } from '../io/temp-folder';
import { builtHashes, readBuiltTile } from '../testing/built-terrain';
import { writeHugeTiff } from '../testing/huge-tiff';
import { writeDem } from '../testing/write-dem';
import { type BuildDemTerrainOptions, buildDemTerrain } from './build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS } from './build-terrain';
import { checkTileSet } from './check/check-tile-set';

let folder = '';
let dem = '';

beforeAll(async () => {
  folder = await makeTempFolder('resume');
  const shape = { cols: 300, rows: 240, west: 103, north: 22.24, step: 0.001 };
  dem = await writeDem(join(folder, 'hills.tif'), shape, (lonDeg, latDeg) => {
    const heightM = 700 + 250 * Math.sin(lonDeg * 60) + 150 * Math.cos(latDeg * 90);
    // A void in the middle, across the blocks of the files.
    return Math.hypot(lonDeg - 103.25, latDeg - 22.12) < 0.01 ? Number.NaN : heightM;
  });
});

afterAll(() => removePath(folder));

async function build(name: string, changes: Partial<BuildDemTerrainOptions> = {}): Promise<string> {
  const outDir = join(folder, name, 'tiles');
  await buildDemTerrain({ ...options(outDir), ...changes });
  return outDir;
}

function options(outDir: string): BuildDemTerrainOptions {
  return {
    errorRatio: BUILD_TERRAIN_DEFAULTS.errorRatio,
    blendDeg: 0.1,
    rootDir: folder,
    files: [dem],
    id: 'tiles',
    outDir,
    isForced: false,
    attribution: 'test',
    maxLevel: 10,
  };
}

/** What lies beside a set: nothing once it is done. */
async function besideOf(outDir: string): Promise<readonly string[]> {
  return (await listFolder(join(outDir, '..'))).map(({ name }) => name);
}

describe('the bytes of a build', () => {
  let whole: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    whole = await builtHashes(await build('whole', { threads: 1 }));
  });

  it('do not depend on the threads', async () => {
    expect(await builtHashes(await build('threads', { threads: 3 }))).toEqual(whole);
  });

  it('do not depend on what memory holds', async () => {
    expect(await builtHashes(await build('files', { memoryPosts: 0 }))).toEqual(whole);
    expect(await builtHashes(await build('mixed', { memoryPosts: 20_000 }))).toEqual(whole);
  });

  it('do not depend on shares, whatever the order in which they join', async () => {
    for (const number of [2, 3, 1]) await build('shares', { shard: { number, count: 3 } });
    const outDir = join(folder, 'shares', 'tiles');
    expect(await builtHashes(outDir)).toEqual(whole);
    const again = await buildDemTerrain(options(outDir));
    expect(again.tiles).toBe(0);
  });

  it('are those of all shares copied into one folder', async () => {
    const merged = join(folder, 'merged');
    for (const number of [1, 2]) {
      const part = await build(`share-${number}`, { shard: { number, count: 2 } });
      const files = await walkFiles(part);
      expect(files).toContain('layer.json');
      expect(files).toContain(`build.${number}-of-2.json`);
      for (const file of files)
        await writeInto(join(merged, file), await readBytes(join(part, file)));
    }
    expect(await builtHashes(merged)).toEqual(whole);
  });

  it('do not depend on a stop in the middle', async () => {
    const outDir = join(folder, 'stopped', 'tiles');
    const stop = new AbortController();
    const progress: Progress = {
      report: (label, done, total) => {
        if (label.startsWith('terrain') && done > total / 2) stop.abort();
      },
    };
    const stopped = buildDemTerrain({
      ...options(outDir),
      progress,
      signal: stop.signal,
      threads: 2,
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await pathExists(outDir)).toBe(false);
    const [work = ''] = await besideOf(outDir);
    expect(work).toMatch(/^\.tiles\.[0-9a-f]{8}\.part$/);
    // As a kill leaves it: a tile torn in the middle, one still under its other name, a torn line.
    const set = join(outDir, '..', work, 'set');
    const tiles = (await walkFiles(set)).filter((path) => path.endsWith('.terrain'));
    const torn = tiles[3] ?? '';
    await writeInto(join(set, torn), (await readBytes(join(set, torn))).subarray(0, 100));
    await writeInto(join(set, `${torn}.new`), 'half');
    const journal = join(outDir, '..', work, 'journal.jsonl');
    await writeInto(journal, Buffer.concat([await readBytes(journal), Buffer.from('{"job":9')]));
    const report = await buildDemTerrain(options(outDir));
    expect(report.resumedTiles).toBeGreaterThan(20);
    expect(report.tiles).toBe(Object.keys(whole).length - 1);
    expect(await builtHashes(outDir)).toEqual(whole);
    expect(await besideOf(outDir)).toEqual(['tiles']);
  });
});

describe('a work folder', () => {
  it('is removed by the next build of the same id where its content is another', async () => {
    const outDir = join(folder, 'stale', 'tiles');
    await writeInto(join(folder, 'stale/.tiles.0badc0de.part/set/0/0/0.terrain'), 'old');
    await writeInto(join(folder, 'stale/.tiles-two.0badc0de.part/set/0/0/0.terrain'), 'other id');
    await buildDemTerrain({ ...options(outDir), maxLevel: 2 });
    expect(await besideOf(outDir)).toEqual(['.tiles-two.0badc0de.part', 'tiles']);
  });

  it('is kept for one build at a time', async () => {
    const outDir = join(folder, 'busy', 'tiles');
    const builds = [1, 2].map(() => buildDemTerrain({ ...options(outDir), maxLevel: 4 }));
    const ends = await Promise.allSettled(builds);
    const [failed] = ends.filter((end) => end.status === 'rejected');
    expect(failed?.reason).toMatchObject({ code: 'build-running' });
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a packed build', () => {
  it('holds gzip files of the same meshes that the check accepts', async () => {
    const packed = await build('packed', { isGzipped: true, maxLevel: 6 });
    const plain = await build('plain', { maxLevel: 6 });
    const tile = { z: 6, x: 100, y: 39, scheme: 'tms' } as const;
    const path = '6/100/39.terrain';
    const bytes = await readBytes(join(packed, path));
    expect([...bytes.subarray(0, 2), bytes[9]]).toEqual([0x1f, 0x8b, 255]);
    expect(bytes.length).toBeLessThan((await readBytes(join(plain, path))).length);
    expect(await readBuiltTile(packed, tile)).toEqual(await readBuiltTile(plain, tile));
    expect((await checkTileSet(packed)).issues).toEqual([]);
  });
});

describe('a budget of single levels', () => {
  it('leaves the other levels as they are', async () => {
    const plain = await builtHashes(await build('ratio', { maxLevel: 8 }));
    const levelErrorsM = { 7: 2, 8: 500 };
    const changed = await build('budget', { maxLevel: 8, levelErrorsM });
    const hashes = await builtHashes(changed);
    const differing = Object.keys(plain).filter((path) => plain[path] !== hashes[path]);
    expect(new Set(differing.map((path) => path.split('/')[0]))).toEqual(
      new Set(['7', '8', 'layer.json']),
    );
    expect((await checkTileSet(changed)).issues).toEqual([]);
  });
});

describe('heights that memory does not hold', () => {
  it('give a set that the check finds nothing in, voids filled', async () => {
    const file = join(folder, 'large.tif');
    const shape = { tilePx: 128, tiles: 8, westDeg: 103, northDeg: 22, stepDeg: 0.001 };
    await writeHugeTiff(file, shape);
    const files = { files: [file], maxLevel: 9 };
    const outDir = await build('large', { ...files, memoryPosts: 10_000, threads: 2 });
    expect((await checkTileSet(outDir)).issues).toEqual([]);
    const inMemory = await build('large-memory', files);
    expect(await builtHashes(outDir)).toEqual(await builtHashes(inMemory));
  });
});
