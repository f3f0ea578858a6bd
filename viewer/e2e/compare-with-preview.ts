import type { Page } from 'playwright-core';
import { directionOfEnu, enuFromCamera } from '#core/panorama/direction';
import { decodePicture, type RawPicture } from '../../tools/io/picture';
import type { PanoramaLook } from '../adapters/panorama-port';

/** Edge of the squares whose mean colours are compared. */
const BLOCK_PX = 16;

/** How far the drawn panorama is from its preview. */
export interface PreviewComparison {
  /** Mean absolute difference of block colours, 0 to 255. */
  readonly meanDifference: number;
  /** Spread of the drawn blocks' brightness: a blank picture has none. */
  readonly drawnContrast: number;
}

/**
 * Compares what the page draws with the preview picture seen in the same direction.
 *
 * @param look - where the panorama is looked at; the picture's pose heading is 0
 * @param previewUrl - absolute address of the preview
 */
export async function compareWithPreview(
  page: Page,
  look: PanoramaLook,
  previewUrl: string,
): Promise<PreviewComparison> {
  const preview = await decodePicture(
    await (await page.request.get(previewUrl)).body(),
    previewUrl,
  );
  const drawn = await decodePicture(await screenshotWithoutChrome(page), 'screenshot');
  const focalPx = drawn.heightPx / 2 / Math.tan((look.verticalFovDeg * Math.PI) / 360);
  let sum = 0;
  let count = 0;
  const brightness: number[] = [];
  for (let y = BLOCK_PX; y + BLOCK_PX <= drawn.heightPx - BLOCK_PX; y += BLOCK_PX) {
    for (let x = BLOCK_PX; x + BLOCK_PX <= drawn.widthPx - BLOCK_PX; x += BLOCK_PX) {
      const shown = [0, 0, 0];
      const expected = [0, 0, 0];
      for (let dy = 1; dy < BLOCK_PX; dy += 2) {
        for (let dx = 1; dx < BLOCK_PX; dx += 2) {
          addPixel(shown, drawn, x + dx, y + dy);
          const right = (x + dx + 0.5 - drawn.widthPx / 2) / focalPx;
          const up = (drawn.heightPx / 2 - y - dy - 0.5) / focalPx;
          const seen = directionOfEnu(enuFromCamera([right, 1, up], { ...look, rollDeg: 0 }));
          const u = (seen.headingDeg / 360 + 0.5) % 1;
          addPixel(
            expected,
            preview,
            Math.floor(u * preview.widthPx),
            Math.floor((0.5 - seen.pitchDeg / 180) * preview.heightPx),
          );
        }
      }
      const samples = (BLOCK_PX / 2) ** 2;
      for (let c = 0; c < 3; c++) sum += Math.abs((shown[c] ?? 0) - (expected[c] ?? 0)) / samples;
      count += 3;
      brightness.push((shown[1] ?? 0) / samples);
    }
  }
  const mean = brightness.reduce((a, b) => a + b, 0) / brightness.length;
  const variance = brightness.reduce((a, b) => a + (b - mean) ** 2, 0) / brightness.length;
  return { meanDifference: sum / count, drawnContrast: Math.sqrt(variance) };
}

function addPixel(sum: number[], picture: RawPicture, x: number, y: number): void {
  const at = (Math.min(y, picture.heightPx - 1) * picture.widthPx + x) * 3;
  for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (picture.data[at + c] ?? 0);
}

/** The canvas alone: buttons, titles and spots over it are hidden for the moment. */
async function screenshotWithoutChrome(page: Page): Promise<Uint8Array> {
  const setHidden = (isHidden: boolean): Promise<void> =>
    page.evaluate((hide) => {
      for (const element of document.querySelectorAll<HTMLElement>(
        '[data-panorama-view] > :not([data-vendor]), .psv-markers, .psv-loader-container',
      )) {
        element.style.visibility = hide ? 'hidden' : '';
      }
    }, isHidden);
  await setHidden(true);
  const picture = await page.screenshot();
  await setHidden(false);
  return picture;
}
