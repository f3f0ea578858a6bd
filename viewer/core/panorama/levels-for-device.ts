import type { PanoramaLevel } from './tile-grid';

/** A device that holds textures of this edge is trusted with every level. */
const STRONG_TEXTURE_PX = 8192;

/**
 * The levels that a device can hold. A tile is small, but all tiles of a level looked at one after
 * the other lie in graphics memory together: a device whose largest texture is 4096 px gets
 * pictures up to 8192 px wide (at most 170 MB), one of 2048 px up to 4096.
 *
 * @param levels - coarse to fine
 * @param maxTexturePx - largest texture edge of the graphics context; 0 where unknown
 * @returns at least the coarsest level
 */
export function levelsForDevice(
  levels: readonly PanoramaLevel[],
  maxTexturePx: number,
): readonly PanoramaLevel[] {
  if (maxTexturePx === 0 || maxTexturePx >= STRONG_TEXTURE_PX) return levels;
  const held = levels.filter(({ widthPx }) => widthPx <= 2 * maxTexturePx);
  return held.length > 0 ? held : levels.slice(0, 1);
}
