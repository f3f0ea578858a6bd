import { AssetError } from '#core/errors';
import type { PictureFacts } from './picture';

/** 32768 x 16384: what is read row by row, in at most 1 GiB. */
export const MAX_PICTURE_PIXELS = 32768 * 16384;
/** 16384 x 8192: what decodes into 400 MB, for formats that cannot be read row by row. */
const MAX_WHOLE_PIXELS = 16384 * 8192;

/**
 * Refuses what would not fit in the memory we promise to keep to.
 *
 * WebP and AVIF decode whole (WebP ends at 16383 px anyhow), so do progressive JPEG and interlaced
 * PNG, and pictures that have to be turned.
 *
 * @throws AssetError `picture-too-large` or `picture-not-streamable`
 */
export function requireReadableSize(facts: PictureFacts, file: string): void {
  const { format, widthPx, heightPx } = facts;
  const pixels = widthPx * heightPx;
  const found = `${widthPx} x ${heightPx}`;
  if (pixels > MAX_PICTURE_PIXELS) {
    throw new AssetError('picture-too-large', {
      file,
      expected: 'at most 32768 x 16384 pixels',
      found,
      fix: 'Scale it down to 32768 x 16384 and add that file.',
    });
  }
  const reason = wholeReason(facts);
  if (pixels <= MAX_WHOLE_PIXELS || reason === undefined) return;
  throw new AssetError('picture-not-streamable', {
    file,
    expected: `at most 16384 x 8192 pixels in ${reason}, which is only decoded whole`,
    found: `${found} in ${format}`,
    fix: 'Save it as a baseline (not progressive) JPEG, upright, and add that file.',
  });
}

function wholeReason({ format, isProgressive, orientation }: PictureFacts): string | undefined {
  if (format === 'webp' || format === 'avif') return format === 'webp' ? 'WebP' : 'AVIF';
  if (isProgressive) return format === 'png' ? 'an interlaced PNG' : 'a progressive JPEG';
  return orientation === 1 ? undefined : 'a picture that has to be turned';
}

/** A file that is a picture by its start and does not decode. */
export function unreadablePicture(file: string, cause: Error): AssetError {
  return new AssetError(
    'picture-unreadable',
    {
      file,
      expected: 'a whole picture',
      found: cause.message.split('\n')[0] ?? 'a file that does not decode',
      fix: 'Copy it from the camera again; the file may have been cut off on the way.',
    },
    { cause },
  );
}
