import type { MasterFormat } from './master-format';

/** Bytes that can be read anywhere: a file, or an array in memory. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** Fewer bytes where the source ends before. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A run of the source, or bytes that take the place of some. */
export type KeptPart = { readonly from: number; readonly to: number } | Uint8Array;

/**
 * What is left of a picture file without what it says about its maker: EXIF, XMP, GPS, IPTC,
 * comments, embedded previews. Pixels are not decoded: every byte of them, and the colour profile
 * without which they would look different, stays as it is. The file is never whole in memory.
 *
 * @returns parts that make the new file, one after the other
 * @throws RangeError where the container does not follow its format
 */
export async function partsWithoutMetadata(
  source: ByteSource,
  format: MasterFormat,
): Promise<readonly KeptPart[]> {
  switch (format) {
    case 'jpeg':
      return jpegParts(source);
    case 'png':
      return pngParts(source);
    case 'webp':
      return webpParts(source);
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

async function jpegParts(source: ByteSource): Promise<readonly KeptPart[]> {
  const kept: KeptPart[] = [{ from: 0, to: 2 }];
  let at = 2;
  while (at + 4 <= source.sizeBytes) {
    const head = await source.read(at, 32);
    if (head[0] !== 0xff) throw broken('JPEG', at);
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // From the start of the scan on it is pixels; what trails the end of the image (previews of
    // multi-picture files, makers' notes) goes.
    if (marker === 0xda) return [...kept, { from: at, to: await endOfImage(source, at + 2) }];
    const end = at + 2 + ((head[2] ?? 0) << 8) + (head[3] ?? 0);
    if (end > source.sizeBytes) throw broken('JPEG', at);
    if (isJpegSegmentKept(marker, head.subarray(4))) kept.push({ from: at, to: end });
    at = end;
  }
  throw broken('JPEG', at);
}

const SCAN_BLOCK_BYTES = 1 << 20;

/**
 * Offset behind the end-of-image marker. Inside a scan 0xFF is always stuffed or a restart;
 * between the scans of a progressive picture lie tables, whose bytes are skipped by their length.
 */
async function endOfImage(source: ByteSource, from: number): Promise<number> {
  for (let at = from; at + 1 < source.sizeBytes; ) {
    const block = Buffer.from(await source.read(at, SCAN_BLOCK_BYTES));
    let i = block.indexOf(0xff);
    while (i >= 0 && i + 1 < block.length) {
      const marker = block[i + 1] ?? 0;
      if (marker === 0xd9) return at + i + 2;
      const isTable = marker >= 0xc0 && marker <= 0xfe && !(marker >= 0xd0 && marker <= 0xd8);
      if (isTable) {
        if (i + 4 > block.length) break;
        i += 2 + block.readUInt16BE(i + 2);
        if (i >= block.length) break;
      } else i += marker === 0xff ? 1 : 2;
      i = block.indexOf(0xff, i);
    }
    if (i < 0) at += block.length;
    else if (i === 0) at += 2;
    else at += i;
  }
  return source.sizeBytes;
}

/** Chunks that pixels and their colours need; all other ancillary ones go. */
const PNG_KEPT = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|acTL|fcTL|fdAT)$/;

async function pngParts(source: ByteSource): Promise<readonly KeptPart[]> {
  const kept: KeptPart[] = [{ from: 0, to: 8 }];
  let at = 8;
  while (at + 12 <= source.sizeBytes) {
    const head = Buffer.from(await source.read(at, 8));
    const end = at + 12 + head.readUInt32BE(0);
    if (end > source.sizeBytes) throw broken('PNG', at);
    const type = head.toString('latin1', 4, 8);
    if (PNG_KEPT.test(type)) kept.push({ from: at, to: end });
    if (type === 'IEND') return kept;
    at = end;
  }
  throw broken('PNG', at);
}

/** Flags of the VP8X chunk that announce EXIF and XMP. */
const WEBP_METADATA_FLAGS = 0b0000_1100;

async function webpParts(source: ByteSource): Promise<readonly KeptPart[]> {
  const kept: KeptPart[] = [];
  let at = 12;
  while (at + 8 <= source.sizeBytes) {
    const head = Buffer.from(await source.read(at, 8));
    const sizeBytes = head.readUInt32LE(4);
    const end = at + 8 + sizeBytes + (sizeBytes % 2);
    if (at + 8 + sizeBytes > source.sizeBytes) throw broken('WebP', at);
    const type = head.toString('latin1', 0, 4);
    if (type === 'VP8X') {
      const chunk = Uint8Array.from(await source.read(at, end - at));
      chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA_FLAGS;
      kept.push(chunk);
    } else if (type !== 'EXIF' && type !== 'XMP ') {
      kept.push({ from: at, to: Math.min(end, source.sizeBytes) });
    }
    at = end;
  }
  const size = kept.reduce((sum, part) => sum + partBytes(part), 12);
  const head = Buffer.from(await source.read(0, 12));
  head.writeUInt32LE(size - 8, 4);
  return [head, ...kept];
}

/** Length of a part. */
export function partBytes(part: KeptPart): number {
  return part instanceof Uint8Array ? part.length : part.to - part.from;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

function broken(format: string, at: number): RangeError {
  return new RangeError(`Expected a ${format} file, lost its structure at byte ${at}.`);
}
