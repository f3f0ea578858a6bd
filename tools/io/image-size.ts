import sharp from 'sharp';
import { AssetError } from '#core/errors';

/** Size of a picture in pixels, after its orientation flag. */
export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Size of a picture, read from its header only.
 *
 * @throws AssetError `image-unreadable`
 */
export async function imageSize(path: string): Promise<ImageSize> {
  try {
    const { width, height, autoOrient } = await sharp(path).metadata();
    return { widthPx: autoOrient?.width ?? width, heightPx: autoOrient?.height ?? height };
  } catch (cause) {
    throw new AssetError(
      'image-unreadable',
      {
        file: path,
        expected: 'a picture (JPEG, PNG or WebP)',
        found: cause instanceof Error ? cause.message : String(cause),
        fix: 'Export the picture again.',
      },
      { cause },
    );
  }
}
