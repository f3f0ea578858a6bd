import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaPort } from '../panorama-port';
import { createPanorama } from './create-panorama';
import { type Marker, markerPictureUrl } from './marker-picture';

const RED = [230, 20, 20] as const;
const BLUE = [20, 20, 230] as const;
const WIDTH_PX = 640;
const HEIGHT_PX = 360;
const FOV_DEG = 60;
/** Vertical pixels per radian near the middle of the picture. */
const PX_PER_RAD = HEIGHT_PX / 2 / Math.tan((FOV_DEG * Math.PI) / 360);

const opened: { port: PanoramaPort; container: HTMLElement }[] = [];
afterEach(() => {
  for (const { port, container } of opened.splice(0)) {
    port.dispose();
    container.remove();
  }
});

function open(): PanoramaPort {
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;inset:0;width:${WIDTH_PX}px;height:${HEIGHT_PX}px`;
  document.body.append(container);
  const port = createPanorama(container);
  opened.push({ port, container });
  return port;
}

async function show(
  port: PanoramaPort,
  pose: PanoramaPose,
  markers: readonly Marker[],
  look: { headingDeg: number; pitchDeg: number },
): Promise<void> {
  const previewUrl = await markerPictureUrl(pose, markers);
  await port.show(
    {
      id: `marker-${previewUrl}`,
      widthPx: 1024,
      previewUrl,
      // Every tile is the same missing file: the preview stands.
      tileUrlTemplate: `${location.origin}/no-such-tile/{level}/{col}_{row}.webp`,
      levels: [{ widthPx: 1024, cols: 2, rows: 1 }],
      pose,
      spots: [],
    },
    { ...look, verticalFovDeg: FOV_DEG },
    { signal: new AbortController().signal },
  );
}

/** Middle of a colour in the drawn picture, in degrees right of and above the centre. */
async function offsetDegOf(colour: readonly number[]): Promise<{ right: number; up: number }> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const base64 = await page.screenshot({ save: false });
  const bitmap = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${base64}`)).blob(),
  );
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('Expected a 2D context, found none.');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let sumX = 0;
  let sumY = 0;
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const isColour = colour.every((part, c) => Math.abs((data[i + c] ?? 0) - part) < 40);
    if (!isColour) continue;
    sumX += (i / 4) % width;
    sumY += Math.floor(i / 4 / width);
    count += 1;
  }
  if (count < 50) throw new Error(`Expected the colour in the picture, found ${count} pixels.`);
  const scale = width / WIDTH_PX;
  const deg = (px: number): number => (Math.atan(px / scale / PX_PER_RAD) * 180) / Math.PI;
  return { right: deg(sumX / count - width / 2), up: deg(height / 2 - sumY / count) };
}

const north: Marker = { direction: { headingDeg: 0, pitchDeg: 0 }, colour: RED };
const eastAbove: Marker = { direction: { headingDeg: 90, pitchDeg: 20 }, colour: BLUE };

describe('createPanorama', () => {
  it.each([
    { headingDeg: 0, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 120, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 350, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 40, pitchDeg: 12, rollDeg: 0 },
    { headingDeg: 40, pitchDeg: 0, rollDeg: 14 },
    { headingDeg: 200, pitchDeg: -9, rollDeg: 11 },
  ])('draws north in the north and east in the east for the pose %o', async (pose) => {
    const port = open();
    await show(port, pose, [north, eastAbove], { headingDeg: 0, pitchDeg: 0 });
    const red = await offsetDegOf(RED);
    expect(Math.hypot(red.right, red.up)).toBeLessThan(1);
    port.setLook({ headingDeg: 90, pitchDeg: 20, verticalFovDeg: FOV_DEG });
    const blue = await offsetDegOf(BLUE);
    expect(Math.hypot(blue.right, blue.up)).toBeLessThan(1);
  });

  it('says where it looks by the compass', async () => {
    const port = open();
    const pose = { headingDeg: 77, pitchDeg: 0, rollDeg: 0 };
    await show(port, pose, [north], { headingDeg: 300, pitchDeg: -5 });
    const look = port.look();
    expect(look.headingDeg).toBeCloseTo(300, 3);
    expect(look.pitchDeg).toBeCloseTo(-5, 3);
    expect(look.verticalFovDeg).toBeCloseTo(FOV_DEG, 1);
  });

  it('refuses a picture that is not there with a coded error', async () => {
    const port = open();
    const missing = port.show(
      {
        id: 'missing',
        widthPx: 1024,
        previewUrl: `${location.origin}/no-such-preview.webp`,
        tileUrlTemplate: '',
        levels: [{ widthPx: 1024, cols: 2, rows: 1 }],
        pose: { headingDeg: 0, pitchDeg: 0, rollDeg: 0 },
        spots: [],
      },
      { headingDeg: 0, pitchDeg: 0, verticalFovDeg: FOV_DEG },
      { signal: new AbortController().signal },
    );
    await expect(missing).rejects.toMatchObject({ code: 'panorama-unavailable' });
  });

  it('opens twenty pictures in one canvas', async () => {
    const port = open();
    for (let i = 0; i < 20; i++) {
      const pose = { headingDeg: i * 18, pitchDeg: 0, rollDeg: 0 };
      await show(port, pose, [north], { headingDeg: 0, pitchDeg: 0 });
    }
    expect(document.querySelectorAll('canvas').length).toBe(1);
  });
});
