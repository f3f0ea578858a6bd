import type { Page } from 'playwright-core';
import { decodePicture } from '../../tools/io/picture';

/** Leaves nothing but the globe's canvas, over a colour that no land has. */
export function standOverMagenta(page: Page): Promise<void> {
  return page.evaluate(() => {
    const globe = document.querySelector<HTMLElement>('[data-vendor="cesium"]');
    if (!globe) throw new Error('Expected a globe in the page.');
    globe.style.background = 'rgb(255, 0, 255)';
    const chrome = document.querySelectorAll<HTMLElement>(
      'aside, fieldset, footer, section, [role="status"]',
    );
    const overlays = [...globe.children].filter((part) => !part.querySelector('canvas'));
    for (const part of [...chrome, ...overlays]) {
      if (part instanceof HTMLElement) part.style.visibility = 'hidden';
      for (const inner of part.querySelectorAll<HTMLElement>('*'))
        inner.style.visibility = 'hidden';
    }
  });
}

/**
 * Pixels of the picture through which the background shows.
 *
 * @param fromShare - looked at from here down: 0.5 leaves out what may be sky
 */
export async function magentaPixels(page: Page, fromShare = 0): Promise<number> {
  const { data } = await decodePicture(await page.screenshot(), 'screenshot');
  let count = 0;
  const first = 3 * Math.round((fromShare * data.length) / 3);
  for (let at = first; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red > 200 && green < 60 && blue > 200) count += 1;
  }
  return count;
}
