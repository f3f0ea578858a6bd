import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { enuFromCamera, enuOfDirection } from '#core/panorama/direction';
import { linkArrowOf } from '#core/panorama/link-arrow';
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
      videoUrl: null,
      spots: [],
    },
    { ...look, verticalFovDeg: FOV_DEG },
    { signal: new AbortController().signal },
  );
}

/**
 * Direction of the middle of a colour in the drawn picture, found by its pixels alone.
 *
 * @returns a unit vector: east, north, up
 */
async function drawnDirectionOf(
  colour: readonly number[],
  look: { headingDeg: number; pitchDeg: number },
): Promise<readonly [number, number, number]> {
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
  const scale = width / WIDTH_PX;
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const isColour = colour.every((part, c) => Math.abs((data[i + c] ?? 0) - part) < 40);
    if (!isColour) continue;
    const right = ((i / 4) % width) + 0.5 - width / 2;
    const up = height / 2 - Math.floor(i / 4 / width) - 0.5;
    const ray = enuFromCamera([right / scale, PX_PER_RAD, up / scale], { ...look, rollDeg: 0 });
    // Each pixel by the solid angle it covers: far from the middle they cover less.
    const length = Math.hypot(...ray);
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (ray[c] ?? 0) / length ** 4;
    count += 1;
  }
  if (count < 50) throw new Error(`Expected ${colour} in the picture, found ${count} pixels.`);
  const length = Math.hypot(...sum);
  return [(sum[0] ?? 0) / length, (sum[1] ?? 0) / length, (sum[2] ?? 0) / length];
}

/** Known colours at known directions, over the whole sphere. */
const MARKERS: readonly Marker[] = [
  { direction: { headingDeg: 0, pitchDeg: 0 }, colour: RED },
  { direction: { headingDeg: 90, pitchDeg: 20 }, colour: BLUE },
  { direction: { headingDeg: 180, pitchDeg: -15 }, colour: [20, 230, 20] },
  { direction: { headingDeg: 270, pitchDeg: 5 }, colour: [230, 230, 20] },
  { direction: { headingDeg: 45, pitchDeg: 55 }, colour: [230, 20, 230] },
  { direction: { headingDeg: 225, pitchDeg: -50 }, colour: [20, 230, 230] },
  { direction: { headingDeg: 315, pitchDeg: 80 }, colour: [240, 130, 20] },
  { direction: { headingDeg: 135, pitchDeg: -78 }, colour: [130, 20, 240] },
];
const north: Marker = { direction: { headingDeg: 0, pitchDeg: 0 }, colour: RED };
const LARGEST_ERROR_DEG = 0.5;

/** Brightest green of the lowest fifth of a picture: letters are mist white. */
async function brightestBelow(picture: Blob): Promise<number> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const top = Math.floor(bitmap.height * 0.8);
  const { data } = context?.getImageData(0, top, bitmap.width, bitmap.height - top) ?? { data: [] };
  let brightest = 0;
  for (let i = 1; i < data.length; i += 4) brightest = Math.max(brightest, data[i] ?? 0);
  return brightest;
}

