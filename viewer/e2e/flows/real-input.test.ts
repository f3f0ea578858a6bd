import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directionOfPixel, enuOfDirection } from '#core/panorama/direction';
import { ARC_COMMANDS } from '../../../tools/cli/registry';
import { pathExists, readText, removePath, writeInto } from '../../../tools/io/files';
import { decodePicture, encodeMaster } from '../../../tools/io/picture';
import { ROOT_DIR } from '../../../tools/io/root-dir';
import { makeTempFolder } from '../../../tools/io/temp-folder';
import { type AppServer, startAppServer } from '../../../tools/serve/app-server';
import { runArc } from '../../../tools/testing/run-arc';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser } from '../open-page';

const PHOTO = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
const hasPhoto = await pathExists(PHOTO);
if (!hasPhoto) console.info('skipped: the reference photograph is not beside the project');

/** A copy of the project's content and application, for an editor to work in. */
let copyDir = '';
let server: AppServer | undefined;

beforeAll(async () => {
  await startBrowser();
  copyDir = await makeTempFolder('editor');
  for (const folder of ['scenes', 'panoramas', 'dist']) {
    await cp(join(ROOT_DIR, folder), join(copyDir, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('/built'),
    });
  }
});
afterAll(async () => {
  await server?.close();
  await removePath(copyDir);
  await stopBrowser();
});

async function arc(...argv: string[]): Promise<string> {
  const run = await runArc(argv, ARC_COMMANDS, { rootDir: copyDir });
  expect(run).toMatchObject({ exitCode: 0 });
  return run.out;
}

/** Compiles the scene with drafts, as an editor sees it, and serves it. */
async function serve(): Promise<string> {
  await arc('scene', 'compile', '--drafts');
  server ??= await startAppServer({
    rootDir: copyDir,
    basePath: '/',
    host: '127.0.0.1',
    port: 0,
    ensurePanoramaFile: async () => undefined,
    onProblem: (error) => console.error(error),
  });
  return server.url;
}

/** A 2:1 picture of a grey world with a red disc in the true north, taken facing a heading. */
async function northMarkerPicture(headingDeg: number): Promise<Uint8Array> {
  const widthPx = 2048;
  const heightPx = 1024;
  const pose = { headingDeg, pitchDeg: 0, rollDeg: 0 };
  const data = new Uint8Array(widthPx * heightPx * 3).fill(120);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const seen = directionOfPixel((x + 0.5) / widthPx, (y + 0.5) / heightPx, pose);
      const [, northward] = enuOfDirection(seen);
      if (northward > Math.cos((5 * Math.PI) / 180)) {
        data.set([230, 20, 20], (y * widthPx + x) * 3);
      }
    }
  }
  return encodeMaster({ data, widthPx, heightPx, channels: 3 }, 'jpeg');
}

/** Offset of the red disc from the middle of the page, in degrees, at 60 degrees of field. */
async function redOffsetDeg(page: Page): Promise<number> {
  const { data, widthPx, heightPx } = await decodePicture(await page.screenshot(), 'screenshot');
  let sumX = 0;
  let sumY = 0;
  let count = 0;
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red < 190 || green > 70 || blue > 70) continue;
    sumX += (at / 3) % widthPx;
    sumY += Math.floor(at / 3 / widthPx);
    count += 1;
  }
  expect(count).toBeGreaterThan(200);
  const focalPx = heightPx / 2 / Math.tan(Math.PI / 6);
  const awayPx = Math.hypot(sumX / count - widthPx / 2, sumY / count - heightPx / 2);
  return (Math.atan(awayPx / focalPx) * 180) / Math.PI;
}

describe('an editor’s own photograph', () => {
  it('faces north where its heading says', async () => {
    const picture = join(copyDir, 'in/marker.jpg');
    await writeInto(picture, await northMarkerPicture(250));
    await arc(
      ...['panorama', 'add', picture, '--place', 'sa-pa', '--id', 'north-marker'],
      ...['--heading', '250', '--credit', 'Test', '--licence', 'CC-BY-4.0', '--date', '2026'],
    );
    const url = await serve();
    const open = await openPage(`${url}?${LEAN}&panorama=north-marker&look=0,0,60`);
    await panoramaSettled(open.page, 'north-marker');
    expect(await redOffsetDeg(open.page)).toBeLessThan(2);
    await open.close();
  });

  it.skipIf(!hasPhoto)('goes the whole way from the camera’s file into the page', async () => {
    const said = await arc(
      ...['panorama', 'add', PHOTO, '--place', 'sa-pa', '--id', 'jordan-pond', '--heading', '120'],
      ...['--credit', 'Matthew Petroff', '--licence', 'CC-BY-SA-3.0', '--date', '2014'],
    );
    expect(said).not.toContain('draft');
    const url = await serve();
    const open = await openPage(`${url}?${LEAN}&panorama=jordan-pond`);
    await panoramaSettled(open.page, 'jordan-pond');
    const footer = open.page.getByText('Matthew Petroff · CC-BY-SA-3.0');
    await footer.waitFor();
    expect(open.drawnTiles.length).toBeGreaterThan(3);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it.skipIf(!hasPhoto)('is a draft without credit, licence and date', async () => {
    await arc(
      'panorama',
      'add',
      PHOTO,
      '--place',
      'sa-pa',
      '--id',
      'no-credit',
      '--heading',
      '120',
    );
    await arc('scene', 'compile');
    const index = await readText(join(copyDir, 'dist/scene/index.json'));
    expect(index.includes('"jordan-pond"')).toBe(true);
    expect(index.includes('"no-credit"')).toBe(false);
  });
});
