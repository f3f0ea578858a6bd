import { describe, expect, it } from 'vitest';
import { panoramaLevels } from './tile-grid';
import { levelInView, tilesInView } from './tiles-in-view';

const LEVEL = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };
const WINDOW = { headingDeg: 0, pitchDeg: 0, verticalFovDeg: 60, widthPx: 640, heightPx: 360 };
const levels = panoramaLevels(8192);

describe('levelInView', () => {
  it('is the coarsest that is as fine as the window', () => {
    expect(levelInView(levels, WINDOW)).toBe(1);
    expect(levelInView(levels, { ...WINDOW, widthPx: 160, heightPx: 90 })).toBe(0);
  });

  it('is the finest where none is fine enough', () => {
    expect(
      levelInView(levels, { ...WINDOW, verticalFovDeg: 20, widthPx: 3840, heightPx: 2160 }),
    ).toBe(levels.length - 1);
  });
});

describe('tilesInView', () => {
  it('begins with the tile in the middle and holds its neighbours', () => {
    const tiles = tilesInView(levels, LEVEL, { ...WINDOW, headingDeg: 10, pitchDeg: 5 });
    expect(tiles[0]).toEqual({ level: 1, col: 4, row: 1 });
    expect(tiles).toContainEqual({ level: 1, col: 3, row: 2 });
    expect(tiles).not.toContainEqual({ level: 1, col: 0, row: 1 });
  });

  it('follows the heading of the picture across its seam', () => {
    const south = tilesInView(levels, { ...LEVEL, headingDeg: 180 }, WINDOW);
    const cols = new Set(south.map(({ col }) => col));
    expect([...cols].sort()).toEqual([0, 1, 6, 7]);
  });

  it('takes every column when it looks at the zenith', () => {
    const tiles = tilesInView(levels, LEVEL, { ...WINDOW, pitchDeg: 90 });
    expect(new Set(tiles.map(({ col }) => col)).size).toBe(8);
  });
});
