import { createHash } from 'node:crypto';

/** SHA-256 of bytes or text, lower-case hexadecimal. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The first eight hexadecimal digits of the SHA-256: the name of a built folder or file. */
export function hash8(data: Uint8Array | string): string {
  return sha256Hex(data).slice(0, 8);
}
