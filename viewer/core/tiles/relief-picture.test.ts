import { describe, expect, it } from 'vitest';
import { mercatorCoverage, mercatorTilesAround, mercatorWindow } from './mercator-ground';
import { type HeightWindow, paintRelief, RELIEF_MARGIN_PX } from './relief-picture';

const SIDE_PX = 16;
const STRIDE = SIDE_PX + 2 * RELIEF_MARGIN_PX;
const ALL = { cols: new Float32Array(SIDE_PX).fill(1), rows: new Float32Array(SIDE_PX).fill(1) };

/** Heights by metres east and south of the window's corner, 40 m pixels. */
function windowOf(heightM: (eastM: number, southM: number) => number): HeightWindow {
  const heightsOrthometricM = Float32Array.from({ length: STRIDE * STRIDE }, (_, i) =>
    heightM((i % STRIDE) * 40, Math.floor(i / STRIDE) * 40),
  );
  return { sidePx: SIDE_PX, marginPx: RELIEF_MARGIN_PX, heightsOrthometricM, metresPerPx: 40 };
}

function middle(rgba: Uint8ClampedArray): readonly number[] {
  const at = 4 * (8 * SIDE_PX + 8);
  return [...rgba.slice(at, at + 4)];
}

const brightness = ([r = 0, g = 0, b = 0]: readonly number[]): number => r + g + b;

describe('paintRelief', () => {
  it('lights slopes that face the north-west and shades those that turn away', () => {
    const facing = middle(
      paintRelief(
        windowOf((e, s) => 800 + 0.3 * (e + s)),
        ALL,
      ),
    );
    const level = middle(
      paintRelief(
        windowOf(() => 1200),
        ALL,
      ),
    );
    const averted = middle(
      paintRelief(
        windowOf((e, s) => 1600 - 0.3 * (e + s)),
        ALL,
      ),
    );
    expect(brightness(facing)).toBeGreaterThan(brightness(level) + 20);
    expect(brightness(averted)).toBeLessThan(brightness(level) - 60);
  });

  it('is green in the valleys and pale on the crests', () => {
    const [r = 0, g = 0, b = 0] = middle(
      paintRelief(
        windowOf(() => 300),
        ALL,
      ),
    );
    expect(g).toBeGreaterThan(r + 15);
    expect(g).toBeGreaterThan(b + 40);
    expect(
      Math.min(
        ...middle(
          paintRelief(
            windowOf(() => 3100),
            ALL,
          ),
        ),
      ),
    ).toBeGreaterThan(190);
  });

  it('leaves the sea to what lies below, and fades with its coverage', () => {
    expect(
      middle(
        paintRelief(
          windowOf(() => 0),
          ALL,
        ),
      )[3],
    ).toBe(0);
    const half = { ...ALL, rows: new Float32Array(SIDE_PX).fill(0.5) };
    expect(
      middle(
        paintRelief(
          windowOf(() => 900),
          half,
        ),
      )[3],
    ).toBe(128);
  });

  it('paints the same pixels at a seam from either side', () => {
    const wave = (px: number, py: number): number =>
      900 + 300 * Math.sin(px / 5) * Math.cos(py / 7);
    const tileOf = (x: number, y: number) => ({
      sidePx: SIDE_PX,
      heightsOrthometricM: Float32Array.from({ length: SIDE_PX * SIDE_PX }, (_, i) =>
        wave(x * SIDE_PX + (i % SIDE_PX), y * SIDE_PX + Math.floor(i / SIDE_PX)),
      ),
    });
    // A tile with a margin of one pixel less shows what its neighbour shows there.
    const left = mercatorWindow({ zoom: 9, x: 403, y: 222 }, RELIEF_MARGIN_PX, tileOf);
    const right = mercatorWindow({ zoom: 9, x: 404, y: 222 }, RELIEF_MARGIN_PX, tileOf);
    const beside = (window: HeightWindow, px: number): number =>
      window.heightsOrthometricM[20 * STRIDE + px] ?? Number.NaN;
    expect(beside(left, SIDE_PX + RELIEF_MARGIN_PX)).toBe(beside(right, RELIEF_MARGIN_PX));
    expect(beside(left, SIDE_PX + RELIEF_MARGIN_PX - 1)).toBe(beside(right, RELIEF_MARGIN_PX - 1));
  });
});

describe('mercatorTilesAround', () => {
  it('names nine tiles, fewer at the edge of the world, each once', () => {
    expect(mercatorTilesAround({ zoom: 9, x: 403, y: 222 })).toHaveLength(9);
    expect(mercatorTilesAround({ zoom: 9, x: 0, y: 0 })).toHaveLength(6);
    expect(mercatorTilesAround({ zoom: 0, x: 0, y: 0 })).toHaveLength(1);
  });
});

describe('mercatorCoverage', () => {
  it('is whole inside a box, nothing outside', () => {
    const box = { westDeg: 101, southDeg: 19, eastDeg: 107, northDeg: 24 };
    const inside = mercatorCoverage({ zoom: 9, x: 403, y: 222 }, 4, box);
    expect([...inside.cols, ...inside.rows]).toEqual(new Array(8).fill(1));
    expect([...mercatorCoverage({ zoom: 9, x: 100, y: 222 }, 4, box).cols]).toEqual([0, 0, 0, 0]);
  });
});
