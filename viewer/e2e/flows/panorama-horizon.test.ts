import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { enuOfDirection } from '#core/panorama/direction';
import type { HorizonNames } from '#scene';
import { LEAN, openPage, panoramaSettled, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');
const ID = 'fansipan-west';
const LOOK = { headingDeg: 300, pitchDeg: 0, verticalFovDeg: 50 };
const WEST = `${baseUrl}?${LEAN}&panorama=${ID}&look=300,0,50`;
const SIZE = { width: 1280, height: 720 };

beforeAll(startBrowser);
afterAll(stopBrowser);

async function openWithNames() {
  const open = await openPage('about:blank');
  const { page } = open;
  await page.setViewportSize(SIZE);
  const answer = page.waitForResponse(/scene\/details\/horizon\/fansipan-west\./);
  await page.goto(WEST);
  await panoramaSettled(page, ID);
  const { names } = (await (await answer).json()) as HorizonNames;
  await page.waitForSelector('[data-horizon-tag][data-is-drawn="true"]');
  return { ...open, names };
}

interface DrawnName {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly box: { left: number; right: number; top: number; bottom: number };
}

function drawnNames(page: Page): Promise<readonly DrawnName[]> {
  return page.$$eval('[data-horizon-tag][data-is-drawn="true"]', (elements) =>
    elements.map((element) => {
      const id = element.getAttribute('data-horizon-tag') ?? '';
      const dot = document.querySelector(`[data-horizon-dot="${id}"]`);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        id,
        x: Number(dot?.getAttribute('cx')),
        y: Number(dot?.getAttribute('cy')),
        box: { left, right, top, bottom },
      };
    }),
  );
}

/** Direction that a point of the view shows, by a pinhole camera's own sums. */
function awayDeg({ x, y }: DrawnName, wanted: { headingDeg: number; pitchDeg: number }): number {
  const focalPx = SIZE.height / 2 / Math.tan((LOOK.verticalFovDeg * Math.PI) / 360);
  const ahead = enuOfDirection(LOOK);
  const right = enuOfDirection({ headingDeg: LOOK.headingDeg + 90, pitchDeg: 0 });
  const up = enuOfDirection({ headingDeg: LOOK.headingDeg, pitchDeg: LOOK.pitchDeg + 90 });
  const toRight = x - SIZE.width / 2;
  const toUp = SIZE.height / 2 - y;
  const ray = ahead.map(
    (value, i) => focalPx * value + toRight * (right[i] ?? 0) + toUp * (up[i] ?? 0),
  );
  const target = enuOfDirection(wanted);
  const along = ray.reduce((sum, value, i) => sum + value * (target[i] ?? 0), 0);
  return (Math.acos(Math.min(1, along / Math.hypot(...ray))) * 180) / Math.PI;
}

describe('names on the horizon', () => {
  it('stand within 0.3° of where they should, and nowhere on each other', async () => {
    const open = await openWithNames();
    const drawn = await drawnNames(open.page);
    expect(drawn.length).toBeGreaterThan(1);
    for (const one of drawn) {
      const name = open.names.find(({ id }) => id === one.id);
      expect(awayDeg(one, name ?? { headingDeg: 0, pitchDeg: 90 }), one.id).toBeLessThan(0.3);
    }
    for (const [at, { box: a }] of drawn.entries()) {
      for (const { box: b } of drawn.slice(at + 1)) {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(isApart).toBe(true);
      }
    }
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('lead to the place on the map when tapped', async () => {
    const open = await openWithNames();
    const { page, names } = open;
    const [drawn] = (await drawnNames(page)).filter(({ id }) =>
      names.some((name) => name.id === id && name.placeId !== null),
    );
    const { left = 0, right = 0, top = 0, bottom = 0 } = drawn?.box ?? {};
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    const placeId = names.find(({ id }) => id === drawn?.id)?.placeId;
    await page.waitForFunction(
      (id) => new URLSearchParams(location.search).get('place') === id,
      placeId,
    );
    expect(new URL(page.url()).searchParams.get('panorama')).toBe(null);
    await open.close();
  });

  it('are stepped by N, said aloud, and turned to', async () => {
    const open = await openWithNames();
    const { page } = open;
    await page.keyboard.press('n');
    const said = page.locator('[data-horizon-spoken]');
    await expect.poll(() => said.textContent()).toMatch(/^Hướng \d+ giờ, [\d,]+ km, .+ m$/);
    const first = await said.textContent();
    const card = page.locator('[data-horizon-card]');
    await card.waitFor();
    await page.keyboard.press('n');
    await expect.poll(() => said.textContent()).not.toBe(first);
    const marked = page.locator('[data-horizon-tag][data-is-marked="true"]');
    await expect.poll(() => marked.getAttribute('data-is-drawn')).toBe('true');
    const box = await marked.boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - SIZE.width / 2)).toBeLessThan(60);
    await page.keyboard.press('Shift+N');
    await expect.poll(() => said.textContent()).toContain(first?.split(', ')[2] ?? 'none');
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
    await open.close();
  });

  it('are a list by the clock, and can be switched off', async () => {
    const open = await openWithNames();
    const { page, names } = open;
    await page.getByRole('button', { name: 'Xung quanh có gì' }).click();
    const items = page.getByRole('list', { name: 'Tên trên đường chân trời' }).getByRole('button');
    expect(await items.count()).toBe(names.length);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Thêm' }).click();
    const nameSwitch = page.getByRole('switch', { name: 'Tên trên đường chân trời' });
    expect(await nameSwitch.getAttribute('aria-checked')).toBe('true');
    await nameSwitch.click();
    expect(await page.locator('[data-horizon-tag]').count()).toBe(0);
    await page.reload();
    await panoramaSettled(page, ID);
    expect(await page.locator('[data-horizon-tag]').count()).toBe(0);
    await open.close();
  });
});
