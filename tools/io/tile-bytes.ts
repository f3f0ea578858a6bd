import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compression takes a hundredth of the time that a tile's mesh takes. */
const GZIP_LEVEL = 9;

/** Where RFC 1952 has the operating system; 255 is "unknown", the same on all of them. */
const GZIP_OS_AT = 9;
const GZIP_OS_UNKNOWN = 255;

/** Gzip whose bytes do not tell when and where they were packed. */
export function gzipTile(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: GZIP_LEVEL });
  packed[GZIP_OS_AT] = GZIP_OS_UNKNOWN;
  return packed;
}

/** Writes the tiles of one job and sums up their bytes; a tile is there whole or not at all. */
export class TileWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();
  readonly #hash: Hash = createHash('sha256');
  bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(path: string, data: Uint8Array): void {
    const file = join(this.#folder, path);
    const parent = dirname(file);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    writeFileSync(`${file}.new`, data);
    renameSync(`${file}.new`, file);
    this.#hash.update(data);
    this.bytes += data.length;
  }

  /** SHA-256 over all bytes written, in hexadecimal; ends the work. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** What {@link TileWriter.digest} would be of files on disk; `undefined` if one is not there. */
export function tilesDigest(folder: string, paths: readonly string[]): string | undefined {
  const hash = createHash('sha256');
  try {
    for (const path of paths) hash.update(readFileSync(join(folder, path)));
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
