import { describe, expect, it } from 'vitest';
import type { RawPicture } from '../../io/picture';
import { seededRandom } from '../../testing/seeded-random';
import { judgeFlatness, judgeRepetition } from './picture-measures';

const WIDTH_PX = 2048;
const HEIGHT_PX = 1024;
/** Everything below the middle row is ground. */
const HORIZON = () => HEIGHT_PX / 2;

/** A grey picture whose brightness is a function of its pixels. */
function pictureOf(brightness: (x: number, y: number) => number): RawPicture {
  const data = new Uint8Array(WIDTH_PX * HEIGHT_PX * 3);
  for (let at = 0; at < WIDTH_PX * HEIGHT_PX; at++) {
    const value = brightness(at % WIDTH_PX, Math.floor(at / WIDTH_PX));
    data.fill(value, at * 3, at * 3 + 3);
  }
  return { data, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, channels: 3 };
}

const random = seededRandom(11);
const NOISE = Uint8Array.from({ length: WIDTH_PX * HEIGHT_PX }, () => 60 + random() * 120);
const noiseAt = (x: number, y: number): number => NOISE[y * WIDTH_PX + x] ?? 0;

describe('judgeFlatness', () => {
  it('finds no flat ground in noise', () => {
    expect(judgeFlatness(pictureOf(noiseAt), HORIZON)).toEqual({ share: 0, at: null });
  });

  it('counts one flat colour below the horizon and not the sky', () => {
    const isFlat = (x: number, y: number) => y < HEIGHT_PX / 2 || x < WIDTH_PX / 4;
    const picture = pictureOf((x, y) => (isFlat(x, y) ? 90 : noiseAt(x, y)));
    const { share, at } = judgeFlatness(picture, HORIZON);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
    expect(at?.pitchDeg).toBeLessThan(0);
    expect(at?.headingDeg).toBeGreaterThan(180);
    expect(at?.headingDeg).toBeLessThan(270);
  });
});

describe('judgeRepetition', () => {
  it('finds little in noise and in streaks', () => {
    expect(judgeRepetition(pictureOf(noiseAt), HORIZON).correlation).toBeLessThan(0.15);
    const streaks = pictureOf((x, y) => noiseAt(Math.floor(x / 40), y));
    expect(judgeRepetition(streaks, HORIZON).correlation).toBeLessThan(0.25);
  });

  it('finds a tile that is laid again and again, and by how much it is moved', () => {
    const tiles = pictureOf((x, y) => noiseAt(x % 64, y % 48));
    const { correlation, movedPx } = judgeRepetition(tiles, HORIZON);
    expect(correlation).toBeGreaterThan(0.8);
    expect([
      [64, 0],
      [0, 48],
      [64, 48],
      [-64, 48],
      [-64, 0],
    ]).toContainEqual(movedPx);
  });
});
