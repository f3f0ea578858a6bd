import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFaults } from '../axe-faults';
import { globeSettled, LEAN, openPage, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');

beforeAll(startBrowser);
afterAll(stopBrowser);

const STORY = 'terraces-through-the-year';
const player = (page: Page) => page.getByRole('region', { name: 'Chuyện kể' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a story', () => {
  it('is begun from the list and told in scenes, by keys alone', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await page.locator(`[data-story="${STORY}"]`).focus();
    await page.keyboard.press('Enter');
    await player(page).getByText('Cảnh 1/8').waitFor();
    const first = await player(page).getByRole('heading').textContent();
    await button(page, 'Cảnh sau').focus();
    await page.keyboard.press('Enter');
    await player(page).getByText('Cảnh 2/8').waitFor();
    expect(await player(page).getByRole('heading').textContent()).not.toBe(first);
    expect(new URL(page.url()).searchParams.get('chapter')).toBe('2');
    expect(await axeFaults(page)).toEqual([]);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('says every word in captions', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&story=${STORY}&chapter=2`);
    const { page } = open;
    await player(page).getByText('Cảnh 2/8').waitFor();
    const text = (await player(page).textContent()) ?? '';
    expect(text).toContain('Sau Tết, trước khi có nước, là việc của cái cuốc.');
    expect(text).toContain('Một bờ ruộng chỉ sống được nếu năm nào cũng có người sửa.');
    await open.close();
  });

  it('goes on by itself where motion is welcome, and stands still where it is not', async () => {
    const moving = await openPage(`${baseUrl}?${LEAN}&story=${STORY}`, {
      reducedMotion: 'no-preference',
    });
    await player(moving.page).getByText('Cảnh 1/8').waitFor();
    await moving.page.getByRole('combobox', { name: 'Tốc độ kể' }).selectOption('1.5');
    await button(moving.page, 'Tạm dừng kể').waitFor();
    await player(moving.page).getByText('Cảnh 2/8').waitFor({ timeout: 60_000 });
    await moving.close();
    const still = await openPage(`${baseUrl}?${LEAN}&story=${STORY}`);
    await button(still.page, 'Kể tiếp').waitFor();
    await still.close();
  });

  it('ends with the step back, and leaves no panorama behind', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}`);
    const { page } = open;
    await globeSettled(page);
    await page.locator(`[data-story="${STORY}"]`).click();
    await button(page, 'Cảnh sau').click();
    await button(page, 'Cảnh sau').click();
    await page.goBack();
    await expect.poll(() => player(page).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('story')).toBe(null);
    await open.close();
  });

  it('is left with a sentence where its link names none of ours', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&story=no-such-story`);
    await open.page.getByText('Không tìm thấy câu chuyện trong liên kết này.').waitFor();
    await open.close();
  });
});
