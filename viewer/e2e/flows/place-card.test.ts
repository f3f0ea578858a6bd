import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFaults } from '../axe-faults';
import {
  addressParameter,
  LEAN,
  type OpenPage,
  openPage,
  startBrowser,
  stopBrowser,
} from '../open-page';

const baseUrl = inject('baseUrl');

let open: OpenPage | undefined;
beforeAll(startBrowser);
afterEach(() => open?.close());
afterAll(stopBrowser);

async function openAt(query: string, size = { width: 1280, height: 720 }): Promise<Page> {
  open = await openPage(`${baseUrl}?${LEAN}&${query}`);
  await open.page.setViewportSize(size);
  return open.page;
}

/** Opens every folded part of the card. */
async function unfold(page: Page): Promise<void> {
  await page.locator('[data-place-card] details').first().waitFor();
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>('[data-place-card] details')) {
      part.open = true;
    }
  });
}

describe('the card of a place', () => {
  it.each([
    [390, 844],
    [1280, 720],
  ])('shows picture, name and why go without scrolling at %d x %d', async (width, height) => {
    const page = await openAt('place=sa-pa', { width, height });
    const card = page.locator('[data-place-card="sa-pa"]');
    await card.getByText('Thị trấn trên cao nguyên').waitFor();
    const seen = await card.evaluate((element) => {
      const scroller = element.parentElement?.getBoundingClientRect();
      const top = (one: Element | null): number => one?.getBoundingClientRect().top ?? Number.NaN;
      return {
        bottom: scroller?.bottom ?? 0,
        picture: top(element.querySelector('svg, img')),
        name: top(element.querySelector('h2')),
        firstLines: top(element.querySelector('header + p + p + p')) + 3 * 24,
      };
    });
    expect(seen.picture).toBeLessThan(seen.bottom);
    expect(seen.name).toBeLessThan(seen.bottom - 24);
    expect(seen.firstLines).toBeLessThan(seen.bottom);
  });

  it('tells a month in words when it is chosen', async () => {
    const page = await openAt('place=mu-cang-chai');
    const months = page.getByRole('group', { name: 'Các tháng trong năm' });
    await months.getByRole('button', { name: /Tháng 9/ }).click();
    await page.getByText('lúa chín', { exact: true }).waitFor();
    await months.getByRole('button', { name: /Tháng 5/ }).click();
    await page.getByText('mùa nước đổ', { exact: true }).waitFor();
  });

  it('says why something is not known', async () => {
    const page = await openAt('place=fansipan');
    await unfold(page);
    expect(await page.locator('[data-place-card]').textContent()).toContain(
      'Chưa biết: Giá cáp treo thay đổi nhiều lần trong năm',
    );
  });

  it('leads on to a place near by', async () => {
    const page = await openAt('place=sa-pa');
    await unfold(page);
    const near = page.getByRole('button', { name: /km về phía/ }).first();
    await near.click();
    await page.waitForFunction(() => !document.querySelector('[data-place-card="sa-pa"]'));
    expect(await page.locator('[data-place-card]').count()).toBe(1);
  });

  it('has no fault that axe can see with everything open', async () => {
    const page = await openAt('place=sa-pa');
    await unfold(page);
    await page.getByRole('group', { name: 'Các tháng trong năm' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the calendar', () => {
  it('is opened from the list and turned by keys, in the address', async () => {
    const page = await openAt('');
    await page.locator('[data-open-calendar]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-event]').first().waitFor();
    const first = await addressParameter(page, 'calendar');
    await page.getByRole('button', { name: 'Tháng sau' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => new URLSearchParams(location.search).get('calendar') !== before,
      first,
    );
    await page.goBack();
    await page.locator('[data-open-calendar]').waitFor();
  });

  it('keeps on the map only where something is held, and comes back from a place', async () => {
    const page = await openAt('calendar=2027-02');
    await page.locator('[data-event]').first().waitFor();
    await page.waitForFunction(() => {
      const count = document.querySelectorAll('[data-place-id]').length;
      return count > 0 && count < 100;
    });
    await page
      .getByRole('button', { name: /^Mở .* trên bản đồ$/ })
      .first()
      .click();
    await page.locator('[data-place-card]').waitFor();
    await page.getByRole('button', { name: 'Tất cả địa điểm' }).click();
    await page.locator('[data-calendar="2027-2"]').waitFor();
  });

  it('hands an event over as a calendar file', async () => {
    const page = await openAt('calendar=2027-02');
    const saved = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /vào lịch \(\.ics\)$/ })
      .first()
      .click();
    expect((await saved).suggestedFilename()).toMatch(/^[a-z0-9-]+\.ics$/);
  });

  it('has no fault that axe can see', async () => {
    const page = await openAt('calendar=2027-02');
    await page.locator('[data-event]').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
