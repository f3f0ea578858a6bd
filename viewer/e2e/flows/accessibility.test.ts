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

/** What axe finds wrong, one line a fault. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}

describe('accessibility', () => {
  it.each(['', '&place=fansipan', '&route=northwest-arc'])(
    'has no fault that axe can see on the globe?%s',
    async (query) => {
      const open = await openPage(`${baseUrl}?${LEAN}${query}`);
      await globeSettled(open.page);
      expect(await faultsOf(open.page)).toEqual([]);
      await open.close();
    },
  );

  it('has no fault that axe can see in a panorama', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&panorama=fansipan-sunrise`);
    await panoramaSettled(open.page, 'fansipan-sunrise');
    expect(await faultsOf(open.page)).toEqual([]);
    await open.close();
  });
});
