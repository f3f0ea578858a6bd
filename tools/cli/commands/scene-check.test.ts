import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathExists, readBytes, walkFiles } from '../../io/files';
import { makeScene, panoramaJson, type SceneFixture } from '../../scene/testing/scene-fixture';
import { writeDem } from '../../testing/write-dem';
import { runCli } from '../run-cli';
import { sceneCheckCommand } from './scene-check';
import { sceneCompileCommand } from './scene-compile';
import { sceneNewCommand } from './scene-new';
import { sceneStatsCommand } from './scene-stats';

const COMMANDS = [sceneCheckCommand, sceneCompileCommand, sceneNewCommand, sceneStatsCommand];

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

async function arc(...argv: string[]) {
  let out = '';
  let err = '';
  const exitCode = await runCli(argv, COMMANDS, {
    rootDir: scene.rootDir,
    cwd: scene.rootDir,
    locale: 'en',
    isTerminal: false,
    signal: new AbortController().signal,
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
  });
  return { exitCode, out, err };
}

describe('arc scene check', () => {
  it('ends with 0 and a count', async () => {
    expect(await arc('scene', 'check', '--strict')).toEqual({
      exitCode: 0,
      out: [
        'skipped borders: no province has its line yet',
        'skipped heights: no surveyed elevation model was given (--dem FILE)',
        '9 files: 0 faults, 0 warnings, 0 drafts\n',
      ].join('\n'),
      err: '',
    });
  });

  it('prints every fault with what to do, and ends with 1', async () => {
    await scene.change('lao-cai/places/hill.json', { importance: 7 });
    await scene.change('routes/there.json', { provinceIds: ['lao-kai'] });
    const { exitCode, out, err } = await arc('scene', 'check', 'scenes/northwest');
    expect(exitCode).toBe(1);
    expect(out.split('\n')).toEqual([
      'fault scene-wrong-value lao-cai/places/hill.json $.importance: expected one of 1, 2, 3, 4, 5, found 7. Write one of 1, 2, 3, 4, 5.',
      'fault scene-unknown-province routes/there.json $.provinceIds[0]: expected the id of a province, found "lao-kai". Did you mean "lao-cai"?',
      '9 files: 2 faults, 0 warnings, 0 drafts',
      '',
    ]);
    expect(err).toContain('scene-faulty');
  });

  it('gives machines every fault too', async () => {
    await scene.change('lao-cai/places/hill.json', { importance: 7 });
    const { exitCode, out } = await arc('scene', 'check', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: {
        code: 'scene-faulty',
        report: { faults: 1, issues: [{ code: 'scene-wrong-value', path: '$.importance' }] },
      },
    });
  });

  it('spell-checks only when strict', async () => {
    await scene.change('lao-cai/places/hill.json', {
      summary: { vi: 'Một quả đồi.', en: 'A hil.' },
    });
    expect((await arc('scene', 'check')).exitCode).toBe(0);
    const { exitCode, out } = await arc('scene', 'check', '--strict');
    expect(exitCode).toBe(1);
    expect(out).toContain('fault scene-spelling lao-cai/places/hill.json $.summary.en');
  });

  it('holds heights against a surveyed model', async () => {
    const shape = { cols: 120, rows: 120, west: 103.5, north: 21.5, step: 0.01 };
    const demFile = await writeDem(join(scene.rootDir, 'flat.tif'), shape, () => 1000);
    const strict = ['scene', 'check', '--strict', '--dem', demFile];
    expect((await arc(...strict)).exitCode).toBe(0);
    const wrong = [
      { heightOrthometricM: 1100, says: { vi: 'đỉnh', en: 'top' }, sourceIds: ['own'] },
    ];
    await scene.change('lao-cai/places/hill.json', { heights: wrong });
    const { exitCode, out } = await arc(...strict);
    expect(exitCode).toBe(1);
    expect(out).toContain(
      'fault scene-height-off-ground lao-cai/places/hill.json $.heights[0].heightOrthometricM: expected within 60 m of the surveyed ground, 1000 to 1000 m around there, found 1100 m.',
    );
  });

  it('refuses warnings only when strict', async () => {
    await scene.write('lao-cai/panoramas/east.json', panoramaJson('east'));
    expect((await arc('scene', 'check')).exitCode).toBe(0);
    expect((await arc('scene', 'check', '--strict')).exitCode).toBe(1);
  });
});

