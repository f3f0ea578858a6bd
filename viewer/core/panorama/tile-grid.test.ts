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
  it('never enlarges the master', () => {
    expect(panoramaLevels(5760).at(-1)?.widthPx).toBe(4096);
    expect(panoramaLevels(1500)).toEqual([{ widthPx: 1024, cols: 2, rows: 1 }]);
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
