import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictureFacts } from '../../io/picture';
import { stillUrls } from '../../panorama/still-files';
import { runArc } from '../../testing/run-arc';
import { spherePicture } from '../../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../../testing/temp-project';
import { writeDem } from '../../testing/write-dem';
import { panoramaAddCommand } from './panorama-add';
import { panoramaStillCommand } from './panorama-still';

let project: TempProject;
const at = (path: string) => join(project.rootDir, path);
const still = (...flags: string[]) =>
  runArc(['panorama', 'still', ...flags, '--dem', 'land.tif'], [panoramaStillCommand], project);

beforeEach(async () => {
  project = await makeTempProject();
  const shape = { cols: 60, rows: 60, west: 103.6, north: 22.6, step: 0.01 };
  await writeDem(at('land.tif'), shape, (x, y) => 1200 + 400 * Math.sin(x * 40) * Math.cos(y * 40));
});
afterEach(() => project.remove());

describe('arc panorama still', () => {
  it('takes the first view of the place’s panorama where visitors see one, once', async () => {
    await writeFile(at('in.jpg'), await spherePicture(2048, 1024));
    const flags = '--heading 40 --credit A --licence CC-BY-4.0 --date 2026 --id view';
    const argv = ['panorama', 'add', 'in.jpg', '--place', 'sa-pa', ...flags.split(' ')];
    expect(await runArc(argv, [panoramaAddCommand], project)).toMatchObject({ exitCode: 0 });
    expect((await still()).out).toMatch(/^sa-pa: \d+ bytes\n$/);
    const bytes = await readFile(at('stills/sa-pa.webp'));
    expect(bytes.length).toBeLessThanOrEqual(120_000);
    const facts = await readPictureFacts(bytes, 'x');
    expect([facts.format, facts.widthPx, facts.heightPx]).toEqual(['webp', 1200, 800]);
    expect(JSON.parse(await readFile(at('stills/sa-pa.json'), 'utf8'))).toMatchObject({
      placeId: 'sa-pa',
      kind: 'photo',
      panoramaId: 'view',
    });
    expect((await still()).out).toBe('sa-pa: up to date\n');
    expect([...(await stillUrls(project.rootDir)).values()]).toEqual([
      expect.stringMatching(/^stills\/sa-pa\.webp\?v=[0-9a-f]{8}$/),
    ]);
  });

  it('says which place or part is wrong, and writes nothing', async () => {
    const before = await project.fingerprint();
    expect((await still('nowhere')).err).toContain('Problem still-unknown-place');
    expect((await still('--shard', '3/2')).exitCode).toBe(2);
    expect((await still('--threads', 'many')).exitCode).toBe(2);
    expect(await project.fingerprint()).toBe(before);
  });

  it('paints a place that has no panorama from the land, the same bytes again', async () => {
    await mkdir(at('again'));
    expect((await still('sa-pa', '--draft', '--threads', '2')).out).toMatch(/^sa-pa: \d+ bytes/);
    const first = await readFile(at('stills/sa-pa.webp'));
    expect(JSON.parse(await readFile(at('stills/sa-pa.json'), 'utf8'))).toMatchObject({
      kind: 'drawn',
      elevationSource: 'land.tif',
      recipe: { isNearGroundImagined: true },
    });
    await still('sa-pa', '--draft', '--threads', '1', '--out-dir', 'again');
    expect((await readFile(at('again/sa-pa.webp'))).equals(first)).toBe(true);
  }, 180_000);
});
