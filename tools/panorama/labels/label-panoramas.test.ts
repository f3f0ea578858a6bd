import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { horizonLabelsSchema } from '#scene';
import { panoramaCheckCommand } from '../../cli/commands/panorama-check';
import { panoramaLabelsCommand } from '../../cli/commands/panorama-labels';
import { writeInto } from '../../io/files';
import { ROOT_DIR } from '../../io/root-dir';
import { hgtBytes } from '../../testing/dem-fixtures';
import { runArc } from '../../testing/run-arc';
import { makeTempProject, type TempProject } from '../../testing/temp-project';

const RECORD = {
  schemaVersion: 1,
  id: 'sa-pa-roof',
  kind: 'photo',
  placeId: 'sa-pa',
  title: { vi: 'Mái nhà', en: 'A roof' },
  description: { vi: 'Test.', en: 'Test.' },
  isDraft: true,
  position: { lonDeg: 103.844, latDeg: 22.336, heightOrthometricM: 1520 },
};
const RECORD_FILE = 'scenes/northwest/lao-cai/panoramas/sa-pa-roof.json';
/** A wall of 4000 m in the west hides everything there but what stands before it. */
const WALL = { westDeg: 103.6, eastDeg: 103.7 };

let project: TempProject;
beforeAll(async () => {
  project = await makeTempProject();
  const { rootDir } = project;
  await cp(join(ROOT_DIR, 'tilesets/sketch'), join(rootDir, 'tilesets/sketch'), {
    recursive: true,
  });
  await writeInto(join(rootDir, RECORD_FILE), JSON.stringify(RECORD));
  const isWall = (lonDeg: number) => lonDeg > WALL.westDeg && lonDeg < WALL.eastDeg;
  const bytes = hgtBytes(103, 22, (lonDeg) => (isWall(lonDeg) ? 4000 : 1500));
  await writeInto(join(rootDir, 'N22E103.hgt'), bytes);
});
afterAll(() => project.remove());

const COMMANDS = [panoramaLabelsCommand, panoramaCheckCommand];
const arc = (...argv: string[]) => runArc(argv, COMMANDS, { rootDir: project.rootDir });
const label = () => arc('panorama', 'labels', 'sa-pa-roof', '--dem', 'N22E103.hgt');
const labelsText = () =>
  readFile(join(project.rootDir, 'panoramas/sa-pa-roof/labels.json'), 'utf8');

describe('arc panorama labels', () => {
  it('writes what can be seen, and not what stands behind a wall; twice the same bytes', async () => {
    expect((await label()).exitCode).toBe(0);
    const text = await labelsText();
    const { landmarks, terrain } = horizonLabelsSchema.parse(JSON.parse(text));
    expect(terrain).toBe('N22E103.hgt');
    const ids = landmarks.map(({ id }) => id);
    expect(ids).toContain('fansipan');
    expect(ids).not.toContain('pu-ta-leng');
    expect(ids).not.toContain('sa-pa');
    const fansipan = landmarks.find(({ id }) => id === 'fansipan');
    expect(fansipan?.headingDeg).toBeCloseTo(243, 0);
    expect(fansipan?.pitchDeg).toBeCloseTo(11.5, 0);
    expect(fansipan?.drawnPitchDeg).toBe(undefined);
    await label();
    expect(await labelsText()).toBe(text);
  });

  it('names the panorama that it does not know', async () => {
    const { exitCode, err } = await arc('panorama', 'labels', 'no-such');
    expect(exitCode).toBe(1);
    expect(err).toContain('labels-no-panorama');
  });
});

describe('arc panorama check', () => {
  it('says when names were found from another position', async () => {
    const codes = async () => {
      const { out, err } = await arc('panorama', 'check');
      return out + err;
    };
    await label();
    expect(await codes()).not.toContain('panorama-labels-stale');
    const moved = { ...RECORD, position: { ...RECORD.position, lonDeg: 103.85 } };
    await writeInto(join(project.rootDir, RECORD_FILE), JSON.stringify(moved));
    expect(await codes()).toContain('panorama-labels-stale');
  });
});