describe('createPanorama', () => {
  it.each([
    { headingDeg: 0, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 120, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 350, pitchDeg: 0, rollDeg: 0 },
    { headingDeg: 40, pitchDeg: 12, rollDeg: 0 },
    { headingDeg: 40, pitchDeg: -25, rollDeg: 0 },
    { headingDeg: 40, pitchDeg: 0, rollDeg: 14 },
    { headingDeg: 300, pitchDeg: 0, rollDeg: -35 },
    { headingDeg: 200, pitchDeg: -9, rollDeg: 11 },
    { headingDeg: 75, pitchDeg: 31, rollDeg: -22 },
    { headingDeg: 260, pitchDeg: 60, rollDeg: 100 },
  ])('draws every direction within half a degree for the pose %o', async (pose) => {
    const port = open();
    await show(port, pose, MARKERS, { headingDeg: 0, pitchDeg: 0 });
    const errorsDeg: number[] = [];
    for (const { direction, colour } of MARKERS) {
      // A little beside it, so that more than the middle of the picture is asked.
      const look = {
        headingDeg: direction.headingDeg + 7,
        pitchDeg: direction.pitchDeg > 0 ? direction.pitchDeg - 5 : direction.pitchDeg + 5,
      };
      port.setLook({ ...look, verticalFovDeg: FOV_DEG });
      const drawn = await drawnDirectionOf(colour, look);
      const expected = enuOfDirection(direction);
      const cosine = drawn.reduce((sum, part, c) => sum + part * (expected[c] ?? 0), 0);
      errorsDeg.push((Math.acos(Math.min(1, cosine)) * 180) / Math.PI);
    }
    expect(Math.max(...errorsDeg)).toBeLessThan(LARGEST_ERROR_DEG);
  });

  it('turns, then walks into the next picture, with the world where it was', async () => {
    const port = open();
    await show(port, { headingDeg: 30, pitchDeg: 0, rollDeg: 0 }, MARKERS, {
      headingDeg: 180,
      pitchDeg: 0,
    });
    port.face({ headingDeg: 90, pitchDeg: 0 });
    await show(port, { headingDeg: 250, pitchDeg: 8, rollDeg: -6 }, MARKERS, {
      headingDeg: 90,
      pitchDeg: 0,
    });
    expect(port.look().headingDeg).toBeCloseTo(90, 3);
    const blue = await drawnDirectionOf(BLUE, { headingDeg: 90, pitchDeg: 0 });
    const east = enuOfDirection({ headingDeg: 90, pitchDeg: 20 });
    expect(blue.reduce((sum, part, c) => sum + part * (east[c] ?? 0), 0)).toBeGreaterThan(
      Math.cos((LARGEST_ERROR_DEG * Math.PI) / 180),
    );
  });

  it('lays the arrow of a link on the ground in the direction of the next picture', async () => {
    const port = open();
    const pose = { headingDeg: 140, pitchDeg: 5, rollDeg: 9 };
    await show(port, pose, [], { headingDeg: 222, pitchDeg: -15 });
    const arrow = linkArrowOf({ headingDeg: 222, pitchDeg: 0 });
    port.setSpots([
      {
        id: 'link:next',
        kind: 'link',
        headingDeg: arrow.headingDeg,
        pitchDeg: arrow.pitchDeg,
        label: '',
        labelLanguage: 'vi',
        arrow,
      },
    ]);
    // Without the page's styles the arrow is white.
    const drawn = await drawnDirectionOf([250, 250, 250], { headingDeg: 222, pitchDeg: -15 });
    const headingDeg = (Math.atan2(drawn[0], drawn[1]) * 180) / Math.PI;
    expect(Math.abs(((headingDeg - 222 + 540) % 360) - 180)).toBeLessThan(LARGEST_ERROR_DEG);
    expect((Math.asin(drawn[2]) * 180) / Math.PI).toBeLessThan(-10);
  });

  it('tells how many tiles failed and that nothing more is to come', async () => {
    const port = open();
    const told: (string | number)[] = [];
    port.on('tilesSettled', (id) => told.push(id));
    port.on('tilesFailed', (count) => told.push(count));
    await show(port, { headingDeg: 0, pitchDeg: 0, rollDeg: 0 }, [north], {
      headingDeg: 0,
      pitchDeg: 0,
    });
    await expect.poll(() => told.some((one) => typeof one === 'string')).toBe(true);
    expect(told.filter((one) => typeof one === 'number').at(-1)).toBeGreaterThan(0);
  });

  it('bakes lines of text into a picture of what is seen', async () => {
    const port = open();
    await show(port, { headingDeg: 0, pitchDeg: 0, rollDeg: 0 }, [north], {
      headingDeg: 0,
      pitchDeg: 0,
    });
    const pictures = [await port.capture([]), await port.capture(['Fansipan', 'CC BY 4.0'])];
    const brightness = await Promise.all(pictures.map((picture) => brightestBelow(picture)));
    expect(pictures.map(({ type }) => type)).toEqual(['image/jpeg', 'image/jpeg']);
    expect(brightness[0]).toBeLessThan(160);
    expect(brightness[1]).toBeGreaterThan(215);
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
        videoUrl: null,
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
