import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directionOfPixel } from '#core/panorama/direction';
import { panoramaAddCommand } from '../../cli/commands/panorama-add';
import { panoramaCheckCommand } from '../../cli/commands/panorama-check';
import { writeInto } from '../../io/files';
import { encodeMaster } from '../../io/picture';
import { runArc } from '../../testing/run-arc';
import { seededRandom } from '../../testing/seeded-random';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { findMaster } from '../panorama-files';

const WIDTH_PX = 1024;
const LEVEL = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };
const COMPLETE = ['--heading', '0', '--credit', 'A', '--licence', 'CC-BY-4.0', '--date', '2026'];

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

interface Look {
  readonly pose?: typeof LEVEL;
  readonly seed?: number;
  /** Degrees by which the landscape is turned in the picture. */
  readonly turnDeg?: number;
  readonly hasSeam?: boolean;
  readonly isCut?: boolean;
}

/** Sky over a plain with clouds and fields, as a camera with this pose sees it. */
async function landscape(look: Look = {}): Promise<Buffer> {
  const { pose = LEVEL, seed = 1, turnDeg = 0, hasSeam = false, isCut = false } = look;
  const random = seededRandom(seed);
  const waves = Array.from(
    { length: 8 },
    () => [1 + Math.floor(random() * 7), random() * 7] as const,
  );
  const heightPx = WIDTH_PX / 2;
  const data = new Uint8Array(WIDTH_PX * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < WIDTH_PX; x++) {
      const v = isCut ? 0.3 + 0.4 * ((y + 0.5) / heightPx) : (y + 0.5) / heightPx;
      const { headingDeg, pitchDeg } = directionOfPixel((x + 0.5) / WIDTH_PX, v, pose);
      const turn = ((headingDeg + turnDeg) * Math.PI) / 180;
      const wave = waves.reduce((sum, [times, phase]) => sum + Math.sin(times * turn + phase), 0);
      const soft = Math.cos((pitchDeg * Math.PI) / 180) * (isCut ? 22 : 9) * wave;
      const light = pitchDeg > 0 ? 190 + soft : 80 + soft + (hasSeam ? (60 * x) / WIDTH_PX : 0);
      data.fill(
        Math.max(0, Math.min(255, light)),
        (y * WIDTH_PX + x) * 3,
        (y * WIDTH_PX + x) * 3 + 3,
      );
    }
  }
  return encodeMaster({ data, widthPx: WIDTH_PX, heightPx, channels: 3 }, 'png');
}

async function add(id: string, picture: Uint8Array, ...flags: string[]): Promise<void> {
  await writeFile(join(project.rootDir, 'in.png'), picture);
  const argv = ['panorama', 'add', 'in.png', '--place', 'sa-pa', '--id', id, ...flags];
  const run = await runArc(argv, [panoramaAddCommand], project);
  expect(run.exitCode, run.err).toBe(0);
}

async function check(...flags: string[]) {
  const run = await runArc(
    ['panorama', 'check', ...flags, '--json'],
    [panoramaCheckCommand],
    project,
  );
  const result = JSON.parse(run.out);
  const { findings } = result.error?.report ?? result;
  const codes = findings.map(
    (f: { panoramaId: string; code: string }) => `${f.panoramaId} ${f.code}`,
  );
  return { exitCode: run.exitCode, codes: codes as readonly string[], findings };
}

describe('arc panorama check', () => {
  it('asks only for consent of a good picture', async () => {
    await add('a', await landscape(), ...COMPLETE);
    expect(await check()).toMatchObject({ exitCode: 0, codes: ['a panorama-without-consent'] });
    expect(await check('--strict')).toMatchObject({ exitCode: 1 });
  });

  it('sees a seam, a cut sphere and a horizon that leans, and how much', async () => {
    await add('a', await landscape({ hasSeam: true }), ...COMPLETE);
    await add('b', await landscape({ isCut: true, seed: 2 }), ...COMPLETE);
    const pose = { ...LEVEL, pitchDeg: 3, rollDeg: 4 };
    await add('c', await landscape({ pose, seed: 3 }), ...COMPLETE);
    await add('d', await landscape({ pose, seed: 4 }), ...COMPLETE, '--pitch', '3', '--roll', '4');
    const { codes, findings } = await check();
    expect(codes.filter((code) => !code.endsWith('consent'))).toEqual([
      'a panorama-seam',
      'b panorama-pole',
      'b panorama-pole',
      'c panorama-tilt',
    ]);
    const tilt = findings.find(({ code }: { code: string }) => code === 'panorama-tilt');
    expect(tilt.found).toMatch(/falls by (4\.[89]|5\.[01])°/);
  });

  it('finds the same picture again, turned', async () => {
    await add('a', await landscape(), ...COMPLETE);
    await add('b', await landscape({ turnDeg: 90 }), ...COMPLETE);
    await add('c', await landscape({ seed: 9 }), ...COMPLETE);
    expect((await check()).codes).toContain('b panorama-duplicate');
    expect((await check()).codes).not.toContain('c panorama-duplicate');
  });

  it('tells what a draft lacks, and what is built too large', async () => {
    await add('a', await landscape());
    const { hash8 } = await findMaster(project.rootDir, 'a');
    const built = join(project.rootDir, 'panoramas/a/built', hash8);
    await writeInto(join(built, '0/0_0.webp'), Buffer.alloc(400_000));
    await writeInto(join(built, 'preview.webp'), Buffer.alloc(50_000));
    await writeInto(join(project.rootDir, 'panoramas/b/master.png'), await landscape({ seed: 5 }));
    expect((await check()).codes).toEqual([
      'a panorama-without-heading',
      'a panorama-without-credit',
      'a panorama-without-licence',
      'a panorama-without-date',
      'a panorama-without-consent',
      'a panorama-preview-budget',
      'a panorama-tile-budget',
      'b panorama-without-record',
    ]);
  });
});
