import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROOT_DIR } from '../../../tools/io/root-dir';
import { globeSettled, LEAN, openPage, startBrowser, stopBrowser } from '../open-page';
import { GOLDEN_VIEWS } from './golden-views';

/** UPDATE=1 takes what is drawn now for right: look at it before it is committed. */
const isUpdating = process.env['UPDATE'] === '1';

/** How far a pixel's colour may be off, as pixelmatch counts it. */
const PIXEL_THRESHOLD = 0.12;
/** Versions of Chromium smooth a few edges differently. */
const MOST_DIFFERENT_SHARE = 0.01;

const baseUrl = inject('baseUrl');
beforeAll(startBrowser);
afterAll(stopBrowser);

/** Without places and routes, and without borders (in the address): the goldens hold the land, and contents change every week. */
async function withoutContents(page: Page): Promise<void> {
  await page.route('**/scene/index.json', async (route) => {
    const scene = await (await route.fetch()).json();
    await route.fulfill({ json: { ...scene, places: [], routes: [], panoramas: [] } });
  });
}

/** The globe alone, without words over it: those have tests of their own. */
async function pictureOfGlobe(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    const globe = document.querySelector('[data-vendor="cesium"]');
    for (const part of document.querySelectorAll<HTMLElement>('main *, [role="status"]')) {
      if (!part.contains(globe) && !globe?.contains(part)) part.style.visibility = 'hidden';
    }
  });
  return page.screenshot();
}

async function keepResult(name: string, picture: Buffer): Promise<void> {
  const folder = join(ROOT_DIR, 'test-results/visual');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), picture);
}

describe.each(GOLDEN_VIEWS)('the globe from the height of $id', ({ id, query }) => {
  it('looks as it was found good', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&layers=no-provinces&${query}`, {
      prepare: withoutContents,
    });
    await globeSettled(open.page);
    const drawn = await pictureOfGlobe(open.page);
    await open.close();
    const file = join(ROOT_DIR, 'viewer/e2e/visual', `${id}.png`);
    if (isUpdating) await writeFile(file, drawn);
    const expected = PNG.sync.read(await readFile(file));
    const actual = PNG.sync.read(drawn);
    const { width, height } = expected;
    expect([actual.width, actual.height]).toEqual([width, height]);
    const difference = new PNG({ width, height });
    const count = pixelmatch(expected.data, actual.data, difference.data, width, height, {
      threshold: PIXEL_THRESHOLD,
    });
    const share = count / (width * height);
    if (share > MOST_DIFFERENT_SHARE) {
      await keepResult(`${id}.actual.png`, drawn);
      await keepResult(`${id}.difference.png`, PNG.sync.write(difference));
    }
    expect(share, `see test-results/visual/${id}.*.png`).toBeLessThanOrEqual(MOST_DIFFERENT_SHARE);
  });
});
