import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panoramaAddCommand } from '../cli/commands/panorama-add';
import { removePath } from '../io/files';
import { runArc } from '../testing/run-arc';
import { seededRandom } from '../testing/seeded-random';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { hostilePictures } from './testing/hostile-pictures';

const COUNT = process.env['LONG'] === '1' ? 500 : 60;
/** A whole picture of 32768 x 16384 would be 1536. */
const MOST_GROWTH_MB = 512;

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

const add = () =>
  runArc(
    ['panorama', 'add', 'in.jpg', '--place', 'sa-pa', '--id', 'x'],
    [panoramaAddCommand],
    project,
  );

describe('arc panorama add, handed what is no panorama', () => {
  it('says a coded problem and writes nothing, in bounded memory', {
    timeout: 1_200_000,
  }, async () => {
    const peakBeforeMb = process.resourceUsage().maxRSS / 1024;
    const codes = new Map<string, number>();
    for await (const { kind, bytes, mayPass } of hostilePictures(COUNT, seededRandom(41))) {
      await writeFile(join(project.rootDir, 'in.jpg'), bytes);
      const before = await project.fingerprint();
      const run = await add();
      const [, code = ''] = /^Problem ([a-z-]+)\n/.exec(run.err) ?? [];
      codes.set(`${kind}: ${code}`, (codes.get(`${kind}: ${code}`) ?? 0) + 1);
      if (mayPass && run.exitCode === 0) {
        await removePath(join(project.rootDir, 'panoramas/x'));
        await removePath(join(project.rootDir, 'scenes/northwest/lao-cai/panoramas'));
        continue;
      }
      expect(code, `${kind} ${run.err}${run.out}`).toMatch(/^(picture|panorama)-[a-z-]+$/);
      expect(run).toMatchObject({ exitCode: 1, out: '' });
      expect(await project.fingerprint(), kind).toBe(before);
    }
    const growthMb = process.resourceUsage().maxRSS / 1024 - peakBeforeMb;
    console.info(
      `${COUNT} files, memory grew by ${growthMb.toFixed(0)} MB`,
      Object.fromEntries(codes),
    );
    expect(growthMb).toBeLessThan(MOST_GROWTH_MB);
  });

  it('takes what follows a picture out of it', async () => {
    const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04');
    const whole = await spherePicture(1024, 512);
    await writeFile(join(project.rootDir, 'in.jpg'), Buffer.concat([whole, tail]));
    expect(await add()).toMatchObject({ exitCode: 0 });
    const master = await readFile(join(project.rootDir, 'panoramas/x/master.jpg'));
    expect(master.equals(Buffer.from(whole))).toBe(true);
  });
});
