import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PanoramaInput } from '#scene';
import { walkFiles } from '../io/files';
import { findPlace, writePanoramaRecord } from './scene-repository';
import { makeScene, panoramaJson, type SceneFixture } from './testing/scene-fixture';

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

const newPanorama = panoramaJson('hill-1') as PanoramaInput;

describe('findPlace', () => {
  it('gives the place', async () => {
    expect(await findPlace(scene.sceneDir, 'hill')).toMatchObject({ id: 'hill', importance: 2 });
  });

  it('names the place that was perhaps meant', async () => {
    await expect(findPlace(scene.sceneDir, 'hil')).rejects.toMatchObject({
      name: 'SceneError',
      code: 'scene-unknown-place',
      details: { found: '"hil"', fix: 'Did you mean "hill"?' },
    });
  });

  it('says so when the file of the place is at fault', async () => {
    await scene.change('lao-cai/places/hill.json', { importance: 9 });
    await expect(findPlace(scene.sceneDir, 'hill')).rejects.toMatchObject({
      code: 'scene-record-faulty',
      details: { file: 'lao-cai/places/hill.json', path: '$.importance' },
    });
  });

  it('refuses a folder that is no scene', async () => {
    await expect(findPlace(scene.rootDir, 'hill')).rejects.toMatchObject({
      code: 'scene-not-a-scene',
    });
  });
});

describe('writePanoramaRecord', () => {
  it('writes into the folder of the place’s province, with the way to its JSON Schema', async () => {
    const path = await writePanoramaRecord(scene.sceneDir, newPanorama);
    expect(path).toBe(join(scene.sceneDir, 'lao-cai/panoramas/hill-1.json'));
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    expect(json).toEqual({
      $schema: '../../../schema/generated/panorama.json',
      ...panoramaJson('hill-1'),
    });
  });

  it('does not write over a record unless told to', async () => {
    await writePanoramaRecord(scene.sceneDir, newPanorama);
    await expect(writePanoramaRecord(scene.sceneDir, newPanorama)).rejects.toMatchObject({
      code: 'scene-record-exists',
    });
    await writePanoramaRecord(scene.sceneDir, { ...newPanorama, order: 4 }, { canReplace: true });
  });

  it.each([
    ['an unknown place', { placeId: 'nowhere' }, 'scene-unknown-place'],
    ['a heading too large', { pose: { headingDeg: 400 } }, 'scene-record-invalid'],
    ['an id that is a path', { id: '../x' }, 'scene-record-invalid'],
  ])('writes nothing for %s', async (_what, fields, code) => {
    const before = await walkFiles(scene.rootDir);
    const record = { ...newPanorama, ...fields } as PanoramaInput;
    await expect(writePanoramaRecord(scene.sceneDir, record)).rejects.toMatchObject({ code });
    expect(await walkFiles(scene.rootDir)).toEqual(before);
  });
});
