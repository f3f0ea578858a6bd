import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headingDifferenceDeg } from '#core/geo/angles';
import { pixelOfDirection } from '#core/panorama/direction';
import { panoramaAddCommand } from '../cli/commands/panorama-add';
import { panoramaCalibrateCommand } from '../cli/commands/panorama-calibrate';
import { panoramaCheckCommand } from '../cli/commands/panorama-check';
import { panoramaTileCommand } from '../cli/commands/panorama-tile';
import { pathExists } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { runArc } from '../testing/run-arc';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { sightWithRefraction } from './calibrate/sight-lines';

const PHOTO = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
const HAS_PHOTO = await pathExists(PHOTO);
if (!HAS_PHOTO) console.info('skipped: ../shared/data/panoramas/jordan-pond-4096.jpg is not there');

const COMMANDS = [
  panoramaAddCommand,
  panoramaCalibrateCommand,
  panoramaCheckCommand,
  panoramaTileCommand,
];
const CAMERA = { lonDeg: -68.2533, latDeg: 44.3228, heightOrthometricM: 85 };
/** The two hills beyond the pond, a hill to the west, and a point down the shore. */
const HILLS = [
  { lonDeg: -68.2466, latDeg: 44.3417, heightOrthometricM: 266 },
  { lonDeg: -68.2433, latDeg: 44.3383, heightOrthometricM: 235 },
  { lonDeg: -68.272, latDeg: 44.335, heightOrthometricM: 358 },
  { lonDeg: -68.25, latDeg: 44.318, heightOrthometricM: 90 },
];
const POSE = { headingDeg: 23.75, pitchDeg: -0.8, rollDeg: 1.3 };

let project: TempProject;
beforeAll(async () => {
  project = await makeTempProject();
});
afterAll(() => project.remove());

async function arc(...argv: string[]) {
  const run = await runArc(['panorama', ...argv, '--json'], COMMANDS, project);
  expect(run.exitCode, run.out).toBe(0);
  return JSON.parse(run.out);
}

describe.skipIf(!HAS_PHOTO)('a real photograph through the whole path', () => {
  it('is added, calibrated, tiled and checked', async () => {
    const position = ['--lon', '-68.2533', '--lat', '44.3228', '--height', '85'];
    const credit = ['--credit', 'Matthew Petroff', '--licence', 'CC-BY-SA-3.0', '--date', '2014'];
    const added = await arc(
      'add',
      PHOTO,
      '--place',
      'sa-pa',
      '--id',
      'pond',
      ...position,
      ...credit,
    );
    expect(added).toMatchObject({ isDraft: true, missing: ['heading'] });
    expect(added.tiling).toMatchObject({
      tilesWritten: 40,
      levels: [
        { widthPx: 2048, cols: 4 },
        { widthPx: 4096, cols: 8 },
      ],
    });

    // Pixels that a pose predicts, each off by half a pixel of rounding.
    const pairs = HILLS.flatMap((hill) => {
      const { u, v } = pixelOfDirection(sightWithRefraction(CAMERA, hill), POSE);
      const where = `${hill.lonDeg},${hill.latDeg},${hill.heightOrthometricM}`;
      return ['--pair', `${Math.round(u * 4096)},${Math.round(v * 2048)}=${where}`];
    });
    const calibrated = await arc('calibrate', 'pond', ...pairs, '--write');
    console.info('residual of whole pixels', calibrated.rmsDeg.toFixed(4), 'degrees');
    expect(calibrated.worstDeg).toBeLessThan(0.1);
    expect(
      Math.abs(headingDifferenceDeg(calibrated.pose.headingDeg, POSE.headingDeg)),
    ).toBeLessThan(0.1);
    expect(calibrated.pose.pitchDeg).toBeCloseTo(POSE.pitchDeg, 0);
    const record = JSON.parse(await readFile(join(project.rootDir, added.recordFile), 'utf8'));
    expect(record.pose).toEqual(calibrated.pose);

    // The tiles stay; only the levelled stills are drawn anew.
    const [tiled] = await arc('tile', 'pond');
    expect(tiled).toMatchObject({ hash8: added.tiling.hash8, tilesWritten: 0 });
    const report = await arc('check', 'pond');
    expect(report.findings.map(({ code }: { code: string }) => code)).toEqual([
      'panorama-without-consent',
    ]);
  });
});
