import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { headingDifferenceDeg } from '#core/geo/angles';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { decodeView } from '../../state/url-codec';
import { compareWithPreview } from '../compare-with-preview';
import {
  addressParameter,
  globeSettled,
  LEAN,
  livingContexts,
  type OpenPage,
  openPage,
  panoramaSettled,
  pinOf,
  startBrowser,
  stopBrowser,
  tabTo,
} from '../open-page';

const baseUrl = inject('baseUrl');

beforeAll(startBrowser);
afterAll(stopBrowser);

async function readJson<T>(path: string): Promise<T> {
  return (await (await fetch(new URL(path, baseUrl))).json()) as T;
}

async function compassDeg(open: OpenPage): Promise<number> {
  const text = await open.page.locator('[data-heading-deg]').getAttribute('data-heading-deg');
  return Number(text);
}

describe('the whole path', () => {
  it('leads from the globe by pixel into a panorama, along its link and back', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);

    const pin = await pinOf(page, 'fansipan');
    await page.mouse.click(pin.x, pin.y);
    await page.locator('[data-place-card="fansipan"]').waitFor();
    await page.waitForFunction(() => location.search.includes('camera='));
    await globeSettled(page);
    const camera = await addressParameter(page, 'camera');

    const index = await readJson<SceneIndex>('scene/index.json');
    const [firstId, secondId] = index.places.find(({ id }) => id === 'fansipan')?.panoramaIds ?? [];
    if (!firstId || !secondId) throw new Error('Expected two panoramas of Fansipan.');
    await page.locator(`[data-open-panorama="${firstId}"]`).click();
    await panoramaSettled(page, firstId);
    expect(await livingContexts(page)).toBe(2);
    expect(open.drawnTiles.length).toBeGreaterThan(3);

    const summary = index.panoramas.find(({ id }) => id === firstId);
    const detail = await readJson<PanoramaDetail>(summary?.detailUrl ?? '');
    expect(detail.pose).toEqual({ headingDeg: 0, pitchDeg: 0, rollDeg: 0 });
    const comparison = await compareWithPreview(
      page,
      detail.firstView,
      new URL(detail.image.previewUrl, baseUrl).href,
    );
    // Sharp tiles against a preview of 1024 px: 1.3 when seen; 7 when it is 5 degrees off.
    expect(comparison.meanDifference).toBeLessThan(4);
    expect(comparison.drawnContrast).toBeGreaterThan(10);

    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (before) =>
        Number(document.querySelector('[data-heading-deg]')?.getAttribute('data-heading-deg')) !==
        before,
      Math.round(detail.firstView.headingDeg),
    );
    expect(headingDifferenceDeg(detail.firstView.headingDeg, await compassDeg(open))).toBeCloseTo(
      12,
      -0.5,
    );

    const link = detail.links.find(({ panoramaId }) => panoramaId === secondId);
    if (!link) throw new Error(`Expected a link from ${firstId} to ${secondId}.`);
    await clickLink(open, link);
    await panoramaSettled(page, secondId);
    expect(decodeView(new URL(page.url()).search)).toMatchObject({
      placeId: 'fansipan',
      panoramaId: secondId,
    });

    await page.keyboard.press('Escape');
    await page.locator('[data-place-card="fansipan"]').waitFor();
    expect(await addressParameter(page, 'camera')).toBe(camera);
    expect(await livingContexts(page)).toBe(2);
    expect(open.foreignRequests).toEqual([]);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('leads the same way with the keyboard alone', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await tabTo(page, '[data-place-item="pha-din"]');
    await page.keyboard.press('Enter');
    await page.locator('[data-place-card="pha-din"]').waitFor();
    await tabTo(page, '[data-open-panorama]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-shown-panorama]', { state: 'attached' });
    await page.keyboard.press('Escape');
    await page.locator('[data-place-card="pha-din"]').waitFor();
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('shows the same thing after a reload', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&panorama=pha-din-valley&look=200,4,60`);
    const { page } = open;
    await panoramaSettled(page, 'pha-din-valley');
    expect(await compassDeg(open)).toBe(200);
    const address = page.url();
    await page.reload();
    await panoramaSettled(page, 'pha-din-valley');
    expect(await compassDeg(open)).toBe(200);
    expect(page.url()).toBe(address);
    await page.goBack().catch(() => undefined);
    await open.close();
  });

  it('says so when an address names an unknown place and opens the globe', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&place=atlantis`);
    await open.page.getByRole('status').getByText('Không tìm thấy địa điểm').waitFor();
    await globeSettled(open.page);
    await open.close();
  });
});

/** Turns until the link's mark is in the picture, then clicks it. */
async function clickLink(
  open: OpenPage,
  link: { readonly panoramaId: string; readonly headingDeg: number },
): Promise<void> {
  const { page } = open;
  const mark = page.locator(`[data-spot-id="link:${link.panoramaId}"]`);
  for (let turns = 0; turns < 30; turns++) {
    const awayDeg = headingDifferenceDeg(await compassDeg(open), link.headingDeg);
    if (Math.abs(awayDeg) < 14) break;
    const before = await compassDeg(open);
    await page.keyboard.press(awayDeg > 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(
      (old) =>
        Number(document.querySelector('[data-heading-deg]')?.getAttribute('data-heading-deg')) !==
        old,
      before,
    );
  }
  await mark.click();
}
