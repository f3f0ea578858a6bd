import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../io/progress';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { copyDataIntoDist, precompressDist } from './full-dist';

const TEXT = 'northwest '.repeat(1000);
let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
  const scene = {
    terrain: { tilesetId: 'land' },
    imagery: { tilesetId: 'picture' },
    panoramas: [{ previewUrl: 'panoramas/a/built/01234567/preview.webp' }],
  };
  for (const [path, data] of [
    ['dist/scene/index.json', JSON.stringify(scene)],
    ['dist/assets/app.js', TEXT],
    ['tilesets/land/layer.json', '{}'],
    ['tilesets/land/0/0/0.terrain', TEXT],
    ['tilesets/land/build.log', 'not for visitors'],
    ['tilesets/picture/imagery.json', '{"builtLevel":8}'],
    ['tilesets/picture/8/1/1.webp', 'there'],
    ['tilesets/picture/9/2/2.webp', 'painted for one visitor'],
    ['tilesets/other/layer.json', '{}'],
    ['panoramas/a/master.jpg', await spherePicture(1024, 512)],
    ['panoramas/a/media/film.mp4', 'a film'],
    ['stills/sa-pa.webp', 'a still'],
    ['stills/sa-pa.json', '{}'],
    ['panoramas/draft/master.jpg', await spherePicture(1024, 512)],
    ['panoramas/draft/media/face.jpg', 'not agreed yet'],
    ['dist/panoramas/draft/built/01234567/preview.webp', 'of a build when it was shown'],
    ['panoramas/a/media/notes.txt', 'not for visitors'],
  ] as const) {
    await mkdir(join(project.rootDir, path, '..'), { recursive: true });
    await writeFile(join(project.rootDir, path), data);
  }
});
afterEach(() => project.remove());

describe('copyDataIntoDist', () => {
  it('copies what the scene asks for and nothing else, drafts least of all', async () => {
    await copyDataIntoDist(project.rootDir, SILENT_PROGRESS);
    const files = (await project.fingerprint())
      .split('\n')
      .map((line) => line.split(' ')[0]?.replace(/built\/[0-9a-f]{8}/, 'built/HASH') ?? '')
      .map((path) => path.replace(/thumbnail-[0-9a-f]{8}/, 'thumbnail-VIEW'))
      .filter((path) => /^dist\/(tilesets|panoramas|stills)/.test(path));
    expect(files).toEqual([
      'dist/panoramas/a/built/HASH/0/0_0.webp',
      'dist/panoramas/a/built/HASH/0/1_0.webp',
      'dist/panoramas/a/built/HASH/preview.webp',
      'dist/panoramas/a/built/HASH/thumbnail-VIEW.webp',
      'dist/panoramas/a/media/film.mp4',
      'dist/stills/sa-pa.webp',
      'dist/tilesets/land/0/0/0.terrain',
      'dist/tilesets/land/layer.json',
      'dist/tilesets/picture/8/1/1.webp',
      'dist/tilesets/picture/imagery.json',
    ]);
  });
});

describe('precompressDist', () => {
  it('puts both forms beside texts of some size', async () => {
    await copyDataIntoDist(project.rootDir, SILENT_PROGRESS);
    await precompressDist(project.rootDir, SILENT_PROGRESS);
    const script = join(project.rootDir, 'dist/assets/app.js');
    expect(brotliDecompressSync(await readFile(`${script}.br`)).toString()).toBe(TEXT);
    expect(gunzipSync(await readFile(`${script}.gz`)).toString()).toBe(TEXT);
    expect(await project.fingerprint()).not.toMatch(/terrain\.br|index\.json\.(br|gz)/);
  });
});
