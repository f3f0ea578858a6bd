import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePicture } from '../../io/picture';
import { mp4Film, webmFilm } from '../../panorama/testing/video-fixture';
import { runArc } from '../../testing/run-arc';
import { spherePicture, withXmp } from '../../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { panoramaAddCommand } from './panorama-add';
import { panoramaCheckCommand } from './panorama-check';
import { panoramaMediaCommand } from './panorama-media';

let project: TempProject;
const at = (path: string) => join(project.rootDir, path);
const SECRET = 'GPano:CaptureSoftware="103.8444, 22.3333"';

beforeEach(async () => {
  project = await makeTempProject();
  await writeFile(at('in.jpg'), await spherePicture(1024, 512));
  const argv = ['panorama', 'add', 'in.jpg', '--place', 'sa-pa', '--id', 'mine'];
  expect(await runArc(argv, [panoramaAddCommand], project)).toMatchObject({ exitCode: 0 });
});
afterEach(() => project.remove());

const media = (...files: string[]) =>
  runArc(['panorama', 'media', 'mine', ...files], [panoramaMediaCommand], project);

/** What check says of media, as `code of file`. */
async function findings(): Promise<readonly string[]> {
  const argv = ['panorama', 'check', 'mine', '--json'];
  const run = await runArc(argv, [panoramaCheckCommand], project);
  const result = JSON.parse(run.out);
  const all: readonly { code: string; found: string; expected: string }[] = (
    result.error?.report ?? result
  ).findings;
  return all
    .filter(({ code }) => /media|video|picture/.test(code))
    .map(({ code, found, expected }) => {
      const [file] = /media\/[\w.-]+/.exec(`${found} ${expected}`) ?? [];
      return `${code} of ${file}`;
    });
}

/** Lets the record's hotspots show these files. */
async function showFiles(...files: readonly (readonly ['picture' | 'video', string])[]) {
  const path = at('scenes/northwest/lao-cai/panoramas/mine.json');
  const hotspots = files.map(([type, file], index) => ({
    id: `h${index}`,
    at: { type: 'direction', headingDeg: 10 * index, pitchDeg: 0 },
    title: { vi: 'Bậc đá', en: 'Steps' },
    text: { vi: 'Bậc đá lên đỉnh.', en: 'Steps to the summit.' },
    type,
    file,
    credit: 'Ngô Thị Mai',
  }));
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), hotspots }));
}

describe('arc panorama media', () => {
  it('lays pictures and films down without what they tell, named as records name them', async () => {
    await writeFile(at('Bậc đá (2).JPG'), withXmp(await spherePicture(640, 480), SECRET));
    await writeFile(at('market.bin'), mp4Film({ widthPx: 1920, heightPx: 1080, secret: SECRET }));
    const run = await media('Bậc đá (2).JPG', 'market.bin');
    expect(run.exitCode, run.err).toBe(0);
    expect(run.out).toMatch(/^bac-da-2\.jpg: \d+ bytes, as it was/);
    expect(await readdir(at('panoramas/mine/media'))).toEqual(['bac-da-2.jpg', 'market.mp4']);
    for (const file of ['bac-da-2.jpg', 'market.mp4']) {
      expect((await readFile(at(`panoramas/mine/media/${file}`))).includes('103.84')).toBe(false);
    }
    await showFiles(['picture', 'bac-da-2.jpg'], ['video', 'market.mp4']);
    expect(await findings()).toEqual([]);
  });

  it('makes a picture that is too wide, or of another type, a WebP', async () => {
    await writeFile(at('wide.png'), await spherePicture(3000, 1000, 'png'));
    await writeFile(at('scan.tif'), await spherePicture(640, 480, 'tiff'));
    expect((await media('wide.png', 'scan.tif')).exitCode).toBe(0);
    const wide = await decodePicture(at('panoramas/mine/media/wide.webp'), 'wide.webp');
    expect(wide.widthPx).toBe(2560);
    expect(await readdir(at('panoramas/mine/media'))).toEqual(['scan.webp', 'wide.webp']);
  });

  it('refuses what is neither, what is torn, and a name that is taken, and writes nothing', async () => {
    const jpeg = await spherePicture(640, 480);
    await writeFile(at('ok.jpg'), jpeg);
    await media('ok.jpg');
    const before = await project.fingerprint();
    const cases: readonly (readonly [string, Uint8Array | string])[] = [
      ['panorama-media-exists', jpeg],
      ['picture-unreadable', jpeg.subarray(0, jpeg.length / 2)],
      ['picture-format', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['video-codec', mp4Film({ codec: 'mp4v' })],
      ['video-unreadable', webmFilm().subarray(0, 60)],
    ];
    for (const [code, bytes] of cases) {
      await mkdir(at('from'), { recursive: true });
      const name = code === 'panorama-media-exists' ? 'ok' : 'other';
      await writeFile(at(`from/${name}.jpg`), bytes);
      expect((await media(`from/${name}.jpg`)).err.split('\n')[0]).toBe(`Problem ${code}`);
    }
    const after = (await project.fingerprint()).split('\n').filter((l) => !l.startsWith('from/'));
    expect(after.join('\n')).toBe(before);
    expect((await media('gone.jpg')).err).toContain('picture-missing');
    expect((await media()).exitCode).toBe(2);
  });
});

describe('arc panorama check, of media', () => {
  it('says what is missing, of another type, talkative, broken or unused', async () => {
    const folder = at('panoramas/mine/media');
    await mkdir(folder, { recursive: true });
    const put = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes);
    const jpeg = await spherePicture(640, 480);
    await put('fine.jpg', jpeg);
    await put('talks.jpg', withXmp(jpeg, SECRET));
    await put('talks.mp4', mp4Film({ secret: SECRET }));
    await put('really-a-jpeg.png', jpeg);
    await put('picture.mp4', jpeg);
    await put('torn.webm', webmFilm().subarray(0, 60));
    await put('large.jpg', Buffer.concat([jpeg.subarray(0, -2), new Uint8Array(2_100_000)]));
    await put('nobody.jpg', jpeg);
    await showFiles(
      ['picture', 'fine.jpg'],
      ['picture', 'gone.jpg'],
      ['picture', 'talks.jpg'],
      ['video', 'talks.mp4'],
      ['picture', 'really-a-jpeg.png'],
      ['video', 'picture.mp4'],
      ['video', 'torn.webm'],
      ['picture', 'large.jpg'],
    );
    expect(await findings()).toEqual([
      'panorama-media-missing of media/gone.jpg',
      'panorama-media-metadata of media/talks.jpg',
      'panorama-media-metadata of media/talks.mp4',
      'panorama-media-type of media/really-a-jpeg.png',
      'panorama-media-type of media/picture.mp4',
      'video-unreadable of media/torn.webm',
      'panorama-media-size of media/large.jpg',
      'panorama-media-unused of media/nobody.jpg',
    ]);
  });
});
