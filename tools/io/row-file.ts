import { type FileHandle, open } from 'node:fs/promises';

const HEADER_BYTES = 8;
/** Rows of a strip in files that we write: small, so that readers need little memory. */
const STRIP_ROWS = 16;
const ASCENDING = 'II*\0';
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samples: 277,
  stripRows: 278,
  stripBytes: 279,
} as const;

/**
 * Rows of a picture on disk, 8-bit RGB, for pictures larger than the memory: an uncompressed TIFF,
 * which the picture library reads and writes from top to bottom and we read and write anywhere.
 */
export class RowFile {
  readonly #file: FileHandle;
  /** Offset of the first pixel of every strip. */
  readonly #strips: readonly number[];
  readonly #stripRows: number;
  readonly widthPx: number;
  readonly heightPx: number;

  private constructor(file: FileHandle, layout: Layout) {
    this.#file = file;
    this.#strips = layout.strips;
    this.#stripRows = layout.stripRows;
    this.widthPx = layout.widthPx;
    this.heightPx = layout.heightPx;
  }

  /** Makes a file of this size, black until its rows are written. */
  static async create(path: string, widthPx: number, heightPx: number): Promise<RowFile> {
    const count = Math.ceil(heightPx / STRIP_ROWS);
    const rowBytes = widthPx * 3;
    const strips = Array.from(
      { length: count },
      (_, i) => HEADER_BYTES + i * STRIP_ROWS * rowBytes,
    );
    const file = await open(path, 'w+');
    try {
      const endBytes = HEADER_BYTES + heightPx * rowBytes;
      await file.truncate(endBytes);
      const { head, directory } = tiffFrame(widthPx, heightPx, strips, endBytes);
      await file.write(head, 0, head.length, 0);
      await file.write(directory, 0, directory.length, endBytes + (endBytes % 2));
    } catch (error) {
      await file.close();
      throw error;
    }
    return new RowFile(file, { widthPx, heightPx, strips, stripRows: STRIP_ROWS });
  }

  /** Opens an uncompressed 8-bit RGB TIFF; RangeError where it is none. */
  static async open(path: string): Promise<RowFile> {
    const file = await open(path, 'r+');
    try {
      return new RowFile(file, await readLayout(file));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Rows `first` to `first + count` of the picture, one after the other. */
  async readRows(first: number, count: number): Promise<Uint8Array> {
    const rowBytes = this.widthPx * 3;
    const rows = new Uint8Array(count * rowBytes);
    await this.#eachRun(first, count, async (at, offset, length) => {
      let done = 0;
      while (done < length) {
        const { bytesRead } = await this.#file.read(rows, at + done, length - done, offset + done);
        if (bytesRead === 0) throw new RangeError(`Expected row data at byte ${offset + done}.`);
        done += bytesRead;
      }
    });
    return rows;
  }

  async writeRows(first: number, rows: Uint8Array): Promise<void> {
    const count = rows.length / (this.widthPx * 3);
    await this.#eachRun(first, count, async (at, offset, length) => {
      let done = 0;
      while (done < length) {
        const step = await this.#file.write(rows, at + done, length - done, offset + done);
        done += step.bytesWritten;
      }
    });
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** Calls with every run of bytes that lies together: offset in the rows, in the file, length. */
  async #eachRun(
    first: number,
    count: number,
    visit: (at: number, offset: number, length: number) => Promise<void>,
  ): Promise<void> {
    if (first < 0 || first + count > this.heightPx) {
      throw new RangeError(`Expected rows of 0 to ${this.heightPx}, got ${first} + ${count}.`);
    }
    const rowBytes = this.widthPx * 3;
    for (let row = first; row < first + count; ) {
      const inStrip = row % this.#stripRows;
      const run = Math.min(this.#stripRows - inStrip, first + count - row);
      const strip = this.#strips[Math.floor(row / this.#stripRows)];
      if (strip === undefined) throw new RangeError(`Expected row ${row} below ${this.heightPx}.`);
      await visit((row - first) * rowBytes, strip + inStrip * rowBytes, run * rowBytes);
      row += run;
    }
  }
}

