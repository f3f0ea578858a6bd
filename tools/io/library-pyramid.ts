import sharp from 'sharp';

/**
 * Tiles as the picture library writes them by itself (`tile()`, layout of Google): what our own
 * tiler is timed against.
 */
export async function writeLibraryPyramid(path: string, outDir: string): Promise<void> {
  await sharp(path, { sequentialRead: true })
    .webp({ quality: 80, effort: 4 })
    .tile({ size: 512, layout: 'google' })
    .toFile(outDir);
}

/** A picture scaled to this size, as JPEG. */
export async function scaledJpeg(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
): Promise<Buffer> {
  return sharp(bytes).resize(widthPx, heightPx, { fit: 'fill' }).jpeg({ quality: 92 }).toBuffer();
}
