import type { ElevationSource } from './elevation-sources';

/** Random access to a file's bytes. */
export interface ReadableBytes {
  readonly sizeBytes: number;
  read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array>;
}

/** Signature and the first chunk's length and name. */
const PNG_START = '89504e470d0a1a0a0000000d49484452';
/** The last chunk: no data, IEND, its CRC. */
const PNG_END = '0000000049454e44ae426082';
/** Both byte orders, classic and Big. */
const TIFF_STARTS = ['49492a00', '4d4d002a', '49492b00', '4d4d002b'];
/** Header, a directory of one entry. */
const TIFF_LEAST_BYTES = 26;

/**
 * Looks whether a file begins and ends as its kind does.
 *
 * @returns what is wrong, or `undefined`
 */
export async function contentProblem(
  kind: ElevationSource['content'],
  file: ReadableBytes,
): Promise<string | undefined> {
  if (kind === 'png') return pngProblem(file);
  const start = hex(await file.read(0, 4));
  if (!TIFF_STARTS.includes(start)) return `no TIFF: it begins with ${start || 'nothing'}`;
  if (file.sizeBytes < TIFF_LEAST_BYTES) return `a TIFF of ${file.sizeBytes} bytes`;
  return undefined;
}

async function pngProblem(file: ReadableBytes): Promise<string | undefined> {
  const start = hex(await file.read(0, PNG_START.length / 2));
  if (start !== PNG_START) return `no PNG: it begins with ${start || 'nothing'}`;
  const endBytes = PNG_END.length / 2;
  const end = hex(await file.read(Math.max(0, file.sizeBytes - endBytes), endBytes));
  return end === PNG_END ? undefined : 'a PNG without its end';
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
