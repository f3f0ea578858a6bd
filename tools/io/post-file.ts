import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Posts along one side of a block: the unit in which a file of heights is read and written. */
export const POST_BLOCK_SIDE = 256;

const BLOCK_POSTS = POST_BLOCK_SIDE * POST_BLOCK_SIDE;
/** Every block has its place; one that needs less leaves a hole in the file. */
const SLOT_BYTES = BLOCK_POSTS * 4;
/** Stands for "unknown" among whole metres. */
const VOID_INT16 = -32_768;

/** How a block lies in the file; added to it {@link HAS_VOIDS} where a height is unknown. */
const BLOCK_KIND = { void: 0, float: 1, whole: 2, constant: 3 } as const;
const HAS_VOIDS = 8;

/**
 * Heights of a level that does not fit in memory: square blocks in a file, each as small as it goes
 * without loss (whole metres in two bytes, a level block in four in all).
 */
export class PostFile {
  readonly #kinds: Uint8Array;
  readonly #handle: number;

  /**
   * @param path - made if it is not there
   * @param kinds - one byte per block, all zero in the beginning; shared by all threads that read
   *   or write the file, and kept with it
   */
  constructor(path: string, kinds: Uint8Array) {
    mkdirSync(dirname(path), { recursive: true });
    // Several threads write their own blocks into one file: it must not be cut on opening.
    this.#handle = openForUpdate(path);
    this.#kinds = kinds;
  }

  /** Whether any height of a block is unknown. */
  hasVoids(block: number): boolean {
    const kind = this.#kindOf(block);
    return kind === BLOCK_KIND.void || (kind & HAS_VOIDS) !== 0;
  }

  /** Heights of a block, row by row, NaN where unknown. */
  read(block: number): Float32Array {
    const kind = this.#kindOf(block) & ~HAS_VOIDS;
    if (kind === BLOCK_KIND.void) return new Float32Array(BLOCK_POSTS).fill(Number.NaN);
    if (kind === BLOCK_KIND.constant) {
      return new Float32Array(BLOCK_POSTS).fill(this.#bytes(block, 4).readFloatLE(0));
    }
    if (kind === BLOCK_KIND.float) {
      const bytes = this.#bytes(block, SLOT_BYTES);
      return new Float32Array(bytes.buffer, bytes.byteOffset, BLOCK_POSTS);
    }
    const bytes = this.#bytes(block, BLOCK_POSTS * 2);
    const whole = new Int16Array(bytes.buffer, bytes.byteOffset, BLOCK_POSTS);
    return Float32Array.from(whole, (value) => (value === VOID_INT16 ? Number.NaN : value));
  }

  /** Writes the heights of a block. */
  write(block: number, heights: Float32Array): void {
    const { kind, bytes } = packed(heights);
    let done = 0;
    while (done < bytes.length) {
      const at = block * SLOT_BYTES + done;
      done += writeSync(this.#handle, bytes, done, bytes.length - done, at);
    }
    this.#kinds[block] = kind;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #kindOf(block: number): number {
    const kind = this.#kinds[block];
    if (kind === undefined) throw new RangeError(`Expected a block of the file, got ${block}.`);
    return kind;
  }

  #bytes(block: number, length: number): Buffer {
    // A buffer of its own: small ones from the pool need not start on a multiple of four.
    const bytes = Buffer.from(new ArrayBuffer(length));
    let done = 0;
    while (done < length) {
      const count = readSync(this.#handle, bytes, done, length - done, block * SLOT_BYTES + done);
      if (count === 0) throw new Error(`Expected block ${block} of heights, got its beginning.`);
      done += count;
    }
    return bytes;
  }
}

/** Blocks that a grid of posts takes. */
export function postBlockCount(cols: number, rows: number): number {
  return Math.ceil(cols / POST_BLOCK_SIDE) * Math.ceil(rows / POST_BLOCK_SIDE);
}

function openForUpdate(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch {
    return openSync(path, 'a+') && openSync(path, 'r+');
  }
}

function packed(heights: Float32Array): { kind: number; bytes: Uint8Array } {
  let voids = 0;
  let isWhole = true;
  let isConstant = true;
  const [first] = heights;
  for (const height of heights) {
    if (Number.isNaN(height)) voids++;
    else if (isWhole) isWhole = Number.isInteger(height) && Math.abs(height) < -VOID_INT16;
    if (height !== first) isConstant = false;
  }
  if (voids === heights.length) return { kind: BLOCK_KIND.void, bytes: new Uint8Array() };
  const flag = voids > 0 ? HAS_VOIDS : 0;
  if (isConstant) return { kind: BLOCK_KIND.constant, bytes: bytesOf(heights.subarray(0, 1)) };
  if (!isWhole) return { kind: BLOCK_KIND.float | flag, bytes: bytesOf(heights) };
  const whole = Int16Array.from(heights, (height) => (Number.isNaN(height) ? VOID_INT16 : height));
  return { kind: BLOCK_KIND.whole | flag, bytes: bytesOf(whole) };
}

function bytesOf(values: Float32Array | Int16Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
