import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkFiles, writeInto } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { spherePicture } from '../testing/sphere-picture';
import { folderFingerprint, makeTempProject, type TempProject } from '../testing/temp-project';
import { findMaster } from './panorama-files';
import { ensurePanoramaTiles, removePanoramaTiles } from './panorama-tiles';

let project: TempProject;
let built = '';
beforeEach(async () => {
  project = await makeTempProject();
  const master = join(project.rootDir, 'panoramas/a/master.jpg');
  await writeInto(master, await spherePicture(4096, 2048));
  const { hash8 } = await findMaster(project.rootDir, 'a');
  built = join(project.rootDir, 'panoramas/a/built', hash8);
});
afterEach(() => project.remove());

/** Tiles in a process that is killed as soon as some tiles are there. */
async function killedHalfWay(tilesBefore: number): Promise<void> {
  const script = join(ROOT_DIR, 'tools/panorama/testing/measure-panorama.ts');
  const args = ['--import', 'tsx', script, 'tile', project.rootDir, 'a'];
  const child = spawn(process.execPath, args, { cwd: ROOT_DIR, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  while (child.exitCode === null && (await workTiles()).length < tilesBefore) await pause(5);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

/** Finished tiles in work folders. */
async function workTiles(): Promise<readonly string[]> {
  const files = await walkFiles(built);
  return files.filter((path) => /^\.work-.*\/\d+_\d+\.webp$/.test(path));
}

/** What a server would find under the addresses of tiles. */
async function visibleTiles(): Promise<readonly string[]> {
  return (await walkFiles(built)).filter((path) => /^\d+\//.test(path));
}

describe('ensurePanoramaTiles, killed', () => {
  it('shows no torn tile, and the next run goes on to the same bytes', async () => {
    await ensurePanoramaTiles(project.rootDir, 'a');
    const whole = await folderFingerprint(built);
    await removePanoramaTiles(project.rootDir, 'a');
    await killedHalfWay(8);
    expect(await visibleTiles()).toEqual([]);
    const left = await workTiles();
    expect(left.length).toBeGreaterThanOrEqual(8);
    for (const path of left) {
      const bytes = await readFile(join(built, path));
      expect(bytes.readUInt32LE(4) + 8, path).toBe(bytes.length);
    }
    await killedHalfWay(left.length + 8);
    expect(await visibleTiles()).toEqual([]);
    expect(await ensurePanoramaTiles(project.rootDir, 'a')).toMatchObject({ tilesWritten: 40 });
    expect(await folderFingerprint(built)).toBe(whole);
  });
});
