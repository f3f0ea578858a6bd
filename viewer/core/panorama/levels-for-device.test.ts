import { describe, expect, it } from 'vitest';
import { levelsForDevice } from './levels-for-device';
import { panoramaLevels } from './tile-grid';

describe('levelsForDevice', () => {
  const levels = panoramaLevels(32_768);

  it('gives a strong device every level', () => {
    expect(levelsForDevice(levels, 16_384)).toEqual(levels);
    expect(levelsForDevice(levels, 0)).toEqual(levels);
  });

  it('gives a device with textures of 4096 px pictures up to 8192 px', () => {
    expect(levelsForDevice(levels, 4096).at(-1)?.widthPx).toBe(8192);
  });

  it('gives the weakest device the coarsest level', () => {
    expect(levelsForDevice(levels, 512)).toEqual(levels.slice(0, 1));
  });
});
