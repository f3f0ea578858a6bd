import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Blur } from '#scene';
import { walkFiles, writeInto } from '../io/files';
import { decodePicture, encodeMaster, type RawPicture } from '../io/picture';
import { seededRandom } from '../testing/seeded-random';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { blurRows } from './blur-rows';
import { memoryRows } from './memory-rows';
import { findMaster } from './panorama-files';
import { ensurePanoramaTiles } from './panorama-tiles';

const WIDTH_PX = 2048;
/** About the middle of the picture, a face at some metres. */
const FACE: Blur = { shape: 'ellipse', yawDeg: 30, pitchDeg: -10, widthDeg: 8, heightDeg: 10 };

/** Black and white pixels at random: the most detail there can be. */
function noise(widthPx: number): RawPicture {
  const random = seededRandom(3);
  const data = new Uint8Array((widthPx * widthPx * 3) / 2);
  for (let at = 0; at < data.length; at += 3) data.fill(random() < 0.5 ? 0 : 255, at, at + 3);
  return { data, widthPx, heightPx: widthPx / 2, channels: 3 };
}

/** Mean difference of horizontal neighbours in a box about a direction, 0 to 255. */
function detail(picture: RawPicture, yawDeg: number, pitchDeg: number, halfDeg: number): number {
  const { data, widthPx, heightPx } = picture;
  const perDeg = widthPx / 360;
  const col = (0.5 + yawDeg / 360) * widthPx;
  const row = (0.5 - pitchDeg / 180) * heightPx;
  let sum = 0;
  let count = 0;
  for (let y = Math.ceil(row - halfDeg * perDeg); y < row + halfDeg * perDeg; y++) {
    for (let x = Math.ceil(col - halfDeg * perDeg); x < col + halfDeg * perDeg; x++) {
      const at = (y * widthPx + ((x + widthPx) % widthPx)) * 3;
      const beside = (y * widthPx + ((x + 1 + widthPx) % widthPx)) * 3;
      sum += Math.abs((data[at] ?? 0) - (data[beside] ?? 0));
      count++;
    }
  }
  return sum / count;
}

describe('blurRows', () => {
  it('leaves no detail inside and every pixel outside', async () => {
    const picture = noise(WIDTH_PX);
    const before = picture.data.slice();
    await blurRows(memoryRows(picture), [FACE]);
    expect(detail(picture, 30, -10, 2.5)).toBeLessThan(2);
    let changed = 0;
    let farthestDeg = 0;
    for (let i = 0; i < before.length; i += 3) {
      if (before[i] === picture.data[i]) continue;
      changed++;
      const yaw = (((i / 3) % WIDTH_PX) / WIDTH_PX - 0.5) * 360;
      const pitch = (0.5 - Math.floor(i / 3 / WIDTH_PX) / (WIDTH_PX / 2)) * 180;
      farthestDeg = Math.max(farthestDeg, Math.hypot(yaw - 30, pitch + 10));
    }
    expect(changed).toBeGreaterThan(1500);
    expect(farthestDeg).toBeLessThan(5.6);
  });

  it('keeps nothing but a few means: other detail of the same means gives the same bytes', async () => {
    const one = noise(WIDTH_PX);
    const mirrored = { ...one, data: one.data.slice() };
    // Swaps neighbours two by two, which changes no mean by more than a pixel at an edge.
    for (let at = 0; at + 6 <= mirrored.data.length; at += 6) {
      const left = mirrored.data.slice(at, at + 3);
      mirrored.data.copyWithin(at, at + 3, at + 6);
      mirrored.data.set(left, at + 3);
    }
    await blurRows(memoryRows(one), [FACE]);
    await blurRows(memoryRows(mirrored), [FACE]);
    const row = Math.round((0.5 + 10 / 180) * one.heightPx);
    const from = (row * WIDTH_PX + Math.round((0.5 + 28 / 360) * WIDTH_PX)) * 3;
    for (let at = from; at < from + 60; at++) {
      expect(Math.abs((one.data[at] ?? 0) - (mirrored.data[at] ?? 0))).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ['across the seam', { ...FACE, shape: 'rectangle', yawDeg: 179 }],
    ['at the zenith', { ...FACE, shape: 'rectangle', pitchDeg: 90, widthDeg: 20, heightDeg: 20 }],
  ] as const)('reaches %s', async (_, blur) => {
    const picture = noise(1024);
    await blurRows(memoryRows(picture), [blur]);
    const yawDeg = blur.pitchDeg === 90 ? 77 : 179;
    const pitchDeg = blur.pitchDeg === 90 ? 85 : -10;
    expect(detail(picture, yawDeg, pitchDeg, 1.5)).toBeLessThan(6);
    expect(detail(picture, yawDeg === 77 ? 77 : -179, pitchDeg, 1.5)).toBeLessThan(6);
  });
});

describe('ensurePanoramaTiles with blurs', () => {
  let project: TempProject;
  beforeEach(async () => {
    project = await makeTempProject();
  });
  afterEach(() => project.remove());

  it('blurs every level, the preview and the still, under an address of their own', async () => {
    const { rootDir } = project;
    const master = await encodeMaster(noise(2560), 'png');
    await writeInto(join(rootDir, 'panoramas/a/master.png'), master);
    const plain = await findMaster(rootDir, 'a');
    const record = {
      schemaVersion: 1,
      id: 'a',
      kind: 'photo',
      placeId: 'sa-pa',
      title: { vi: 'A', en: 'A' },
      description: { vi: 'A.', en: 'A.' },
      isDraft: true,
      blurs: [FACE],
    };
    const path = join(rootDir, 'scenes/northwest/lao-cai/panoramas/a.json');
    await writeInto(path, JSON.stringify(record));
    const { hash8, levels } = await ensurePanoramaTiles(rootDir, 'a');
    expect(hash8).not.toBe(plain.hash8);
    const built = join(rootDir, 'panoramas/a/built', hash8);
    for (const [index, { widthPx, cols }] of levels.entries()) {
      const tilePx = widthPx / cols;
      const x = (0.5 + 30 / 360) * widthPx;
      const y = (0.5 + 10 / 180) * (widthPx / 2);
      const name = `${index}/${Math.floor(x / tilePx)}_${Math.floor(y / tilePx)}.webp`;
      const tile = await decodePicture(await readFile(join(built, name)), name);
      const at = (Math.floor(y % tilePx) * tilePx + Math.floor(x % tilePx)) * 3;
      const run = [...tile.data.subarray(at, at + 12)].filter((_, i) => i % 3 === 0);
      expect(Math.max(...run) - Math.min(...run), name).toBeLessThan(20);
    }
    const preview = await decodePicture(await readFile(join(built, 'preview.webp')), 'preview');
    expect(detail(preview, 30, -10, 2)).toBeLessThan(detail(preview, -60, -10, 2) / 3);
    expect((await walkFiles(built)).some((file) => file.startsWith('thumbnail-'))).toBe(true);
  });
});
