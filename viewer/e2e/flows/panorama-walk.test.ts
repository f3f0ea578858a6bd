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
    // Once idle, the neighbour's tiles come one after the other, until no more come.
    let lastCount = 0;
    const isAllThere = (): boolean => {
      const count = tilesOfWest().length;
      const isStill = count > 3 && count === lastCount;
      lastCount = count;
      return isStill;
    };
    await expect.poll(isAllThere, { timeout: 60_000, interval: 2500 }).toBe(true);
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

  it('for another takes them too, but none of the other', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    const held = new Set<string>();
    const failed = new Set<string>();
    page.on('requestfailed', (request) => failed.add(request.url()));
    await page.route(TILE, async (route) => {
      const url = route.request().url();
      if (url.includes('fansipan-sunrise')) held.add(url);
      else await route.continue();
    });
    await page.goto(`${SUMMIT}&look=235,-8,70`);
    await expect.poll(() => held.size, { timeout: 60_000 }).toBeGreaterThan(3);
    await page.locator('[data-spot-id="link:fansipan-west"]').click();
    await panoramaSettled(page, 'fansipan-west');
    expect([...held].filter((url) => !failed.has(url))).toEqual([]);
    expect([...failed].filter((url) => url.includes('fansipan-west'))).toEqual([]);
    await open.close();
  });
});

describe('every frame of a walk', () => {
  it('shows land: none is blank or grey', async () => {
    const open = await openPage('about:blank', {
      reducedMotion: 'no-preference',
      prepare: async (page) => {
        await page.addInitScript(keepDrawnFrames);
      },
    });
    const { page } = open;
    await page.goto(`${SUMMIT}&look=235,-8,70`);
    await panoramaSettled(page, 'fansipan-sunrise');
    await page.evaluate(sampleFrames);
    await page.locator('[data-spot-id="link:fansipan-west"]').click();
    await panoramaSettled(page, 'fansipan-west');
    const spreads = await page.evaluate(
      () => (globalThis as unknown as { arcSpreads: number[] }).arcSpreads,
    );
    expect(spreads.length).toBeGreaterThan(5);
    expect(Math.min(...spreads)).toBeGreaterThan(4);
    await open.close();
  });
});

/** Lets a frame be read after it was shown. */
function keepDrawnFrames(): void {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    type: string,
    options?: object,
  ) {
    const kept = type === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options;
    return Reflect.apply(original, this, [type, kept]) as RenderingContext | null;
  } as typeof original;
}

/** From now on notes the spread of brightness of the panorama's canvas in every frame. */
function sampleFrames(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('.psv-canvas');
  const context = new OffscreenCanvas(32, 18).getContext('2d', { willReadFrequently: true });
  const spreads: number[] = [];
  Object.assign(globalThis, { arcSpreads: spreads });
  requestAnimationFrame(function sample() {
    requestAnimationFrame(sample);
    if (!canvas || !context) return;
    context.clearRect(0, 0, 32, 18);
    context.drawImage(canvas, 0, 0, 32, 18);
    const { data } = context.getImageData(0, 0, 32, 18);
    let [sum, squares] = [0, 0];
    for (let at = 1; at < data.length; at += 4) {
      sum += data[at] ?? 0;
      squares += (data[at] ?? 0) ** 2;
    }
    const mean = sum / (data.length / 4);
    spreads.push(Math.sqrt(Math.max(0, squares / (data.length / 4) - mean ** 2)));
  });
}

describe('the tiles of a picture', () => {
  it.each([
    { headingDeg: 0, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 30, pitchDeg: 12, rollDeg: -9 },
  ])('lie where its preview shows the same, with the pose %o', async (pose) => {
    const open = await openPage('about:blank');
    const { page } = open;
    await changeDetail(page, 'fansipan-sunrise', () => ({ pose, hotspots: [], links: [] }));
    const picture = async (): Promise<Uint8Array> => {
      await page.goto(`${SUMMIT}&look=100,2,60`);
      await panoramaSettled(page, 'fansipan-sunrise');
      return greens(page);
    };
    const tiles = await picture();
    expect(open.drawnTiles.length).toBeGreaterThan(3);
    await page.route(TILE, (route) => route.fulfill({ status: 404 }));
    await page.goto('about:blank');
    const preview = await picture();
    expect(correlation(tiles, preview)).toBeGreaterThan(0.97);
    await open.close();
  });
});

/** The green of the middle of the screen. */
async function greens(page: Page): Promise<Uint8Array> {
  const clip = { x: 200, y: 100, width: 240, height: 140 };
  const { data } = await decodePicture(await page.screenshot({ clip }), 'screenshot');
  return Uint8Array.from({ length: data.length / 3 }, (_, i) => data[i * 3 + 1] ?? 0);
}

/** 1 for the same picture, about 0 for another or for one that is mirrored. */
function correlation(a: Uint8Array, b: Uint8Array): number {
  const mean = (values: Uint8Array): number => values.reduce((x, y) => x + y, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[at] ?? 0) - meanB];
    both += x * y;
    onlyA += x * x;
    onlyB += y * y;
  }
  return both / Math.sqrt(onlyA * onlyB);
}

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
