import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  addressParameter,
  globeSettled,
  LEAN,
  livingContexts,
  openPage,
  panoramaSettled,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');
const HEAL_WITHIN_MS = 10_000;

beforeAll(startBrowser);
afterAll(stopBrowser);

function killContext(page: Page, vendor: 'cesium' | 'psv'): Promise<void> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-vendor="${name}"] canvas`);
    delete document.documentElement.dataset['globe'];
    delete document.documentElement.dataset['panorama'];
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }, vendor);
}

describe('a lost graphics context', () => {
  it('of the globe heals within 10 s with place and camera kept', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&place=mam-xoi&camera=104.15,21.65,9000,0,-30`);
    const { page } = open;
    await globeSettled(page);
    const killedMs = Date.now();
    await killContext(page, 'cesium');
    await globeSettled(page);
    expect(Date.now() - killedMs).toBeLessThan(HEAL_WITHIN_MS);
    await page.locator('[data-place-card="mam-xoi"]').waitFor();
    expect(await addressParameter(page, 'camera')).toBe('104.15,21.65,9000,0,-30');
    expect(await livingContexts(page)).toBe(1);
    await open.close();
  });

  it('of the panorama heals within 10 s with picture and look kept', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&panorama=mam-xoi-ripe-rice&look=40,-5,60`);
    const { page } = open;
    await panoramaSettled(page, 'mam-xoi-ripe-rice');
    const killedMs = Date.now();
    await killContext(page, 'psv');
    await panoramaSettled(page, 'mam-xoi-ripe-rice');
    expect(Date.now() - killedMs).toBeLessThan(HEAL_WITHIN_MS);
    expect(await addressParameter(page, 'look')).toBe('40,-5,60');
    expect(await livingContexts(page)).toBe(2);
    await open.close();
  });
});

describe('opening a panorama again and again', () => {
  it('keeps the number of contexts and listeners', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&place=mam-xoi`);
    const { page } = open;
    await globeSettled(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const listeners = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
    };
    const openAndClose = async (): Promise<void> => {
      await page.locator('[data-open-panorama]').click();
      await page.waitForSelector('html[data-shown-panorama]', { state: 'attached' });
      await page.keyboard.press('Escape');
      await page.waitForSelector('html:not([data-shown-panorama])', { state: 'attached' });
    };
    for (let i = 0; i < 3; i++) await openAndClose();
    const before = await listeners();
    const rounds = process.env['LONG'] === '1' ? 200 : 20;
    for (let i = 0; i < rounds; i++) await openAndClose();
    expect(await livingContexts(page)).toBe(2);
    // Tiles on their way come and go with a few listeners; one kept per opening would be a leak.
    expect((await listeners()) - before).toBeLessThan(rounds);
    await open.close();
  });
});
