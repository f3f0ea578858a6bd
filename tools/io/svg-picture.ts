import sharp from 'sharp';

/** Draws an SVG as a PNG, at its own size in pixels. */
export async function pngFromSvg(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer();
}
