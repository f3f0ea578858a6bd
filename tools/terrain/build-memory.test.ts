import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFolder, pathExists, readTextIfThere, removePath } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { makeTempFolder } from '../io/temp-folder';
import { builtHashes } from '../testing/built-terrain';
import { type HugeTiffShape, writeHugeTiff } from '../testing/huge-tiff';
import type { MeasuredBuild } from '../testing/measure-terrain-build';
import { checkTileSet } from './check/check-tile-set';

const IS_LONG = process.env['LONG'] === '1';
/** Half an arc second, as the best open models have it: 52,224 pixels squared, or 4,096. */
const SHAPE: HugeTiffShape = {
  tilePx: 512,
  tiles: IS_LONG ? 102 : 8,
  westDeg: 100,
  northDeg: 25,
  stepDeg: 1 / 7200,
};
const MAX_LEVEL = 11;
const MOST_MB = 1024;

let folder = '';
let dem = '';
let pixelBytes = 0;

beforeAll(async () => {
  folder = await makeTempFolder('memory');
  dem = join(folder, 'huge.tif');
  pixelBytes = await writeHugeTiff(dem, SHAPE);
});

afterAll(() => removePath(folder));

/** Starts a build in a process of its own. */
function start(outDir: string, level: number) {
  const script = join(ROOT_DIR, 'tools/testing/measure-terrain-build.ts');
  const args = ['--import', 'tsx', script, dem, outDir, String(level), '2'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT_DIR,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  const ended = new Promise<MeasuredBuild | undefined>((resolve) => {
    child.on('close', () => resolve(out === '' ? undefined : (JSON.parse(out) as MeasuredBuild)));
  });
  return { child, ended };
}

describe('the memory of a build', () => {
  it('stays below 1 GiB, however large the source', { timeout: 3_600_000 }, async () => {
    const outDir = join(folder, 'tiles');
    const measured = await start(outDir, MAX_LEVEL).ended;
    const gigabytes = (pixelBytes / 1e9).toFixed(2);
    console.info(
      `${gigabytes} GB of pixels (nine packed tiles, each named many times): ` +
        `${measured?.tiles} tiles in ${measured?.seconds.toFixed(0)} s, ` +
        `at most ${measured?.peakRssMb.toFixed(0)} MB resident`,
    );
    expect(measured?.tiles).toBeGreaterThan(100);
    expect(measured?.peakRssMb).toBeLessThan(MOST_MB);
    expect((await checkTileSet(outDir)).issues).toEqual([]);
    expect((await listFolder(folder)).map(({ name }) => name)).toEqual(['huge.tif', 'tiles']);
  });
});

describe('a build that is killed', () => {
  it('leaves no set behind and is gone on with, to the same bytes', {
    timeout: 600_000,
  }, async () => {
    const small = join(folder, 'small.tif');
    await writeHugeTiff(small, { ...SHAPE, tilePx: 64, tiles: 8, stepDeg: 1 / 900 });
    dem = small;
    const whole = join(folder, 'whole');
    await start(whole, 10).ended;
    const outDir = join(folder, 'killed');
    const { child, ended } = start(outDir, 10);
    await linesOf(folder, '.killed.', 6, child);
    child.kill('SIGKILL');
    expect(await ended).toBeUndefined();
    expect(await pathExists(outDir)).toBe(false);
    const resumed = await start(outDir, 10).ended;
    expect(resumed?.resumedTiles).toBeGreaterThan(32);
    expect(await builtHashes(outDir)).toEqual(await builtHashes(whole));
    const left = (await listFolder(folder)).filter(({ name }) => name.startsWith('.'));
    expect(left).toEqual([]);
  });
});

/** Waits until the journal of a build has some lines; the event is a file's, so it is polled. */
async function linesOf(
  parent: string,
  prefix: string,
  lines: number,
  child: { readonly exitCode: number | null },
): Promise<void> {
  for (;;) {
    for (const { name } of await listFolder(parent)) {
      if (!name.startsWith(prefix)) continue;
      const journal = await readTextIfThere(join(parent, name, 'journal.jsonl'));
      if ((journal ?? '').split('\n').length > lines) return;
    }
    if (child.exitCode !== null) throw new Error('Expected a build to kill, got one that ended.');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
