import type { FetchClock } from './backoff';

/** A clock that never waits and writes down how long it should have. */
export function fastClock(): FetchClock & { readonly pausesMs: number[] } {
  const pausesMs: number[] = [];
  return {
    pausesMs,
    nowMs: () => 0,
    random: () => 1,
    sleepMs: async (durationMs, signal) => {
      pausesMs.push(durationMs);
      signal.throwIfAborted();
    },
  };
}

/** Bytes that begin as a TIFF and are noise after that, other ones for each seed. */
export function tiffBytes(sizeBytes: number, seed = 1): Uint8Array {
  const bytes = Uint8Array.from({ length: sizeBytes }, (_, i) => (i * 31 + (i >> 8) * seed) & 255);
  bytes.set([0x49, 0x49, 0x2a, 0]);
  return bytes;
}

/** A PNG of one grey pixel. */
export function pngBytes(): Uint8Array {
  const text =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
  return new Uint8Array(Buffer.from(text, 'base64'));
}
