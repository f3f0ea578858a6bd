import { AssetError, ProjectError } from '#core/errors';
import { readPictureFacts } from './picture';

/** Size of a picture in pixels, after its orientation flag. */
export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** EXIF orientations from 5 on swap width and height. */
const FIRST_SWAPPED = 5;

/**
 * Size of a picture, read from its header only.
 *
 * @throws AssetError `image-unreadable`
 */
export async function imageSize(path: string): Promise<ImageSize> {
  try {
    const { widthPx, heightPx, orientation } = await readPictureFacts(path, path);
    return orientation >= FIRST_SWAPPED
      ? { widthPx: heightPx, heightPx: widthPx }
      : { widthPx, heightPx };
  } catch (cause) {
    throw new AssetError(
      'image-unreadable',
      {
        file: path,
        expected: 'a picture (JPEG, PNG or WebP)',
        found: foundOf(cause),
        fix: 'Export the picture again.',
      },
      { cause },
    );
  }
}

function foundOf(cause: unknown): string {
  if (cause instanceof ProjectError) return cause.details.found;
  return cause instanceof Error ? cause.message : String(cause);
}
