import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkFiles } from '../io/files';
import { checkScene } from './check/check-scene';
import { type NewRecordRequest, newRecord } from './new-record';
import { makeScene, type SceneFixture } from './testing/scene-fixture';

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

const NAME = { vi: 'Mới', en: 'New' };
const at = { lonDeg: 104.1, latDeg: 21.1 };
const base = { id: 'new', name: NAME, day: '2026-11-21', provinceId: 'lao-cai' } as const;

const REQUESTS: readonly NewRecordRequest[] = [
  { ...base, kind: 'place', position: at, variety: 'waterfall' },
  { ...base, kind: 'panorama', placeId: 'hill' },
  { ...base, kind: 'route', stopIds: ['hill', 'lake', 'ha-noi'] },
  { ...base, kind: 'event' },
  { ...base, kind: 'product', variety: 'fruit' },
  { ...base, kind: 'story' },
];

describe('newRecord', () => {
  it.each(REQUESTS)(
    'starts a $kind without faults and with what is still to do',
    async (request) => {
      await newRecord(scene.sceneDir, request);
      const report = await checkScene(scene.sceneDir, scene.panoramasDir);
      expect(report.faults).toBe(0);
      const codes = new Set(report.issues.map(({ code }) => code));
      if (request.kind === 'panorama') expect(report.drafts).toBe(1);
      else expect(codes).toContain('scene-text-placeholder');
    },
  );

  it.each<[string, Partial<NewRecordRequest>, string]>([
    ['an unknown province', { provinceId: 'lao-kai' }, 'scene-unknown-province'],
    ['no province', { provinceId: undefined as never }, 'usage-missing-option'],
    ['a taken id', { id: 'hill' }, 'scene-record-exists'],
    [
      'a place outside the region',
      { position: { lonDeg: 21, latDeg: 104 - 20 } },
      'scene-outside-region',
    ],
    ['no position', { position: undefined as never }, 'usage-missing-option'],
    ['a variety that there is not', { variety: 'volcano' }, 'scene-record-invalid'],
    ['an unknown place of a panorama', { kind: 'panorama', placeId: 'hil' }, 'scene-unknown-place'],
    ['a route of one stop', { kind: 'route', stopIds: ['hill'] }, 'usage-missing-option'],
    ['a route to nowhere', { kind: 'route', stopIds: ['hill', 'x'] }, 'scene-unknown-place'],
  ])('writes nothing for %s', async (_what, fields, code) => {
    const before = await walkFiles(scene.rootDir);
    const request: NewRecordRequest = { ...base, kind: 'place', position: at, ...fields };
    await expect(newRecord(scene.sceneDir, request)).rejects.toMatchObject({ code });
    expect(await walkFiles(scene.rootDir)).toEqual(before);
  });

  it('takes the old province from the nearest place where there are several, and says so', async () => {
    await scene.change('provinces/lao-cai.json', { formedFromIds: ['yen-bai', 'lao-cai'] });
    const request: NewRecordRequest = { ...base, kind: 'place', position: at };
    const { notes } = await newRecord(scene.sceneDir, request);
    expect(notes).toEqual([
      'Province before 2025 taken from the nearest place hill: yen-bai. Please check it.',
    ]);
  });
});
