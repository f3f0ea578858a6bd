import { describe, expect, it } from 'vitest';
import { panoramaLevels, panoramaTileUrl } from './tile-grid';

describe('panoramaLevels', () => {
  it('goes from 2048 px to the master in powers of two', () => {
    expect(panoramaLevels(8192)).toEqual([
      { widthPx: 2048, cols: 4, rows: 2 },
      { widthPx: 4096, cols: 8, rows: 4 },
      { widthPx: 8192, cols: 16, rows: 8 },
    ]);
  });
  it.each([
    [5760, 360],
    [6720, 420],
    [11008, 344],
    [11968, 374],
  ])('keeps every pixel of a camera’s %i in tiles of %i', (widthPx, tilePx) => {
    const finest = panoramaLevels(widthPx).at(-1);
    expect(finest?.widthPx).toBe(widthPx);
    expect(widthPx / (finest?.cols ?? 0)).toBe(tilePx);
  });
  it('never enlarges the master, and leaves out less than a column of pixels per tile', () => {
    for (const masterPx of [1024, 1500, 2050, 5001, 6001, 32766]) {
      const { widthPx = 0, cols = 0 } = panoramaLevels(masterPx).at(-1) ?? {};
      expect(masterPx - widthPx).toBeGreaterThanOrEqual(0);
      expect(masterPx - widthPx).toBeLessThan(cols);
      expect(widthPx / cols).toBeLessThanOrEqual(512);
    }
  });
  it('rejects a master that is too narrow', () => {
    expect(() => panoramaLevels(1000)).toThrow('at least 1024 px');
  });
});

describe('panoramaTileUrl', () => {
  it('fills the template', () => {
    expect(panoramaTileUrl('p/{level}/{col}_{row}.webp', { level: 2, col: 3, row: 1 })).toBe(
      'p/2/3_1.webp',
    );
  });
});
