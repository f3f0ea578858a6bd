import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePicture, type RawPicture } from '../io/picture';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { findMaster, panoramaIds } from './panorama-files';
import { ensurePanoramaPreview, PREVIEW_LIMIT_BYTES } from './panorama-preview';
import { ensurePanoramaTiles, hasPanoramaTiles } from './panorama-tiles';
import { rectilinearView } from './rectilinear-view';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

async function putMaster(id: string, bytes: Uint8Array, name = 'master.jpg'): Promise<void> {
  await mkdir(join(project.rootDir, 'panoramas', id), { recursive: true });
  await writeFile(join(project.rootDir, 'panoramas', id, name), bytes);
}

async function tile(id: string, path: string): Promise<RawPicture> {
  const { hash8 } = await findMaster(project.rootDir, id);
  const file = join(project.rootDir, 'panoramas', id, 'built', hash8, path);
  return decodePicture(await readFile(file), file);
}

const pixel = (picture: RawPicture, x: number, y: number) => [
  ...picture.data.subarray((y * picture.widthPx + x) * 3, (y * picture.widthPx + x) * 3 + 3),
];

function meanColour(picture: RawPicture): [number, number] {
  const mean = (channel: number) =>
    picture.data.reduce((sum, value, i) => (i % 3 === channel ? sum + value : sum), 0) /
    (picture.widthPx * picture.heightPx);
  return [mean(0), mean(1)];
}

describe('ensurePanoramaTiles', () => {
  it('puts every tile where the grid says', async () => {
    await putMaster('a', await spherePicture(4096, 2048));
    const outcome = await ensurePanoramaTiles(project.rootDir, 'a');
    expect(outcome.tilesWritten).toBe(8 + 32);
    for (const [path, red, green] of [
      ['1/0_0.webp', 16, 32],
      ['1/5_2.webp', 176, 160],
      ['0/3_1.webp', 224, 192],
    ] as const) {
      const [foundRed, foundGreen] = meanColour(await tile('a', path));
      expect(Math.abs(foundRed - red), `${path} red`).toBeLessThanOrEqual(2);
      expect(Math.abs(foundGreen - green), `${path} green`).toBeLessThanOrEqual(2);
    }
  });
  it('goes on where a killed run stopped', async () => {
    await putMaster('a', await spherePicture(4096, 2048));
    const { hash8 } = await ensurePanoramaTiles(project.rootDir, 'a');
    await rm(join(project.rootDir, 'panoramas/a/built', hash8, '0'), { recursive: true });
    expect(await hasPanoramaTiles(project.rootDir, 'a')).toBe(false);
    expect(await ensurePanoramaTiles(project.rootDir, 'a')).toMatchObject({ tilesWritten: 8 });
  });
  it('sweeps away what a killed run left an hour ago', async () => {
    await putMaster('a', await spherePicture(1024, 512));
    const { hash8 } = await findMaster(project.rootDir, 'a');
    const torn = join(project.rootDir, 'panoramas/a/built', hash8, '.0123.part');
    await mkdir(torn, { recursive: true });
    await utimes(torn, new Date(0), new Date(0));
    await ensurePanoramaTiles(project.rootDir, 'a');
    await expect(stat(torn)).rejects.toMatchObject({ code: 'ENOENT' });
  });
  it('shares work that is under way', async () => {
    await putMaster('a', await spherePicture(2048, 1024));
    const outcomes = await Promise.all([1, 2].map(() => ensurePanoramaTiles(project.rootDir, 'a')));
    expect(outcomes[0]).toBe(outcomes[1]);
  });
  it('leaves nothing of a level when it is stopped half-way', async () => {
    await putMaster('a', await spherePicture(4096, 2048));
    const stop = new AbortController();
    const progress = { report: (_: string, done: number) => done === 9 && stop.abort() };
    const work = ensurePanoramaTiles(project.rootDir, 'a', progress, stop.signal);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(await project.fingerprint()).not.toMatch(/built\/[0-9a-f]+\/\d/);
  });
  it('refuses a master that is no sphere', async () => {
    await putMaster('a', await spherePicture(1500, 900));
    await expect(ensurePanoramaTiles(project.rootDir, 'a')).rejects.toMatchObject({
      code: 'panorama-not-equirectangular',
    });
  });
});

describe('ensurePanoramaPreview', () => {
  it('stays within 40 KB even for noise', async () => {
    const noise = await spherePicture(2048, 1024);
    await putMaster('a', noise);
    expect(await ensurePanoramaPreview(project.rootDir, 'a')).toBe(true);
    expect(await ensurePanoramaPreview(project.rootDir, 'a')).toBe(false);
    const { hash8 } = await findMaster(project.rootDir, 'a');
    const file = join(project.rootDir, 'panoramas/a/built', hash8, 'preview.webp');
    expect((await readFile(file)).length).toBeLessThanOrEqual(PREVIEW_LIMIT_BYTES);
  });
});

describe('findMaster', () => {
  it('says what is missing', async () => {
    await expect(findMaster(project.rootDir, 'b')).rejects.toMatchObject({
      code: 'panorama-master-missing',
    });
  });
  it('sees a master that was replaced', async () => {
    await putMaster('a', await spherePicture(1024, 512));
    const before = await findMaster(project.rootDir, 'a');
    await putMaster('a', await spherePicture(2048, 1024));
    expect((await findMaster(project.rootDir, 'a')).hash8).not.toBe(before.hash8);
    expect(await panoramaIds(project.rootDir)).toEqual(['a']);
  });
});

describe('rectilinearView', () => {
  it('looks at the centre of the picture with its up upwards', async () => {
    const sphere = await decodePicture(await spherePicture(1024, 512, 'png'), 'x');
    const view = rectilinearView(sphere, {
      widthPx: 101,
      heightPx: 101,
      horizontalFovRad: Math.PI / 2,
    });
    const [red, green] = pixel(view, 50, 50);
    expect([red, green]).toEqual([127, 127].map(() => expect.closeTo(127.5, -0.5)));
    // The middle of the left edge is 45 degrees to the left: an eighth of the picture.
    expect(Math.abs((pixel(view, 0, 50)[0] ?? 0) - 96)).toBeLessThanOrEqual(1);
    expect(Math.abs((pixel(view, 50, 0)[1] ?? 0) - 64)).toBeLessThanOrEqual(1);
  });
});
