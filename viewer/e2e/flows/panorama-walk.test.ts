import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decodePicture } from '../../../tools/io/picture';
import { decodeView } from '../../state/url-codec';
import { changeDetail } from '../changed-scene';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');
const SUMMIT = `${baseUrl}?${LEAN}&panorama=fansipan-sunrise`;
const TILE = /\/built\/[^/]+\/\d+\/\d+_\d+\.webp$/;

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Spread of the brightness in the middle of what is on the screen: a blank picture has none. */
async function contrast(page: Page): Promise<number> {
  const { data } = await decodePicture(
    await page.screenshot({ clip: { x: 160, y: 90, width: 320, height: 180 } }),
    'screenshot',
  );
  const greens = Array.from({ length: data.length / 3 }, (_, i) => data[i * 3 + 1] ?? 0);
  const mean = greens.reduce((a, b) => a + b, 0) / greens.length;
  return Math.sqrt(greens.reduce((sum, green) => sum + (green - mean) ** 2, 0) / greens.length);
}

describe('a link', () => {
  it('is walked along without a blank moment, and what lies behind it is there before', async () => {
    const open = await openPage('about:blank', { reducedMotion: 'no-preference' });
    const { page } = open;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const urls = new Map<string, string>();
    const cached = new Set<string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
      urls.set(requestId, request.url),
    );
    session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache) cached.add(requestId);
    });
    const tilesOfWest = (): string[] =>
      [...urls]
        .filter(([, url]) => url.includes('fansipan-west') && TILE.test(url))
        .map(([id]) => id);
    await page.goto(`${SUMMIT}&look=235,-8,70`);
    await panoramaSettled(page, 'fansipan-sunrise');
    // Once idle, the neighbour's tiles come; the last one has come when none is on its way.
    await expect.poll(() => tilesOfWest().length, { timeout: 60_000 }).toBeGreaterThan(3);
    await page.waitForLoadState('networkidle');
    const before = new Set(tilesOfWest());

    await page.locator('[data-spot-id="link:fansipan-west"]').click();
    const contrasts: number[] = [];
    const arrived = panoramaSettled(page, 'fansipan-west').then(() => true);
    let isThere = false;
    while (!isThere) {
      contrasts.push(await contrast(page));
      isThere = await Promise.race([arrived, Promise.resolve(false)]);
    }
    expect(Math.min(...contrasts)).toBeGreaterThan(4);

    const arrival = tilesOfWest().filter((id) => !before.has(id));
    const fromCache = arrival.filter((id) => cached.has(id));
    expect(arrival.length).toBeGreaterThan(3);
    expect(fromCache.length / arrival.length).toBeGreaterThan(0.5);

    const detail = await page.evaluate(async () => {
      const index = await (await fetch('scene/index.json')).json();
      const summary = index.panoramas.find((one: { id: string }) => one.id === 'fansipan-sunrise');
      return (await fetch(summary.detailUrl)).json();
    });
    const { look } = decodeView(new URL(page.url()).search);
    expect(look?.headingDeg).toBeCloseTo(detail.links[0].headingDeg, 0);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('is cut to under reduced motion', async () => {
    const open = await openPage(`${SUMMIT}&look=235,-8,70`);
    await panoramaSettled(open.page, 'fansipan-sunrise');
    await open.page.locator('[data-spot-id="link:fansipan-west"]').click();
    await panoramaSettled(open.page, 'fansipan-west');
    expect(open.complaints).toEqual([]);
    await open.close();
  });
});

describe('a picture that is left', () => {
  it('takes its requests with it', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    const held = new Set<string>();
    const failed = new Set<string>();
    page.on('requestfailed', (request) => failed.add(request.url()));
    // Never answered: only the page itself can end them.
    await page.route(TILE, (route) => void held.add(route.request().url()));
    await page.goto(SUMMIT);
    await expect.poll(() => held.size, { timeout: 60_000 }).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => [...held].every((url) => failed.has(url)), { timeout: 10_000 })
      .toBe(true);
    await open.close();
  });
});

describe('another season or hour', () => {
  it('of the same viewpoint is shown without losing the view', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    const variants = [
      { panoramaId: 'fansipan-sunrise', moment: { vi: 'Bình minh', en: 'Sunrise' } },
      { panoramaId: 'fansipan-west', moment: { vi: 'Sáng', en: 'Morning' } },
    ];
    await changeDetail(page, 'fansipan-sunrise', () => ({ variants }));
    await changeDetail(page, 'fansipan-west', () => ({ variants }));
    await page.goto(`${SUMMIT}&look=47,-12.5,50`);
    await panoramaSettled(page, 'fansipan-sunrise');
    await page.getByRole('button', { name: 'Sáng' }).click();
    await panoramaSettled(page, 'fansipan-west');
    const { panoramaId, look } = decodeView(new URL(page.url()).search);
    expect(panoramaId).toBe('fansipan-west');
    expect(look).toEqual({ headingDeg: 47, pitchDeg: -12.5, verticalFovDeg: 50 });
    expect(await page.locator('[data-variant][aria-pressed="true"]').textContent()).toBe('Sáng');
    await open.close();
  });
});
