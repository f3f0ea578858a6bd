import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panoramaAddCommand } from '../cli/commands/panorama-add';
import { runArc } from '../testing/run-arc';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { mp4Film, webmFilm } from './testing/video-fixture';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
  await writeFile(join(project.rootDir, 'still.jpg'), await spherePicture(1024, 512));
});
afterEach(() => project.remove());

async function add(film: Uint8Array, ...flags: string[]) {
  await writeFile(join(project.rootDir, 'film.bin'), film);
  const argv = ['panorama', 'add', 'film.bin', '--place', 'sa-pa', '--id', 'x', ...flags, '--json'];
  return runArc(argv, [panoramaAddCommand], project);
}

describe('arc panorama add, a film', () => {
  it.each([
    ['mp4', mp4Film, 'avc1'],
    ['webm', webmFilm, 'V_VP9'],
  ] as const)('takes an %s with its still', async (format, filmOf, codec) => {
    const film = filmOf({ secret: '+22.3333+103.8444/ GoPro Max' });
    const run = await add(film, '--poster', 'still.jpg');
    expect(run.exitCode, run.out).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      video: { format, widthPx: 3840, heightPx: 1920, durationS: 12.5, codec },
    });
    const file = join(project.rootDir, 'scenes/northwest/lao-cai/panoramas/x.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      medium: 'video',
      videoFile: `film.${format}`,
    });
    const kept = await readFile(join(project.rootDir, `panoramas/x/media/film.${format}`));
    expect(kept.length).toBe(film.length);
    expect(kept.includes('103.8444')).toBe(false);
    // Still a film to the reader that refused nothing before.
    await writeFile(join(project.rootDir, 'again.bin'), kept);
    const again = await runArc(
      ['panorama', 'add', 'again.bin', '--place', 'sa-pa', '--poster', 'still.jpg'],
      [panoramaAddCommand],
      project,
    );
    expect(again).toMatchObject({ exitCode: 0 });
  });

  it('refuses what is no film of a sphere, and writes nothing', async () => {
    const poster = ['--poster', 'still.jpg'];
    const cases: readonly [string, number, Uint8Array, ...string[]][] = [
      ['usage-poster', 2, mp4Film()],
      ['video-not-equirectangular', 1, mp4Film({ widthPx: 1920, heightPx: 1080 }), ...poster],
      ['video-codec', 1, mp4Film({ codec: 'mp4v' }), ...poster],
      ['video-codec', 1, webmFilm({ codec: 'V_MPEG4' }), ...poster],
      ['video-unreadable', 1, mp4Film({ seconds: 0 }), ...poster],
      ['video-unreadable', 1, mp4Film({ extraTrack: 'meta' }), ...poster],
      ['video-unreadable', 1, mp4Film().subarray(0, 200), ...poster],
      ['video-unreadable', 1, webmFilm().subarray(0, 90), ...poster],
      ['video-unreadable', 1, Buffer.from('MP4? no'), ...poster],
    ];
    for (const [code, exitCode, film, ...flags] of cases) {
      await writeFile(join(project.rootDir, 'film.bin'), film);
      const before = await project.fingerprint();
      const run = await add(film, ...flags);
      expect(JSON.parse(run.out).error.code).toBe(code);
      expect(run.exitCode).toBe(exitCode);
      expect(await project.fingerprint()).toBe(before);
    }
  });
});
