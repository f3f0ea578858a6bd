import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Bytes of a file that is not whole yet, left by a run before. */
export interface Partial {
  /** What the server called the content (ETag or date); without it nothing can be resumed. */
  readonly validator: string;
  readonly sizeBytes: number;
}

/** Longer ones do not fit in a file's name: such content starts anew. */
const MAX_VALIDATOR_BYTES = 80;

/** Whether content with this validator can be gone on with by a later run. */
export function isResumable(validator: string | undefined): validator is string {
  return validator !== undefined && Buffer.byteLength(validator) <= MAX_VALIDATOR_BYTES;
}

/**
 * Writes a file piece by piece beside its place: `NAME.<validator in hex>.part`, so that the
 * unfinished file itself says what it is a part of. `finish` puts it in its place.
 */
export class PartialFile {
  readonly #path: string;
  readonly #partPath: string;
  readonly #file: FileHandle;
  #sizeBytes: number;

  private constructor(path: string, partPath: string, file: FileHandle, sizeBytes: number) {
    this.#path = path;
    this.#partPath = partPath;
    this.#file = file;
    this.#sizeBytes = sizeBytes;
  }

  /**
   * Opens the part of a file and removes parts of other contents.
   *
   * @param keepBytes - bytes to go on from; what lies behind is cut off
   */
  static async open(
    path: string,
    validator: string | undefined,
    keepBytes: number,
  ): Promise<PartialFile> {
    const partPath = partPathOf(path, validator);
    await mkdir(dirname(path), { recursive: true });
    for (const name of await partNames(path)) {
      if (name !== basename(partPath)) await rm(join(dirname(path), name), { force: true });
    }
    const file = await open(partPath, keepBytes > 0 ? 'r+' : 'w+');
    try {
      await file.truncate(keepBytes);
    } catch (error) {
      await file.close();
      throw error;
    }
    return new PartialFile(path, partPath, file, keepBytes);
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Adds bytes at the end. */
  async append(bytes: Uint8Array): Promise<void> {
    let writtenBytes = 0;
    while (writtenBytes < bytes.length) {
      const rest = bytes.length - writtenBytes;
      const step = await this.#file.write(bytes, writtenBytes, rest, this.#sizeBytes);
      writtenBytes += step.bytesWritten;
      this.#sizeBytes += step.bytesWritten;
    }
  }

  /** Bytes already written, fewer where the file ends before. */
  async read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(lengthBytes);
    const { bytesRead } = await this.#file.read(bytes, 0, lengthBytes, offsetBytes);
    return bytes.subarray(0, bytesRead);
  }

  /** Flushes to the disk, closes and puts the file in its place. */
  async finish(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#partPath, this.#path);
  }

  /** Closes and leaves the part for a later run; fine after `finish`. */
  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** The part of a file that a run can go on from, or `undefined`. */
export async function findPartial(path: string): Promise<Partial | undefined> {
  for (const name of await partNames(path)) {
    const hex = name.slice(basename(path).length + 1, -'.part'.length);
    const validator = Buffer.from(hex, 'hex').toString('utf8');
    if (validator === '' || Buffer.from(validator, 'utf8').toString('hex') !== hex) continue;
    const { size } = await stat(join(dirname(path), name));
    if (size > 0) return { validator, sizeBytes: size };
  }
  return undefined;
}

/** Removes every part of a file. */
export async function removePartials(path: string): Promise<void> {
  for (const name of await partNames(path)) await rm(join(dirname(path), name), { force: true });
}

function partPathOf(path: string, validator: string | undefined): string {
  if (!isResumable(validator)) return `${path}.part`;
  return `${path}.${Buffer.from(validator, 'utf8').toString('hex')}.part`;
}

async function partNames(path: string): Promise<string[]> {
  const names = await readdir(dirname(path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const start = `${basename(path)}.`;
  return names.filter(
    (name) => name.startsWith(start) && /^([0-9a-f]*\.)?part$/.test(name.slice(start.length)),
  );
}

/** Some bytes of a file, fewer where it ends before. */
export async function readSlice(
  path: string,
  offsetBytes: number,
  lengthBytes: number,
): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(lengthBytes);
    const { bytesRead } = await file.read(bytes, 0, lengthBytes, offsetBytes);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
