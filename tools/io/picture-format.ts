/** Formats of pictures that we take in. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff';

/** Bytes from the start of a file that {@link pictureFormatOf} wants. */
export const FORMAT_HEAD_BYTES = 64;

/**
 * The format that a file's first bytes promise. Nothing else is ever handed to the decoders, so
 * that a file that is something else under the name of a picture (SVG, PDF, a script) never
 * reaches the library's many other readers.
 *
 * @param head - at least 16 bytes, or the whole file
 */
export function pictureFormatOf(head: Uint8Array): PictureFormat | undefined {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'webp';
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(latin(head, 0, 4))) return 'tiff';
  if (latin(head, 4, 8) === 'ftyp' && /avi[fs]/.test(latin(head, 8, FORMAT_HEAD_BYTES))) {
    return 'avif';
  }
  return undefined;
}

/** What a file that is no picture of ours looks like, for messages. */
export function looksLike(head: Uint8Array): string {
  const text = latin(head, 0, FORMAT_HEAD_BYTES);
  const known = KINDS.find(([pattern]) => pattern.test(text));
  return known?.[1] ?? 'something that is no picture';
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(<\?xml|<svg|<!DOCTYPE svg)/i, 'SVG or XML'],
  [/^GIF8/, 'GIF'],
  [/^%PDF/, 'PDF'],
  [/^BM/, 'BMP'],
  [/^....ftyp(heic|heix|mif1|msf1)/s, 'HEIC'],
  [/^....ftyp/s, 'an MP4 video'],
  [/^.E\xdf\xa3/s, 'a WebM or Matroska video'],
  [/^PK/, 'a ZIP archive'],
  [/^\s*<(!DOCTYPE )?html/i, 'an HTML page'],
  [/^#\?RADIANCE/, 'Radiance HDR'],
];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function latin(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to));
}
