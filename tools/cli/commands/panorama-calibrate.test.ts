import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pixelOfDirection } from '#core/panorama/direction';
import { sightWithRefraction } from '../../panorama/calibrate/sight-lines';
import { runArc } from '../../testing/run-arc';
import { spherePicture } from '../../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { panoramaAddCommand } from './panorama-add';
import { panoramaCalibrateCommand } from './panorama-calibrate';

const WIDTH_PX = 2048;
const CAMERA = { lonDeg: 103.844, latDeg: 22.336, heightOrthometricM: 1501.7 };
const PEAKS = [
  { lonDeg: 103.7751, latDeg: 22.3033, heightOrthometricM: 3147 },
  { lonDeg: 103.6039, latDeg: 22.4229, heightOrthometricM: 3049 },
  { lonDeg: 103.9, latDeg: 22.4, heightOrthometricM: 1200 },
];
const TRUE_POSE = { headingDeg: 231.5, pitchDeg: -2.25, rollDeg: 3.5 };
const RECORD = 'scenes/northwest/lao-cai/panoramas/a.json';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
  await writeFile(join(project.rootDir, 'in.jpg'), await spherePicture(WIDTH_PX, WIDTH_PX / 2));
  await runArc(
    ['panorama', 'add', 'in.jpg', '--place', 'sa-pa', '--id', 'a'],
    [panoramaAddCommand],
    project,
  );
});
afterEach(() => project.remove());

/** A pair as an editor would write it, true to a tenth of a pixel. */
function pair(peak: (typeof PEAKS)[number], pose = TRUE_POSE): string {
  const { u, v } = pixelOfDirection(sightWithRefraction(CAMERA, peak), pose);
  const pixel = [u * WIDTH_PX, (v * WIDTH_PX) / 2].map((value) => value.toFixed(1)).join(',');
  return `${pixel}=${peak.lonDeg},${peak.latDeg},${peak.heightOrthometricM}`;
}

const calibrate = (...flags: string[]) =>
  runArc(['panorama', 'calibrate', 'a', ...flags], [panoramaCalibrateCommand], project);
const pairs = (...texts: string[]) => texts.flatMap((text) => ['--pair', text]);

describe('arc panorama calibrate', () => {
  it('finds the pose and writes it where it is asked to', async () => {
    const flags = pairs(...PEAKS.map((peak) => pair(peak)));
    const before = await project.fingerprint();
    const tried = JSON.parse((await calibrate(...flags, '--json')).out);
    expect(await project.fingerprint()).toBe(before);
    expect(tried.worstDeg).toBeLessThan(0.02);
    for (const angle of ['headingDeg', 'pitchDeg', 'rollDeg'] as const) {
      expect(Math.abs(tried.pose[angle] - TRUE_POSE[angle]), angle).toBeLessThan(0.1);
    }
    const record = JSON.parse(await readFile(join(project.rootDir, RECORD), 'utf8'));
    const run = await calibrate(...flags, '--write');
    expect(run).toMatchObject({ exitCode: 0, err: '' });
    expect(run.out).toMatch(/off by 0\.0\d° \(0\.\d px\)\n(.*\n)*Pose: heading 231\.\d+°/);
    const written = JSON.parse(await readFile(join(project.rootDir, RECORD), 'utf8'));
    expect(written).toEqual({ ...record, pose: tried.pose });
  });

  it('agrees with itself: pixels that a pose predicts give that pose', async () => {
    const tried = JSON.parse(
      (await calibrate(...pairs(...PEAKS.map((p) => pair(p))), '--json')).out,
    );
    const again = pairs(...PEAKS.map((peak) => pair(peak, tried.pose)));
    const { pose } = JSON.parse((await calibrate(...again, '--json')).out);
    expect(Math.abs(pose.headingDeg - tried.pose.headingDeg)).toBeLessThan(0.05);
    expect(Math.abs(pose.rollDeg - tried.pose.rollDeg)).toBeLessThan(0.05);
  });

  it('knows summits and places by their ids', async () => {
    const points = {
      points: [{ id: 'fansipan', lonDeg: 103.7751, latDeg: 22.3033, heightM: 3147 }],
    };
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(project.rootDir, 'tilesets/sketch'), { recursive: true });
    await writeFile(join(project.rootDir, 'tilesets/sketch/points.json'), JSON.stringify(points));
    const named = pair(PEAKS[0] ?? CAMERA).replace(/=.*/, '=fansipan');
    const run = await calibrate(...pairs(named, pair(PEAKS[2] ?? CAMERA)), '--json');
    expect(JSON.parse(run.out).pairs[0]).toMatchObject({ landmark: 'fansipan' });
    expect((await calibrate(...pairs(named.replace('fansipan', 'fansipam'), named))).err).toContain(
      'Did you mean "fansipan"?',
    );
  });

  it('refuses what cannot tell a pose, and changes nothing', async () => {
    const [first = '', second = ''] = PEAKS.map((peak) => pair(peak));
    const wrong = second.replace(/^[\d.]+/, '700');
    const cases: readonly [string, number, ...string[]][] = [
      ['usage-pairs', 2, ...pairs(first)],
      ['usage-pair', 2, ...pairs('12=fansipan', first)],
      ['usage-pixel', 2, ...pairs('9000,1=103,22,100', first)],
      ['usage-landmark', 2, ...pairs('12,12=nowhere-at-all', first)],
      ['calibrate-degenerate', 1, ...pairs(first, first)],
      ['calibrate-too-near', 1, ...pairs(first, '5,5=103.844,22.336,1500')],
      ['calibrate-disagreement', 1, ...pairs(first, wrong, pair(PEAKS[2] ?? CAMERA)), '--write'],
    ];
    const before = await project.fingerprint();
    for (const [code, exitCode, ...flags] of cases) {
      const run = await calibrate(...flags);
      expect(run.err.split('\n')[0]).toBe(`Problem ${code}`);
      expect(run).toMatchObject({ exitCode, out: '' });
    }
    expect(await project.fingerprint()).toBe(before);
  });
});

describe('sightWithRefraction', () => {
  it('raises a summit 30 km away by a hundredth of a degree or two', () => {
    const far = { ...CAMERA, latDeg: CAMERA.latDeg + 0.27, heightOrthometricM: 3000 };
    const { pitchDeg, distanceM } = sightWithRefraction(CAMERA, far);
    // Rise of the ray over the sag of the Earth, in the plane of the sight.
    const flat = Math.atan2(3000 - CAMERA.heightOrthometricM, distanceM) * (180 / Math.PI);
    const sagDeg = (distanceM / 2 / 6_371_000) * (180 / Math.PI);
    expect(Math.abs(pitchDeg - (flat - sagDeg * (1 - 0.13)))).toBeLessThan(0.01);
  });
});
