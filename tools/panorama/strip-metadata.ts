import type { PictureFormat } from '../io/picture';

/**
 * A picture file without what it says about its maker: EXIF, XMP, GPS, IPTC, comments, embedded
 * previews. Pixels are not decoded: every byte of them, and the colour profile without which they
 * would look different, stays as it is.
 *
 * @throws RangeError where the container does not follow its format
 */
export function stripMetadata(bytes: Uint8Array, format: PictureFormat): Uint8Array {
  switch (format) {
    case 'jpeg':
      return stripJpeg(bytes);
    case 'png':
      return stripPng(bytes);
    case 'webp':
      return stripWebp(bytes);
  }
}

/** JFIF, ICC profile and Adobe's colour transform: what decoders need. */
function isJpegSegmentKept(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(body, 'Adobe');
  if (marker === 0xe0) return startsWith(body, 'JFIF\0');
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  const isComment = marker === 0xfe;
  return !isApplication && !isComment;
}

function stripJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw broken('JPEG', at);
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // From the start of the scan on it is pixels; what trails the end of the image (previews of
    // multi-picture files, makers' notes) goes.
    if (marker === 0xda) {
      kept.push(bytes.subarray(at, endOfImage(bytes, at)));
      return joined(kept);
    }
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end > bytes.length) throw broken('JPEG', at);
    if (isJpegSegmentKept(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw broken('JPEG', at);
}

/** Offset behind the end-of-image marker; inside a scan 0xFF is always stuffed or a restart. */
function endOfImage(bytes: Uint8Array, scanAt: number): number {
  for (let at = scanAt + 2; at + 1 < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  }
  return bytes.length;
}

/** Chunks that pixels and their colours need; all other ancillary ones go. */
const PNG_KEPT = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|acTL|fcTL|fdAT)$/;

function stripPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw broken('PNG', at);
    const type = latin(bytes.subarray(at + 4, at + 8));
    if (PNG_KEPT.test(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  throw broken('PNG', at);
}

/** Flags of the VP8X chunk that announce EXIF and XMP. */
const WEBP_METADATA_FLAGS = 0b0000_1100;

function stripWebp(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.slice(0, 12)];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const sizeBytes = view.getUint32(at + 4, true);
    const end = at + 8 + sizeBytes + (sizeBytes % 2);
    if (at + 8 + sizeBytes > bytes.length) throw broken('WebP', at);
    const type = latin(bytes.subarray(at, at + 4));
    const chunk = bytes.slice(at, end);
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA_FLAGS;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const out = joined(kept);
  new DataView(out.buffer).setUint32(4, out.length - 8, true);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return latin(bytes.subarray(0, text.length)) === text;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function broken(format: string, at: number): RangeError {
  return new RangeError(`Expected a ${format} file, lost its structure at byte ${at}.`);
}
