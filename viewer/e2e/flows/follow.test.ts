import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
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

const slider = (page: Page) => page.getByRole('slider', { name: 'Vị trí trên cung đường' });
const alongKm = async (page: Page) => Number(await slider(page).getAttribute('aria-valuenow'));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openRoute(id: string, reducedMotion: 'reduce' | 'no-preference' = 'reduce') {
  const open = await openPage(`${baseUrl}?${LEAN}&route=${id}`, { reducedMotion });
  await globeSettled(open.page);
  await open.page.locator('[data-route-strip][data-is-ready="true"]').waitFor();
  return open;
}

describe('following a route', () => {
  it('says what it climbs, and each point of it in words', async () => {
    const open = await openRoute('ha-giang-loop');
    const { page } = open;
    const strip = page.getByRole('region', { name: 'Mặt cắt độ cao: Vòng Hà Giang' });
    expect(await strip.textContent()).toMatch(/≈ ↑ [\d.]+ m↓ [\d.]+ mcao nhất [\d.]+ m/);
    expect(await strip.textContent()).toMatch(/Dài \d+ km theo nét vẽ, leo/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('moves along by keys: a little, to the next stop, to the end', async () => {
    const open = await openRoute('ha-giang-loop');
    const { page } = open;
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    const little = await alongKm(page);
    expect(little).toBeGreaterThan(0);
    await page.keyboard.press('PageUp');
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(
      /km [\d.,]+ · [\d.]+ m · gần Dốc Bắc Sum/,
    );
    await page.keyboard.press('End');
    expect(await alongKm(page)).toBe(Number(await slider(page).getAttribute('aria-valuemax')));
    await page.keyboard.press('Home');
    expect(await alongKm(page)).toBe(0);
    await open.close();
  });

  it('moves along when the mouse is on the route on the map', async () => {
    const open = await openRoute('ha-giang-loop');
    const { page } = open;
    await slider(page).focus();
    await page.keyboard.press('Home');
    const seen = new Set<number>();
    for (const y of [30, 70, 110, 150]) {
      for (let x = 310; x < 570; x += 20) {
        await page.mouse.move(x, y);
        seen.add(await alongKm(page));
      }
    }
    expect(seen.size).toBeGreaterThan(2);
    await open.close();
  });

  it('flies along, pauses, and gives the map back', async () => {
    const open = await openRoute('ta-xua-weekend', 'no-preference');
    const { page } = open;
    await button(page, 'Bay dọc cung đường').click();
    await expect.poll(() => alongKm(page), { timeout: 60_000 }).toBeGreaterThan(1);
    await page.getByRole('combobox', { name: 'Tốc độ bay' }).selectOption('4');
    await button(page, 'Tạm dừng bay').click();
    const paused = await alongKm(page);
    await page.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => done(true))),
    );
    expect(await alongKm(page)).toBe(paused);
    await button(page, 'Thôi bay').click();
    await button(page, 'Bay dọc cung đường').waitFor();
    expect(await page.getByRole('combobox', { name: 'Tốc độ bay' }).count()).toBe(0);
    await open.close();
  });

  it('goes from stop to stop without flying where less motion is wanted', async () => {
    const open = await openRoute('ta-xua-weekend');
    const { page } = open;
    expect(await button(page, 'Bay dọc cung đường').count()).toBe(0);
    const before = page.url();
    await button(page, 'Điểm dừng sau').click();
    await button(page, 'Điểm dừng sau').click();
    expect(await alongKm(page)).toBeGreaterThan(5);
    await expect.poll(() => page.url()).not.toBe(before);
    await open.close();
  });

  it("enters a stop's view and comes back to the route", async () => {
    const open = await openRoute('northwest-arc');
    const { page } = open;
    await page
      .getByRole('button', { name: /Bước vào ảnh 360°: .*Pha Đin/ })
      .first()
      .click();
    await panoramaSettled(page, 'pha-din-valley');
    await button(page, 'Trở lại bản đồ').click();
    await page.locator('[data-route-card="northwest-arc"]').waitFor();
    await open.close();
  });

  it('prints the card with its profile, and no map', async () => {
    const open = await openRoute('ha-giang-loop');
    const { page } = open;
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Vòng Hà Giang' }).isVisible()).toBe(true);
    expect(await page.getByText('Khẩn cấp: Công an 113').first().isVisible()).toBe(true);
    expect(
      await page.locator('[data-route-strip] [role="slider"] svg path').first().isVisible(),
    ).toBe(true);
    expect(await page.locator('canvas').first().isVisible()).toBe(false);
    expect(await button(page, 'Phóng to').isVisible()).toBe(false);
    await open.close();
  });
});
