import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removePath, walkFiles } from '../../io/files';
import { makeTempFolder } from '../../io/temp-folder';
import { pngBytes, tiffBytes } from '../../terrain/fetch/fetch-fixtures';
import { FaultyServer } from '../../testing/faulty-server';
import { runArc } from '../../testing/run-arc';
import { terrainFetchCommand } from './terrain-fetch';

const NAME = (lonDeg: number) => `Copernicus_DSM_COG_10_N22_00_E${lonDeg}_00_DEM`;
let server: FaultyServer;
let rootDir: string;

beforeEach(async () => {
  server = await FaultyServer.start();
  rootDir = await makeTempFolder('terrain-fetch');
  for (const lonDeg of [103, 104]) {
    server.put(`/dem/${NAME(lonDeg)}/${NAME(lonDeg)}.tif`, tiffBytes(9000, lonDeg));
  }
});

afterEach(async () => {
  await server.close();
  await removePath(rootDir);
});

function fetchGlo30(...flags: string[]) {
  const address = ['--base-url', `${server.url}/dem/`];
  const argv = ['terrain', 'fetch', '--source', 'glo30', ...address, ...flags];
  return runArc(argv, [terrainFetchCommand], { rootDir });
}

describe('terrainFetchCommand', () => {
  it('prints the plan and asks nobody with --plan', async () => {
    const run = await fetchGlo30('--box', '103,22,105,23', '--plan');
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain(`  ${NAME(103)}.tif\n  ${NAME(104)}.tif\n`);
    expect(run.out).toContain('2 tiles, 0 of them here already; at most about 80 MB to fetch');
    expect(server.requests).toEqual([]);
    expect(await walkFiles(rootDir)).toEqual([]);
  });

  it('fetches, then names the next step', async () => {
    const run = await fetchGlo30('--box', '103,22,105,23', '--out', 'dem');
    expect(run.err).toBe('');
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('2 tiles fetched, 0.0 MB; 0 not at the source (sea).');
    const dems = [103, 104].map((lon) => `--dem ${join(rootDir, 'dem', `${NAME(lon)}.tif`)}`);
    expect(run.out).toContain(`Next: npx arc terrain build ${dems.join(' ')} --id nw-surveyed`);
    expect(await walkFiles(rootDir)).toEqual([`dem/${NAME(103)}.tif`, `dem/${NAME(104)}.tif`]);
  });

  it('names many files by their folder and box, spaces and all', async () => {
    for (const lonDeg of [105, 106, 107]) {
      server.put(`/dem/${NAME(lonDeg)}/${NAME(lonDeg)}.tif`, tiffBytes(9000, lonDeg));
    }
    const run = await fetchGlo30('--box', '103,22,108,23', '--out', 'my dem');
    expect(run.exitCode).toBe(0);
    const next = `--dem '${join(rootDir, 'my dem')}' --box 103,22,108,23 --id nw-surveyed`;
    expect(run.out).toContain(`Next: npx arc terrain build ${next}`);
  });

  it('takes a missing tile as sea', async () => {
    const run = await fetchGlo30('--box', '104,22,106,23', '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ fetched: 1, missing: [`${NAME(105)}.tif`] });
    expect(await walkFiles(rootDir)).toEqual([`.cache/elevation/glo30/${NAME(104)}.tif`]);
  });

  it('wonders where every tile is missing', async () => {
    const run = await fetchGlo30('--box', '110,10,111,11');
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('not the right --base-url');
    expect(run.out).not.toContain('Next:');
  });

  it('ends with 1 naming what failed, and keeps the rest', async () => {
    server.fail(`/dem/${NAME(103)}/${NAME(103)}.tif`, { type: 'status', status: 403 });
    const run = await fetchGlo30('--box', '103,22,105,23', '--out', 'dem');
    expect(run.exitCode).toBe(1);
    expect(run.err).toContain('fetch-refused');
    expect(run.err).toContain(`${NAME(103)}.tif`);
    expect(await walkFiles(rootDir)).toEqual([`dem/${NAME(104)}.tif`]);
  });

  it('fetches terrarium tiles by level, column and row', async () => {
    server.put('/12/3229/1787.png', pngBytes());
    const run = await runArc(
      'terrain fetch --source terrarium --box 103.84,22.33,103.845,22.335 --out t --base-url'
        .split(' ')
        .concat(server.url),
      [terrainFetchCommand],
      { rootDir },
    );
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain(`--dem ${join(rootDir, 't')} --id`);
    expect(await walkFiles(rootDir)).toEqual(['t/12/3229/1787.png']);
  });

  it.each([
    ['fetch-source-invalid', ['--source', 'srtm']],
    ['box-invalid', ['--box', '1,2,3']],
    ['zoom-invalid', ['--zoom', '9']],
    ['zoom-invalid', ['--source', 'terrarium', '--zoom', '16']],
    ['parallel-invalid', ['--parallel', '0']],
    ['base-url-invalid', ['--base-url', 'ftp://mirror.example/dem']],
    ['base-url-invalid', ['--base-url', 'https://me:you@mirror.example/dem']],
    ['box-too-large', ['--source', 'terrarium', '--zoom', '15', '--box', '-180,-85,180,85']],
  ])('answers %s with exit 2 and asks nobody', async (code, flags) => {
    const run = await fetchGlo30('--box', '103,22,105,23', ...flags);
    expect(run.exitCode).toBe(2);
    expect(run.err).toContain(code);
    expect(server.requests).toEqual([]);
  });
});