describe('arc scene compile', () => {
  it('writes the bundle into the folder asked for', async () => {
    const { exitCode, out } = await arc('scene', 'compile', '--out', 'out/scene');
    expect(exitCode).toBe(0);
    expect(out).toContain('Compiled 2 places, 1 routes and 2 panoramas');
    expect(await walkFiles(join(scene.rootDir, 'out/scene'))).toHaveLength(9);
  });

  it('leaves the old bundle alone when the scene has faults', async () => {
    await arc('scene', 'compile');
    const before = await walkFiles(join(scene.rootDir, 'dist'));
    await scene.writeText('routes/there.json', '{');
    expect((await arc('scene', 'compile')).exitCode).toBe(1);
    expect(await walkFiles(join(scene.rootDir, 'dist'))).toEqual(before);
  });
});

describe('arc scene new', () => {
  const place = ['scene', 'new', 'place', 'ban-ang', '--name-vi', 'Bản Áng'.normalize('NFD')];
  const where = ['--lon', '104.6289', '--lat', '20.8288'];

  it('writes a place, its name in form NFC', async () => {
    const { exitCode, out } = await arc(...place, ...where, '--province', 'lao-cai');
    expect({ exitCode, out: out.trim() }).toEqual({
      exitCode: 0,
      out: `Wrote ${join(scene.sceneDir, 'lao-cai/places/ban-ang.json')}`,
    });
    expect((await arc('scene', 'check')).exitCode).toBe(0);
  });

  it.each([
    ['an unknown province', [...where, '--province', 'lao-kai'], 1, 'scene-unknown-province'],
    ['no province', where, 2, 'usage-missing-option'],
    [
      'a longitude in words',
      ['--lon', 'east', '--lat', '21', '--province', 'x'],
      2,
      'usage-number',
    ],
  ])('writes nothing for %s', async (_what, options, code, error) => {
    const { exitCode, err } = await arc(...place, ...options);
    expect(exitCode).toBe(code);
    expect(err).toContain(error);
    expect(await pathExists(join(scene.sceneDir, 'lao-cai/places/ban-ang.json'))).toBe(false);
  });

  it.each([
    ['a kind that there is not', ['scene', 'new', 'volcano', 'x', '--name-vi', 'X']],
    ['an id that is a path', ['scene', 'new', 'place', '../x', '--name-vi', 'X']],
    ['a name of HTML', ['scene', 'new', 'place', 'x', '--name-vi', '<b>X</b>']],
  ])('calls %s wrong use', async (_what, argv) => {
    expect((await arc(...argv)).exitCode).toBe(2);
  });
});

describe('arc scene stats', () => {
  it('counts for machines', async () => {
    const { out } = await arc('scene', 'stats', '--json');
    expect(JSON.parse(out)).toMatchObject({
      counts: { place: 2, panorama: 2, route: 1, story: 0 },
      drafts: 0,
      facts: { told: 7, unknown: 3 },
      factsByKind: { province: { told: 1, unknown: 1, missing: 0 } },
      factsByProvince: { 'lao-cai': expect.objectContaining({ unknown: 1 }) },
      byProvince: { 'lao-cai': { place: 2, panorama: 2 } },
      placesByProvinceBefore2025: { 'yen-bai': 2 },
    });
  });

  it.each(['coverage.svg', 'coverage.png'])('draws %s', async (name) => {
    const file = join(scene.rootDir, name);
    const { exitCode, out } = await arc('scene', 'stats', '--map', file);
    expect({ exitCode, isTold: out.includes(`Drew ${file}`) }).toEqual({
      exitCode: 0,
      isTold: true,
    });
    const bytes = await readBytes(file);
    if (name.endsWith('.svg')) expect(bytes.toString().match(/<circle/g)).toHaveLength(2 + 4);
    else expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  });

  it('draws no other format', async () => {
    const { exitCode, err } = await arc('scene', 'stats', '--map', 'coverage.gif');
    expect({ exitCode, isSaid: err.includes('usage-map-format') }).toEqual({
      exitCode: 2,
      isSaid: true,
    });
  });

  it('prints for people', async () => {
    expect((await arc('scene', 'stats')).out).toContain(
      'places by province before 2025: yen-bai 2',
    );
  });
});
