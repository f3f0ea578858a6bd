/** Height of a terrarium picture's zero. */
const ZERO_M = -32_768;

/**
 * Heights of a terrarium picture: `R * 256 + G + B / 256 - 32768` metres above the geoid.
 *
 * @param pixels - row by row from the north-west, `channels` bytes each
 * @param channels - 3, or 4 with transparency
 * @returns one height per pixel; NaN where the picture is transparent
 */
export function terrariumHeights(pixels: Uint8Array, channels: 3 | 4): Float32Array<ArrayBuffer> {
  const heights = new Float32Array(pixels.length / channels);
  for (let i = 0, at = 0; i < heights.length; i++, at += channels) {
    const isVoid = channels === 4 && pixels[at + 3] === 0;
    heights[i] = isVoid
      ? Number.NaN
      : pixels[at]! * 256 + pixels[at + 1]! + pixels[at + 2]! / 256 + ZERO_M;
  }
  return heights;
}
