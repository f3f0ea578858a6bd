import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../../../tools/io/root-dir';
import { type AppServer, startAppServer } from '../../../tools/serve/app-server';
import { SECURITY_DEFAULTS } from '../../../tools/serve/security-headers';
import { HeightTileServer } from '../../../tools/testing/height-tile-server';
import { magentaPixels, standOverMagenta } from '../magenta';
import {
  globeSettled,
  LEAN,
  type OpenPage,
  openPage,
  startBrowser,
  stopBrowser,
} from '../open-page';

/** Over the Hoàng Liên Sơn: real ground differs from the sketch everywhere in the picture. */
const VIEW = 'camera=103.9,22.1,14000,340,-55';

let tiles: HeightTileServer;
let site: AppServer;
let open: OpenPage | undefined;

beforeAll(async () => {
  tiles = await HeightTileServer.start();
  // The built site, whose policy allows this machine's tiles in place of the world's.
  site = await startAppServer({
    rootDir: ROOT_DIR,
    basePath: '/map/',
    host: '127.0.0.1',
    port: 0,
    security: { ...SECURITY_DEFAULTS, connectOrigins: [tiles.origin] },
    ensurePanoramaFile: async () => undefined,
    onProblem: (error) => console.error('server', error),
  });
  await startBrowser();
});
afterEach(async () => {
  await open?.close();
  tiles.mood = { type: 'well' };
  tiles.asked.length = 0;
});
afterAll(async () => {
  await stopBrowser();
  await site.close();
  await tiles.close();
});

/** Opens the map with the scene's online terrain pointing at this machine. */
async function openMap(
  mode: 'off' | 'ask' | 'on',
  options: Parameters<typeof openPage>[1] = {},
): Promise<OpenPage> {
  open = await openPage(`${site.url}?${LEAN}&${VIEW}`, {
    isFirstVisit: true,
    ...options,
    prepare: async (page) => {
      await page.route('**/scene/index.json', async (route) => {
        const { onlineTerrainSource, ...scene } = await (await route.fetch()).json();
        const source = { ...onlineTerrainSource, urlTemplate: tiles.urlTemplate };
        const json = { ...scene, onlineTerrain: mode };
        await route.fulfill({
          json: mode === 'off' ? json : { ...json, onlineTerrainSource: source },
        });
      });
    },
  });
  return open;
}

const offer = (page: Page) => page.locator('[data-terrain-offer]');
const creditLine = (page: Page) => page.locator('footer').textContent();
// By attribute: a role is not found on what standOverMagenta hides.
const notice = (page: Page) => page.locator('[role="status"]');

async function settledAnew(page: Page): Promise<void> {
  await page.evaluate(() => delete document.documentElement.dataset['globe']);
  await globeSettled(page);
}

/** Background that shows through the globe; the view looks down far enough to see no sky. */
async function holes(page: Page): Promise<number> {
  await standOverMagenta(page);
  return magentaPixels(page);
}

describe('terrain from the network', () => {
  it('asks nobody before the yes, and shows whose it is after it', async () => {
    const { page, foreignRequests, complaints } = await openMap('ask');
    await globeSettled(page);
    await offer(page).waitFor();
    expect(foreignRequests).toEqual([]);
    expect(await creditLine(page)).toContain('Địa hình phác họa');
    await offer(page).getByRole('button').first().click();
    await page.waitForFunction(() =>
      document.querySelector('footer')?.textContent.includes('Mapzen'),
    );
    await settledAnew(page);
    expect(tiles.asked.length).toBeGreaterThan(5);
    expect(await creditLine(page)).not.toContain('phác họa');
    expect(await offer(page).count()).toBe(0);
    expect(foreignRequests.every((url) => url.startsWith(tiles.origin))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('remembers a no and does not offer again', async () => {
    const { page, foreignRequests } = await openMap('ask');
    await globeSettled(page);
    await offer(page).getByRole('button').last().click();
    await page.reload();
    await globeSettled(page);
    expect(await offer(page).count()).toBe(0);
    expect(foreignRequests).toEqual([]);
  });

  it('is not there at all where the scene says off', async () => {
    const { page, foreignRequests } = await openMap('off');
    await globeSettled(page);
    expect(await offer(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Lớp bản đồ và chú giải' }).click();
    const section = page.locator('[data-terrain-tier="sketch"]');
    await section.waitFor();
    expect(await section.getByRole('button').count()).toBe(0);
    expect(foreignRequests).toEqual([]);
  });

  it('stays with the sketch when nobody answers in 2.5 s, and says so', async () => {
    tiles.mood = { type: 'slow', delayMs: 60_000 };
    const { page } = await openMap('on');
    await globeSettled(page);
    await notice(page).getByText('Chưa kết nối được').waitFor();
    expect(await creditLine(page)).toContain('Địa hình phác họa');
    expect(await holes(page)).toBe(0);
  });

  it('gets there over a slow network that fails every fifth time', async () => {
    tiles.mood = { type: 'moody', everyNth: 5 };
    const { page } = await openMap('on');
    await page.waitForFunction(() =>
      document.querySelector('footer')?.textContent.includes('Mapzen'),
    );
    await settledAnew(page);
    expect(await creditLine(page)).toContain('Mapzen');
    expect(await holes(page)).toBe(0);
  });

  it('goes back to the sketch when the network goes in mid flight, without a hole', async () => {
    const { page } = await openMap('on', { reducedMotion: 'no-preference' });
    await page.waitForFunction(() =>
      document.querySelector('footer')?.textContent.includes('Mapzen'),
    );
    await settledAnew(page);
    tiles.mood = { type: 'gone' };
    await page.locator('[data-place-item="pha-din"]').first().click();
    await standOverMagenta(page);
    const lost = notice(page).getByText('Mất kết nối');
    const seen: number[] = [];
    while ((await lost.count()) === 0) seen.push(await magentaPixels(page, 0.5));
    await settledAnew(page);
    seen.push(await magentaPixels(page, 0.5));
    expect(seen.filter((pixels) => pixels > 0)).toEqual([]);
    expect(await creditLine(page)).toContain('Địa hình phác họa');
    tiles.mood = { type: 'well' };
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForFunction(() =>
      document.querySelector('footer')?.textContent.includes('Mapzen'),
    );
  });
});
