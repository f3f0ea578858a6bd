import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decodePicture } from '../../../tools/io/picture';
import { changeDetail } from '../changed-scene';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');
const ID = 'fansipan-sunrise';

beforeAll(startBrowser);
afterAll(stopBrowser);

/**
 * A short equirectangular film made by the browser itself: a red disc in the north (the middle of
 * the picture) on grey, and a bar that moves so that there is something to play.
 */
async function recordFilm(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1024;
    canvas.height = 512;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('Expected a 2D context, found none.');
    const recorder = new MediaRecorder(canvas.captureStream(12), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 24; frame++) {
      context.fillStyle = 'rgb(128 128 128)';
      context.fillRect(0, 0, 1024, 512);
      context.fillStyle = 'rgb(230 20 20)';
      context.beginPath();
      context.arc(512, 256, 24, 0, 7);
      context.fill();
      context.fillStyle = 'rgb(20 20 230)';
      context.fillRect(frame * 8, 400, 60, 40);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
  return Buffer.from(base64, 'base64');
}

describe('a panorama that moves', () => {
  it('stands in its first picture under reduced motion, plays when asked, with its spots', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&place=fansipan`);
    const { page } = open;
    const film = await recordFilm(page);
    await page.route('**/media/walk.webm', (route) =>
      route.fulfill({ contentType: 'video/webm', body: film }),
    );
    await changeDetail(page, ID, () => ({ videoUrl: `panoramas/${ID}/media/walk.webm` }));
    await page.goto(`${baseUrl}?${LEAN}&panorama=${ID}&look=0,0,60`);
    await panoramaSettled(page, ID);
    await page.locator('[data-film="paused"]').waitFor();
    const offDeg = await redOffsetDeg(page);
    expect(offDeg).toBeLessThan(0.5);
    await page.getByRole('button', { name: 'Phát' }).click();
    await page.locator('[data-film="playing"]').waitFor();
    await page.getByRole('button', { name: 'Xung quanh có gì' }).click();
    await page.locator('[data-around="hotspot:sun"]').click();
    await page.getByRole('dialog', { name: 'Mặt trời' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-around="link:fansipan-west"]').click();
    await panoramaSettled(page, 'fansipan-west');
    expect(await page.locator('[data-film]').count()).toBe(0);
    expect(open.drawnTiles.length).toBeGreaterThan(0);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('that cannot be played says so', async () => {
    const open = await openPage('about:blank');
    const { page } = open;
    await page.route('**/media/torn.webm', (route) =>
      route.fulfill({ contentType: 'video/webm', body: 'no film' }),
    );
    await changeDetail(page, ID, () => ({ videoUrl: `panoramas/${ID}/media/torn.webm` }));
    await page.goto(`${baseUrl}?${LEAN}&panorama=${ID}`);
    await page.getByRole('alert').getByText('Không mở được ảnh 360°').waitFor();
    await open.close();
  });
});

/** How far the middle of the red disc is drawn from the middle of the page. */
async function redOffsetDeg(page: Page): Promise<number> {
  const { data, widthPx, heightPx } = await decodePicture(await page.screenshot(), 'screenshot');
  let [sumX, sumY, count] = [0, 0, 0];
  for (let i = 0; i < data.length / 3; i++) {
    const [red = 0, green = 0, blue = 0] = [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]];
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    const isNear = Math.hypot(x - widthPx / 2, y - heightPx / 2) < 90;
    if (!isNear || red < 170 || green > 90 || blue > 90) continue;
    sumX += x;
    sumY += y;
    count += 1;
  }
  expect(count).toBeGreaterThan(50);
  const pxPerRad = heightPx / 2 / Math.tan(Math.PI / 6);
  const awayPx = Math.hypot(sumX / count + 0.5 - widthPx / 2, sumY / count + 0.5 - heightPx / 2);
  return (Math.atan(awayPx / pxPerRad) * 180) / Math.PI;
}
