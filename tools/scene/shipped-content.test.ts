import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '#scene';
import { readText } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { checkContent } from './check/check-scene';
import { type CompiledScene, compileScene } from './compile-scene';
import { readScene, recordsOf, type SceneContent } from './read-scene';
import { recordText } from './record-text';

const SCENE_DIR = join(ROOT_DIR, 'scenes/northwest');
const PANORAMAS_DIR = join(ROOT_DIR, 'panoramas');

/** Places that the first content promises (issue 2). */
const PROMISED = [
  'mam-xoi',
  'fansipan',
  'pha-din',
  'sa-pa',
  'dien-bien-phu',
  'lung-cu',
  'mai-chau',
];

let content: SceneContent;
let compiled: CompiledScene;
beforeAll(async () => {
  content = await readScene(SCENE_DIR);
  compiled = await compileScene(SCENE_DIR, PANORAMAS_DIR);
});

describe('the shipped scene', () => {
  it('has no fault and, where nothing waits for its picture, no warning', async () => {
    const { issues, drafts } = await checkContent(content, PANORAMAS_DIR);
    const isPublished = drafts === 0;
    expect(issues.filter(({ severity }) => isPublished || severity === 'fault')).toEqual([]);
  });

  it('is written as the formatter writes it', async () => {
    for (const { file } of content.addresses) {
      const text = await readText(join(SCENE_DIR, file));
      expect(recordText(JSON.parse(text)), file).toBe(text);
    }
  });

  it('tells editors where the JSON Schema of every file is', async () => {
    for (const { file, kind } of content.addresses) {
      const { $schema } = JSON.parse(await readText(join(SCENE_DIR, file)));
      expect(join(SCENE_DIR, file, '..', $schema), file).toBe(
        join(ROOT_DIR, `scenes/schema/generated/${kind}.json`),
      );
    }
  });

  it('holds the promised places and at least 120', () => {
    const ids = compiled.index.places.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(PROMISED));
    expect(ids.length).toBeGreaterThanOrEqual(120);
  });

  it('has places in every province of today, ten in each of the expanded Northwest', () => {
    const places = recordsOf(content, 'place').map(({ record }) => record);
    for (const { record } of recordsOf(content, 'province')) {
      expect(
        places.some((place) => place.provinceIds.includes(record.id)),
        record.id,
      ).toBe(true);
    }
    for (const { record } of recordsOf(content, 'province-before-2025')) {
      const count = places.filter((place) =>
        place.provinceBefore2025Ids.includes(record.id),
      ).length;
      if (record.isInExpandedNorthwest) expect(count, record.id).toBeGreaterThanOrEqual(10);
    }
  });

  it('introduces every place in 40 to 110 words of both languages', () => {
    const wordCount = (text: string) => text.split(/\s+/).length;
    for (const { record } of recordsOf(content, 'place')) {
      for (const text of [record.summary.vi, record.summary.en]) {
        expect(wordCount(text), record.id).toBeGreaterThanOrEqual(40);
        expect(wordCount(text), record.id).toBeLessThanOrEqual(110);
      }
    }
  });

  it('says both heights of Pha Đin, and the surveyed one of Fansipan first', () => {
    const heights = (id: string) => {
      const place: Place | undefined = recordsOf(content, 'place').find(
        ({ record }) => record.id === id,
      )?.record;
      return Array.isArray(place?.heights)
        ? place.heights.map(({ heightOrthometricM }) => heightOrthometricM)
        : [];
    };
    expect(heights('pha-din')).toEqual([1419, 1648]);
    expect(heights('fansipan')[0]).toBe(3147.3);
  });

  it('lays roads finely enough for the terrain: a vertex at least every eight kilometres', () => {
    for (const { record } of recordsOf(content, 'route')) {
      const onGround = record.legs.filter(({ mode }) => mode === 'road' || mode === 'trek');
      for (const { coordinates } of onGround) {
        for (const [at, [lonDeg, latDeg]] of coordinates.entries()) {
          const [nextLonDeg, nextLatDeg] = coordinates[at + 1] ?? [lonDeg, latDeg];
          const stepKm = Math.hypot(104 * (nextLonDeg - lonDeg), 110.6 * (nextLatDeg - latDeg));
          expect(stepKm, `${record.id} ${lonDeg},${latDeg}`).toBeLessThan(8);
        }
      }
    }
  });

  it('compiles into an index small enough to come first', () => {
    const index = compiled.files.get('index.json') ?? '';
    expect(brotliCompressSync(index).length).toBeLessThan(64 * 1024);
  });
});
