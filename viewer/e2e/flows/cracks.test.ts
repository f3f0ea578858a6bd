import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { magentaPixels, standOverMagenta } from '../magenta';
import { globeSettled, LEAN, openPage, startBrowser, stopBrowser } from '../open-page';

const baseUrl = inject('baseUrl');
const CAMERAS = process.env['LONG'] === '1' ? 50 : 5;

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Addresses of cameras over the region that look down steeply enough to see no sky. */
function seededCameras(count: number): string[] {
  let state = 20261121;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const lonDeg = (102.4 + random() * 3.2).toFixed(4);
    const latDeg = (20.8 + random() * 2).toFixed(4);
    const heightM = Math.round(6000 + random() ** 2 * 80_000);
    const headingDeg = Math.round(random() * 359);
    const pitchDeg = -Math.round(48 + random() * 30);
    return `${lonDeg},${latDeg},${heightM},${headingDeg},${pitchDeg}`;
  });
}

describe('the ground', () => {
  it('has no crack through which the background shows', async () => {
    const open = await openPage('about:blank');
    const cracks: Record<string, number> = {};
    for (const camera of seededCameras(CAMERAS)) {
      await open.page.goto(`${baseUrl}?${LEAN}&camera=${camera}`);
      await globeSettled(open.page);
      await standOverMagenta(open.page);
      const pixels = await magentaPixels(open.page);
      if (pixels > 0) cracks[camera] = pixels;
    }
    expect(cracks).toEqual({});
    await open.close();
  }, 600_000);

  it('is told from the background by the same look', async () => {
    const open = await openPage(`${baseUrl}?${LEAN}&camera=104,21,3000,0,10`);
    await globeSettled(open.page);
    await standOverMagenta(open.page);
    expect(await magentaPixels(open.page)).toBeGreaterThan(10_000);
    await open.close();
  });
});
