import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runArc } from '../../testing/run-arc';
import { gpanoCrop, spherePicture, withXmp } from '../../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { panoramaAddCommand } from './panorama-add';
import { panoramaTileCommand } from './panorama-tile';

const COMPLETE = [
  '--heading',
  '120',
  '--credit',
  'A B',
  '--licence',
  'CC-BY-4.0',
  '--date',
  '2026',
];

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

async function add(picture: Uint8Array | string, ...flags: string[]) {
  const name = 'in.jpg';
  await writeFile(join(project.rootDir, name), picture);
  return runArc(
    ['panorama', 'add', name, ...(flags.includes('--place') ? [] : ['--place', 'sa-pa']), ...flags],
    [panoramaAddCommand, panoramaTileCommand],
    project,
  );
}

const recordOf = async (id: string) =>
  JSON.parse(
    await readFile(join(project.rootDir, `scenes/northwest/lao-cai/panoramas/${id}.json`), 'utf8'),
  );

describe('arc panorama add', () => {
  it('writes master, record and tiles of a complete photograph', async () => {
    const run = await add(await spherePicture(2048, 1024), ...COMPLETE);
    expect(run).toMatchObject({ exitCode: 0, err: '' });
    expect(await recordOf('sa-pa-1')).toMatchObject({
      id: 'sa-pa-1',
      kind: 'photo',
      placeId: 'sa-pa',
      position: { lonDeg: 103.844, latDeg: 22.336, heightOrthometricM: 1501.7 },
      pose: { headingDeg: 120, pitchDeg: 0, rollDeg: 0 },
      credit: 'A B',
      licence: 'CC-BY-4.0',
      date: '2026',
    });
    expect(await recordOf('sa-pa-1')).not.toHaveProperty('isDraft');
    expect(await project.fingerprint()).toMatch(
      /panoramas\/sa-pa-1\/built\/[0-9a-f]{8}\/0\/3_1\.webp /,
    );
    expect((await add(await spherePicture(2048, 1024), ...COMPLETE)).out).toContain('sa-pa-2');
  });

  it.each([
    ['heading', 0],
    ['credit', 2],
    ['licence', 4],
    ['date', 6],
  ])('keeps a photograph without %s as a draft and says so', async (field, at) => {
    const flags = COMPLETE.filter((_, index) => index !== at && index !== at + 1);
    const run = await add(await spherePicture(1024, 512), ...flags);
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain(`It is a draft, not shown to visitors: ${field} missing.`);
    expect(await recordOf('sa-pa-1')).toMatchObject({ isDraft: true });
  });

  it('takes out metadata and leaves every byte of the pixels', async () => {
    const plain = await spherePicture(1024, 512);
    const tagged = withXmp(plain, 'GPano:PoseHeadingDegrees="77.5"');
    const run = await add(tagged, '--json');
    expect(JSON.parse(run.out)).toMatchObject({ fromPicture: ['heading 77.5°'] });
    const master = await readFile(join(project.rootDir, 'panoramas/sa-pa-1/master.jpg'));
    expect(master.includes('GPano')).toBe(false);
    const scanAt = plain.indexOf(0xda);
    expect(master.subarray(-(plain.length - scanAt)).equals(plain.subarray(scanAt))).toBe(true);
  });

  it('completes a crop that says where it lies', async () => {
    const crop = withXmp(await spherePicture(2048, 700), gpanoCrop([2048, 1024], 0, 200));
    const run = await add(crop, '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out).tiling.levels).toEqual([{ widthPx: 2048, cols: 4, rows: 2 }]);
  });

  it('changes not one file on bad input, and says one coded problem', async () => {
    const good = await spherePicture(1024, 512);
    const cases: readonly [string, number, Uint8Array | string, ...string[]][] = [
      ['panorama-not-equirectangular', 1, await spherePicture(1500, 900)],
      ['panorama-not-equirectangular', 1, await spherePicture(512, 256)],
      [
        'panorama-not-equirectangular',
        1,
        withXmp(await spherePicture(1500, 900), gpanoCrop([1024, 512], 0, 0)),
      ],
      [
        'panorama-not-equirectangular',
        1,
        withXmp(await spherePicture(1500, 900), gpanoCrop([900000, 450000], 0, 0)),
      ],
      ['picture-unreadable', 1, good.subarray(0, Math.floor(good.length / 2))],
      ['picture-unreadable', 1, good.subarray(0, 40)],
      ['picture-format', 1, 'not a picture'],
      ['picture-unreadable', 1, ''],
      ['picture-format', 1, '<svg xmlns="http://www.w3.org/2000/svg" width="2048" height="1024"/>'],
      ['scene-unknown-place', 1, good, '--place', 'sapa'],
      ['scene-record-invalid', 1, good, '--date', 'yesterday'],
      ['scene-record-invalid', 1, good, '--credit', '<b>me</b>'],
      ['usage-number', 2, good, '--heading', 'north'],
      ['usage-number', 2, good, '--pitch', '91'],
      ['usage-licence', 2, good, '--licence', 'mine'],
      ['usage-id', 2, good, '--id', '../x'],
    ];
    for (const [code, exitCode, picture, ...flags] of cases) {
      await writeFile(join(project.rootDir, 'in.jpg'), picture);
      const before = await project.fingerprint();
      const run = await add(picture, ...flags);
      expect(run.err.split('\n')[0], flags.join(' ')).toBe(`Problem ${code}`);
      expect(run.exitCode).toBe(exitCode);
      expect(run.out).toBe('');
      expect(await project.fingerprint()).toBe(before);
    }
  });

  it('refuses an id that is taken, and a picture that is not there', async () => {
    await add(await spherePicture(1024, 512), '--id', 'mine');
    const before = await project.fingerprint();
    expect((await add(await spherePicture(1024, 512), '--id', 'mine')).err).toContain(
      'panorama-exists',
    );
    const gone = await runArc(
      ['panorama', 'add', 'gone.jpg', '--place', 'sa-pa'],
      [panoramaAddCommand],
      project,
    );
    expect(gone).toMatchObject({ exitCode: 1, out: '' });
    expect(gone.err).toContain('picture-missing');
    expect(await project.fingerprint()).toBe(before);
  });
});

describe('arc panorama tile', () => {
  it('builds only what is missing, and the same bytes again', async () => {
    await add(await spherePicture(2048, 1024), '--id', 'mine');
    const before = await project.fingerprint();
    const arc = (...flags: string[]) =>
      runArc(['panorama', 'tile', ...flags], [panoramaTileCommand], project);
    expect((await arc('mine')).out).toBe('mine: up to date\n');
    expect((await arc('--force')).out).toBe('mine: 8 tiles\n');
    expect(await project.fingerprint()).toBe(before);
    expect(await arc('yours')).toMatchObject({ exitCode: 1 });
  });
});