interface Layout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly strips: readonly number[];
  readonly stripRows: number;
}

function tiffFrame(
  widthPx: number,
  heightPx: number,
  strips: readonly number[],
  endBytes: number,
): { head: Buffer; directory: Buffer } {
  const directoryAt = endBytes + (endBytes % 2);
  const head = Buffer.alloc(HEADER_BYTES);
  head.write(ASCENDING, 'latin1');
  head.writeUInt32LE(directoryAt, 4);
  const entries = 9;
  const listsAt = directoryAt + 2 + entries * 12 + 4;
  const directory = Buffer.alloc(listsAt - directoryAt + 8 + strips.length * 8);
  directory.writeUInt16LE(entries, 0);
  let at = 2;
  const entry = (tag: number, type: 3 | 4, count: number, value: number) => {
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(count, at + 4);
    directory.writeUInt32LE(value, at + 8);
    at += 12;
  };
  const isOne = strips.length === 1;
  const rowBytes = widthPx * 3;
  const bytesOf = (i: number) => Math.min(STRIP_ROWS, heightPx - i * STRIP_ROWS) * rowBytes;
  entry(TAG.width, 4, 1, widthPx);
  entry(TAG.height, 4, 1, heightPx);
  entry(TAG.bits, 3, 3, listsAt);
  entry(TAG.compression, 3, 1, 1);
  entry(TAG.photometric, 3, 1, 2);
  entry(TAG.stripOffsets, 4, strips.length, isOne ? HEADER_BYTES : listsAt + 8);
  entry(TAG.samples, 3, 1, 3);
  entry(TAG.stripRows, 4, 1, STRIP_ROWS);
  entry(TAG.stripBytes, 4, strips.length, isOne ? bytesOf(0) : listsAt + 8 + strips.length * 4);
  const lists = listsAt - directoryAt;
  for (let i = 0; i < 3; i++) directory.writeUInt16LE(8, lists + 2 * i);
  strips.forEach((offset, i) => {
    directory.writeUInt32LE(offset, lists + 8 + 4 * i);
    directory.writeUInt32LE(bytesOf(i), lists + 8 + 4 * (strips.length + i));
  });
  return { head, directory };
}

async function readLayout(file: FileHandle): Promise<Layout> {
  const bytes = async (offset: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    if (bytesRead < length) throw new RangeError('Expected an uncompressed TIFF, found its end.');
    return buffer;
  };
  const head = await bytes(0, HEADER_BYTES);
  if (head.toString('latin1', 0, 4) !== ASCENDING) throw new RangeError('Expected a TIFF.');
  const directoryAt = head.readUInt32LE(4);
  const entries = (await bytes(directoryAt, 2)).readUInt16LE(0);
  const directory = await bytes(directoryAt + 2, entries * 12);
  const values = async (tag: number): Promise<readonly number[]> => {
    for (let at = 0; at < directory.length; at += 12) {
      if (directory.readUInt16LE(at) !== tag) continue;
      const sizeBytes = directory.readUInt16LE(at + 2) === 3 ? 2 : 4;
      const count = directory.readUInt32LE(at + 4);
      const isInline = count * sizeBytes <= 4;
      const list = isInline
        ? directory.subarray(at + 8, at + 12)
        : await bytes(directory.readUInt32LE(at + 8), count * sizeBytes);
      return Array.from({ length: count }, (_, i) => list.readUIntLE(i * sizeBytes, sizeBytes));
    }
    return [];
  };
  const one = async (tag: number, otherwise: number) => (await values(tag))[0] ?? otherwise;
  const heightPx = await one(TAG.height, 0);
  if ((await one(TAG.compression, 1)) !== 1 || (await one(TAG.samples, 1)) !== 3) {
    throw new RangeError('Expected an uncompressed TIFF of three channels.');
  }
  return {
    widthPx: await one(TAG.width, 0),
    heightPx,
    strips: await values(TAG.stripOffsets),
    stripRows: Math.min(await one(TAG.stripRows, heightPx), heightPx),
  };
}
