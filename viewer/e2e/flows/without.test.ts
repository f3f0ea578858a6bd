import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  globeSettled,
  LEAN,
  openPage,
  panoramaSettled,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');

beforeAll(startBrowser);
afterAll(stopBrowser);

describe('a page without', () => {
  it('WebGL2 shows the list, the cards and the panoramas as flat pictures', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`, { hasNoWebgl: true });
    const { page } = open;
    await page.getByText('không hỗ trợ WebGL2').waitFor();
    await page.locator('[data-place-item="mam-xoi"]').first().click();
    await page.locator('[data-open-panorama]').click();
    const picture = page.locator('[data-panorama-view] img');
    await picture.waitFor();
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('[data-panorama-view] img');
      return (image?.naturalWidth ?? 0) >= 512;
    });
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('storage opens panoramas all the same', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Storage is refused.', 'SecurityError');
        },
      });
    });
    await page.goto(`${baseUrl}?${LEAN}&panorama=mam-xoi-ripe-rice`);
    await panoramaSettled(page, 'mam-xoi-ripe-rice');
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('its terrain says so and goes on with a flat ground', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route('**/tilesets/**', (route) => route.abort());
    await page.goto(`${baseUrl}?${LEAN}`);
    await page.getByRole('status').getByText('Không tải được').waitFor();
    await globeSettled(page);
    await open.close();
  });

  it('a panorama’s tiles stands in its preview', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route(/\/built\/[^/]+\/\d+\//, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${baseUrl}?${LEAN}&panorama=mam-xoi-ripe-rice`);
    await page.waitForSelector('html[data-shown-panorama="mam-xoi-ripe-rice"]', {
      state: 'attached',
    });
    expect(open.drawnTiles).toEqual([]);
    await open.close();
  });

  it('a panorama’s picture says so and lets the visitor go back', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route('**/preview.webp', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${baseUrl}?${LEAN}&panorama=mam-xoi-ripe-rice`);
    await page.getByRole('status').getByText('Không mở được ảnh 360°').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-place-card="mam-xoi"]').waitFor();
    await open.close();
  });

  it('its content says so and tries again when asked', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route('**/scene/index.json', (route) => route.fulfill({ status: 500 }));
    await page.goto(`${baseUrl}?${LEAN}`);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/scene/index.json');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await globeSettled(page);
    await open.close();
  });
});
