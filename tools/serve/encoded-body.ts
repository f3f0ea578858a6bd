import { brotliText, gunzipBytes, gzipBytes, isGzip } from '../io/compress';
import { type FileFacts, fileFacts, readBytes, readHead } from '../io/files';
import { isCompressible } from './content-type';

/** How a file's bytes travel. */
export interface EncodedBody {
  /** `undefined` when the bytes are those of the file as it lies there. */
  readonly bytes?: Uint8Array;
  /** Another file that holds the encoded bytes. */
  readonly path?: string;
  readonly sizeBytes: number;
  readonly encoding?: 'br' | 'gzip';
  /** Whether another client might get another encoding. */
  readonly doesVary: boolean;
}

/** Below this compression costs more than it saves. */
const COMPRESS_FROM_BYTES = 1024;
/** Fast enough for the first request on a slow machine; builds for hosting use the best. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;
const CACHE_LIMIT_BYTES = 96 * 1024 * 1024;

/** Picks and remembers compressed forms of files. */
export class BodyEncoder {
  readonly #cache = new Map<string, Uint8Array>();
  #cachedBytes = 0;

  /**
   * How to send a file to a client.
   *
   * @param accepted - value of Accept-Encoding
   */
  async encode(
    path: string,
    facts: FileFacts,
    contentType: string,
    accepted: string,
  ): Promise<EncodedBody> {
    if (path.endsWith('.terrain')) return this.#tile(path, facts, accepted);
    if (!isCompressible(contentType) || facts.sizeBytes < COMPRESS_FROM_BYTES) {
      return { sizeBytes: facts.sizeBytes, doesVary: false };
    }
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
    if (encoding === null) return { sizeBytes: facts.sizeBytes, doesVary: true };
    return this.#compressed(path, facts, encoding);
  }

  /** Terrain tiles may lie compressed on the disk under their plain name; they travel so anyway. */
  async #tile(path: string, facts: FileFacts, accepted: string): Promise<EncodedBody> {
    if (!isGzip(await readHead(path, 2))) {
      const isSmall = facts.sizeBytes < COMPRESS_FROM_BYTES;
      if (isSmall || !/\bgzip\b/.test(accepted)) {
        return { sizeBytes: facts.sizeBytes, doesVary: !isSmall };
      }
      return this.#compressed(path, facts, 'gzip');
    }
    if (/\bgzip\b/.test(accepted)) {
      return { sizeBytes: facts.sizeBytes, encoding: 'gzip', doesVary: true };
    }
    const bytes = await gunzipBytes(await readBytes(path));
    return { bytes, sizeBytes: bytes.length, doesVary: true };
  }

  async #compressed(path: string, facts: FileFacts, encoding: 'br' | 'gzip'): Promise<EncodedBody> {
    const beside = `${path}.${encoding === 'br' ? 'br' : 'gz'}`;
    const ready = await fileFacts(beside);
    if (ready !== undefined && ready.modifiedMs >= facts.modifiedMs) {
      return { path: beside, sizeBytes: ready.sizeBytes, encoding, doesVary: true };
    }
    const key = `${encoding} ${facts.sizeBytes} ${facts.modifiedMs} ${path}`;
    let bytes = this.#cache.get(key);
    if (bytes === undefined) {
      const plain = await readBytes(path);
      bytes =
        encoding === 'br'
          ? await brotliText(plain, BROTLI_QUALITY)
          : await gzipBytes(plain, GZIP_LEVEL);
      this.#remember(key, bytes);
    }
    return { bytes, sizeBytes: bytes.length, encoding, doesVary: true };
  }

  #remember(key: string, bytes: Uint8Array): void {
    this.#cache.set(key, bytes);
    this.#cachedBytes += bytes.length;
    for (const [oldest, old] of this.#cache) {
      if (this.#cachedBytes <= CACHE_LIMIT_BYTES) return;
      this.#cache.delete(oldest);
      this.#cachedBytes -= old.length;
    }
  }
}
