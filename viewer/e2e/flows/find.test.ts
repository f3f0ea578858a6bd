import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { globeSettled, LEAN, openPage, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');

beforeAll(startBrowser);
afterAll(stopBrowser);

const field = (page: Page) => page.getByRole('textbox', { name: 'Tìm nơi chốn, lễ hội, sản vật' });
const results = (page: Page) => page.getByRole('list', { name: 'Kết quả' }).getByRole('button');
/** Ids of the places that the map holds. */
const onMap = (page: Page) =>
  page
    .locator('[data-place-id]')
    .evaluateAll((labels) => labels.map((label) => label.getAttribute('data-place-id')).sort());

describe('the search', () => {
  it('is done by keys alone: from anywhere to the card of what was meant', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('mu cang chai');
    await results(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Mù Cang Chải',
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Mù Cang Chải' }).waitFor();
    expect(page.url()).toContain('place=mu-cang-chai');
    expect(page.url()).toContain('find=mu+cang+chai');
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('goes back to what was found, and from the first result to the field', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&find=sapa`);
    const { page } = open;
    await globeSettled(page);
    await expect.poll(() => field(page).inputValue()).toBe('sapa');
    await results(page).first().click();
    await page.goBack();
    await results(page).first().waitFor();
    await field(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('');
    await open.close();
  });

  it('leaves on the map what it leaves in the list', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await expect.poll(async () => (await onMap(page)).length).toBeGreaterThan(1);
    const before = await onMap(page);
    await field(page).fill('mâm xôi');
    await expect.poll(() => onMap(page)).toEqual(['mam-xoi']);
    await page.getByRole('button', { name: 'Xóa tìm kiếm' }).click();
    await expect.poll(() => onMap(page)).toEqual(before);
    await open.close();
  });

  it('narrows down, says so, and keeps it in the address', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await page.getByRole('button', { name: 'Mở bộ lọc' }).click();
    await page.getByRole('combobox', { name: 'Loại' }).selectOption('market');
    await page.getByRole('combobox', { name: 'Tỉnh' }).selectOption('before-2025/ha-giang');
    await expect.poll(() => results(page).count()).toBeGreaterThan(1);
    const count = await results(page).count();
    await page.getByText(`Tìm thấy ${count} mục`).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('market');
    expect(new URL(page.url()).searchParams.get('in')).toBe('before.ha-giang');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.reload();
    await expect.poll(() => results(page).count()).toBe(count);
    await page.getByRole('button', { name: 'Mở bộ lọc' }).click();
    await page.getByRole('button', { name: 'Bỏ hết lọc' }).click();
    await expect.poll(() => results(page).count()).toBe(0);
    await open.close();
  });

  it('asks where the visitor is on that tap alone, and puts the nearest first', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`, {
      prepare: async (page) => {
        await page.context().grantPermissions(['geolocation']);
        await page.context().setGeolocation({ longitude: 103.84, latitude: 22.336 });
      },
    });
    const { page } = open;
    await globeSettled(page);
    await page.getByRole('button', { name: 'Mở bộ lọc' }).click();
    await page.getByRole('button', { name: 'Gần tôi' }).click();
    await results(page).first().waitFor();
    expect(await results(page).first().textContent()).toMatch(/Sa Pa.* km/);
    expect(page.url()).not.toContain('103.84');
    await open.close();
  });

  it('says where the device refuses', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await page.getByRole('button', { name: 'Mở bộ lọc' }).click();
    await page.getByRole('button', { name: 'Gần tôi' }).click();
    await page.getByText('thiết bị chưa cho phép').waitFor();
    await open.close();
  });

  it('finds along the open route', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&route=ha-giang-loop`);
    const { page } = open;
    await globeSettled(page);
    await page.getByRole('button', { name: 'Tìm dọc cung này' }).click();
    await expect.poll(() => results(page).count()).toBeGreaterThan(5);
    expect(new URL(page.url()).searchParams.get('along')).toBe('ha-giang-loop');
    const places = await page.locator('[data-found="place/ma-pi-leng"]').count();
    expect(places).toBe(1);
    await open.close();
  });

  it('says that nothing was found, and what to do', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&find=zzzzzz`);
    await globeSettled(open.page);
    await open.page.getByText('Không tìm thấy gì. Thử tên khác').waitFor();
    await open.close();
  });
});
