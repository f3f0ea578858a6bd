import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFaults } from '../axe-faults';
import {
  addressParameter,
  globeSettled,
  LEAN,
  type OpenPage,
  openPage,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');
/** High enough for the names of provinces, on tiles that are always built. */
const VIEW = 'camera=104.2,19.4,260000,0,-52';

let open: OpenPage | undefined;
beforeAll(startBrowser);
afterEach(() => open?.close());
afterAll(stopBrowser);

async function openMap(query = ''): Promise<Page> {
  open = await openPage(`${baseUrl}?${LEAN}&${VIEW}${query}`);
  await open.page.setViewportSize({ width: 1280, height: 720 });
  await globeSettled(open.page);
  return open.page;
}

const button = (page: Page) => page.getByRole('button', { name: 'Lớp bản đồ và chú giải' });
const panel = (page: Page) => page.locator('[data-layers-panel]');
const drawnNames = (page: Page) =>
  page.locator('[aria-hidden="true"] > span[lang="vi"][data-is-drawn="true"]');

/** How often the globe cleared its picture within a while. */
function framesWithin(page: Page, watchedMs: number): Promise<number> {
  return page.evaluate(async (ms) => {
    let count = 0;
    const { clear } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.clear = function (this: WebGL2RenderingContext, mask) {
      count += 1;
      clear.call(this, mask);
    };
    // Stillness has no event of its own: the page is watched.
    await new Promise((resolve) => setTimeout(resolve, ms));
    WebGL2RenderingContext.prototype.clear = clear;
    return count;
  }, watchedMs);
}

describe('layers', () => {
  it('names the provinces of the map that is chosen, keeps the choice and remembers it', async () => {
    const page = await openMap();
    await button(page).click();
    await panel(page).getByLabel('Trước tháng 7/2025').check();
    expect(await addressParameter(page, 'layers')).toBe('before-2025');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('span[lang="vi"]')].some(
        (one) => one.textContent === 'Yên Bái',
      ),
    );
    await page.goto(`${baseUrl}?${LEAN}&${VIEW}`);
    await globeSettled(page);
    await button(page).click();
    expect(await panel(page).getByLabel('Trước tháng 7/2025').isChecked()).toBe(true);
    await panel(page).getByLabel('Không vẽ').check();
    await page.waitForFunction(
      () => document.querySelectorAll('span[lang="vi"][data-is-drawn]').length === 0,
    );
    expect(await drawnNames(page).count()).toBe(0);
  });

  it('takes a group of places off the map and leaves the open one', async () => {
    const page = await openMap('&place=fansipan');
    await button(page).click();
    await panel(page).getByLabel('Đỉnh núi, đèo, điểm ngắm cảnh').uncheck();
    await page.waitForFunction(() => !document.querySelector('[data-place-id="pha-din"]'));
    expect(await page.locator('[data-place-id="fansipan"]').count()).toBe(1);
    expect(await page.locator('[data-place-id="sa-pa"]').count()).toBe(1);
  });

  it('is opened and closed by keys, and the focus comes back', async () => {
    const page = await openMap();
    await button(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-layers-panel'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect(await button(page).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('explains every line, without a fault that axe can see', async () => {
    const page = await openMap('&layers=roads,rivers');
    await button(page).click();
    await panel(page).getByText('Quốc lộ').waitFor();
    expect(await panel(page).getByLabel('Đường bộ').isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('draws no frame while nothing moves, with every line on', async () => {
    const page = await openMap('&layers=roads,rivers');
    await page.waitForFunction(() => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['borders', 'roads', 'rivers'].every((kind) =>
        names.some((name) => name.includes(`/details/${kind}/`)),
      );
    });
    // Lines come by workers after the tiles; from then on there must be whole seconds of rest.
    await expect.poll(() => framesWithin(page, 3000), { timeout: 90_000 }).toBe(0);
  });
});
