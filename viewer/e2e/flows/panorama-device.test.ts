import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decodePicture } from '../../../tools/io/picture';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');
const ID = 'fansipan-sunrise';
const SUMMIT = `${baseUrl}?${LEAN}&panorama=${ID}&look=100,-1,65`;

beforeAll(startBrowser);
afterAll(stopBrowser);

/** As on a phone: it is touched, and it says how it is held. */
async function openOnPhone() {
  const open = await openPage('about:blank', {
    prepare: async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 }),
      );
    },
  });
  const session = await open.page.context().newCDPSession(open.page);
  const hold = (alpha: number) =>
    session.send('DeviceOrientation.setDeviceOrientationOverride', { alpha, beta: 90, gamma: 0 });
  await hold(10);
  await open.page.goto(SUMMIT);
  await panoramaSettled(open.page, ID);
  return { open, page: open.page, hold };
}

/** Chooses one of the tools that are needed now and then. */
async function chooseTool(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm' }).click();
  await page.getByRole('button', { name }).click();
}

/** Mean difference of the left half of the screen from the right one, 0 to 255, beside the tools. */
async function halvesDifference(page: Page): Promise<number> {
  const { data, widthPx, heightPx } = await decodePicture(await page.screenshot(), 'screenshot');
  let sum = 0;
  let count = 0;
  // The lower middle of each half holds no tool.
  for (let y = Math.floor(heightPx * 0.45); y < heightPx * 0.75; y++) {
    for (let x = Math.floor(widthPx * 0.3); x < widthPx * 0.45; x++) {
      const at = (y * widthPx + x) * 3 + 1;
      sum += Math.abs((data[at] ?? 0) - (data[at + (widthPx / 2) * 3] ?? 0));
      count += 1;
    }
  }
  return sum / count;
}

describe('a picture for each eye', () => {
  it('is drawn when asked for and one picture again when left', async () => {
    const { open, page, hold } = await openOnPhone();
    const oneEye = await halvesDifference(page);
    await chooseTool(page, 'Cho kính thực tế ảo (hai mắt)');
    await hold(10.5);
    await expect.poll(() => halvesDifference(page), { timeout: 20_000 }).toBeLessThan(oneEye / 2);
    // There is nothing but the picture in front of the eyes: a touch of it leads back.
    await page.mouse.click(320, 200);
    await expect
      .poll(() => halvesDifference(page), { timeout: 20_000 })
      .toBeGreaterThan(oneEye / 2);
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Xoay theo điện thoại' }).waitFor();
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('is not offered where nothing tells how the device is held', async () => {
    const open = await openPage(SUMMIT);
    await panoramaSettled(open.page, ID);
    await open.page.getByRole('button', { name: 'Thêm' }).click();
    await open.page.getByRole('button', { name: 'Lưu cảnh đang nhìn' }).waitFor();
    expect(await open.page.getByRole('button', { name: /hai mắt|theo điện thoại/ }).count()).toBe(
      0,
    );
    await open.close();
  });
});

describe('the whole screen', () => {
  it('is filled and given back', async () => {
    const open = await openPage(SUMMIT);
    const { page } = open;
    await panoramaSettled(page, ID);
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await chooseTool(page, 'Toàn màn hình');
    await expect.poll(isFull).toBe(true);
    await chooseTool(page, 'Thoát toàn màn hình');
    await expect.poll(isFull).toBe(false);
    // The picture fills what there is now.
    await panoramaSettled(page, ID);
    expect(open.complaints).toEqual([]);
    await open.close();
  });
});
