import type { Tile } from '../plants/tile';

/**
 * Averages a strip's samples to pixels of the frame; bright samples count less, so that edges
 * against the sky stay smooth.
 *
 * @param samples - across a pixel
 * @param frame - linear light of the whole picture, three numbers a pixel
 */
export function resolveTile(
  tile: Tile,
  samples: number,
  firstPx: number,
  frame: Float32Array,
): void {
  const { rgb, columns } = tile;
  const widthPx = tile.allColumns / samples;
  const light = [0, 0, 0];
  for (let row = 0; row < tile.rows / samples; row++) {
    for (let px = 0; px < columns / samples; px++) {
      light.fill(0);
      let weight = 0;
      for (let k = 0; k < samples * samples; k++) {
        const sampleRow = row * samples + Math.floor(k / samples);
        const q = (sampleRow * columns + px * samples + (k % samples)) * 3;
        const w = 1 / (1 + 0.25 * Math.max(rgb[q]!, rgb[q + 1]!, rgb[q + 2]!));
        for (let c = 0; c < 3; c++) light[c]! += rgb[q + c]! * w;
        weight += w;
      }
      const o = (row * widthPx + firstPx + px) * 3;
      for (let c = 0; c < 3; c++) frame[o + c] = light[c]! / weight;
    }
  }
}
