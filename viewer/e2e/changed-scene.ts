import type { Page } from 'playwright-core';
import type { PanoramaDetail } from '#scene';

/** A panorama's details with every field that may be changed. */
export type DetailChange = (detail: PanoramaDetail) => Partial<PanoramaDetail>;

/**
 * Lets the page read a panorama's details as an editor might have written them; everything else
 * stays as it is served.
 */
export async function changeDetail(
  page: Page,
  panoramaId: string,
  change: DetailChange,
): Promise<void> {
  await page.route(`**/scene/details/panorama/${panoramaId}.*.json`, async (route) => {
    const response = await route.fetch();
    const detail = (await response.json()) as PanoramaDetail;
    await route.fulfill({ response, json: { ...detail, ...change(detail) } });
  });
}
