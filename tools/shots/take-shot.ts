import type { Browser } from 'playwright-core';
import type { Shot } from './shot-plan';

/** Without a GPU a large globe takes its time. */
const SETTLE_LIMIT_MS = 240_000;

/**
 * Opens a state of the application and takes its picture when it has settled.
 *
 * @returns PNG
 * @throws Error where the page reports an error, or does not settle within four minutes
 */
export async function takeShot(browser: Browser, baseUrl: string, shot: Shot): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: shot.size.widthPx, height: shot.size.heightPx },
    deviceScaleFactor: 1,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    // The offer of a first visit is not what the pictures are about.
    await page.addInitScript("localStorage.setItem('northwest-arc.online-terrain', 'no')");
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${baseUrl}?${shot.query}`);
    await page.waitForSelector(shot.settledSelector, {
      state: 'attached',
      timeout: SETTLE_LIMIT_MS,
    });
    const png = await page.screenshot({ timeout: SETTLE_LIMIT_MS, animations: 'disabled' });
    if (faults.length > 0) throw new Error(`${shot.name}: ${faults.join('; ')}`);
    return png;
  } finally {
    await context.close();
  }
}
