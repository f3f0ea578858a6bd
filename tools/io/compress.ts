import { promisify } from 'node:util';
import { brotliCompress, constants, deflateSync, gunzip, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** Brotli for text; `quality` 0 to 11, 11 for files that are compressed once and served often. */
export async function brotliText(bytes: Uint8Array, quality: number): Promise<Buffer> {
  return brotliAsync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Gzip; `level` 1 to 9. */
export async function gzipBytes(bytes: Uint8Array, level: number): Promise<Buffer> {
  return gzipAsync(bytes, { level });
}

/** Deflate with a zlib header (RFC 1950), as TIFF has it. */
export function deflateBytes(bytes: Uint8Array): Buffer {
  return deflateSync(bytes);
}

/** The bytes inside a gzip file. */
export async function gunzipBytes(bytes: Uint8Array): Promise<Buffer> {
  return gunzipAsync(bytes);
}

/** Whether bytes begin like a gzip file (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}
