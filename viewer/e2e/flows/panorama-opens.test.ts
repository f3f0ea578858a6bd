import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  globeSettled,
  LEAN,
  livingContexts,
  openPage,
  panoramaSettled,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');
const IS_LONG = process.env['LONG'] === '1';
const OPENS = IS_LONG ? 1000 : 20;
const IDS = ['fansipan-sunrise', 'fansipan-west', 'pha-din-valley', 'mam-xoi-ripe-rice'];
const MIB = 1024 * 1024;

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Opens a panorama as the browser's history does. */
async function openByHistory(page: Page, id: string): Promise<void> {
  await page.evaluate((panorama) => {
    const query = new URLSearchParams(location.search);
    query.set('panorama', panorama);
    query.delete('look');
    history.pushState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, id);
  await panoramaSettled(page, id);
}

async function heapMib(session: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / MIB;
}

describe('opening panoramas in one page', () => {
  it(
    'keeps the heap and the number of contexts',
    async () => {
      const open = await openPage(`${baseUrl}?${LEAN}`);
      const { page } = open;
      await globeSettled(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.enable');
      // PSV keeps the pictures of the last ten minutes up to a number: full after some opens.
      for (let i = 0; i < 12; i++) await openByHistory(page, IDS[i % IDS.length] ?? '');
      const beforeMib = await heapMib(session);
      for (let i = 0; i < OPENS; i++) await openByHistory(page, IDS[i % IDS.length] ?? '');
      const afterMib = await heapMib(session);
      console.log(
        `${OPENS} opens: heap ${beforeMib.toFixed(2)} MiB before, ${afterMib.toFixed(2)} after`,
      );
      expect(afterMib / beforeMib).toBeLessThan(1.02);
      expect(await livingContexts(page)).toBe(2);
      expect(open.complaints).toEqual([]);
      await open.close();
    },
    IS_LONG ? 3_600_000 : 180_000,
  );
});
