import { open } from 'node:fs/promises';
import { fileFacts } from './files';

/** A file's bytes, read anywhere; closed by the caller. */
export interface OpenFile {
  readonly sizeBytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a file to read pieces of it. */
export async function openFile(path: string): Promise<OpenFile> {
  const file = await open(path, 'r');
  const sizeBytes = (await fileFacts(path))?.sizeBytes ?? 0;
  return {
    sizeBytes,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, sizeBytes - offset)));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await file.read(bytes, done, bytes.length - done, offset + done);
        if (bytesRead === 0) return bytes.subarray(0, done);
        done += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}

const COPY_BLOCK_BYTES = 1 << 22;

/** Writes runs of one file and bytes of our own, one after the other, into another file. */
export async function writeParts(
  source: Pick<OpenFile, 'read'>,
  parts: readonly ({ readonly from: number; readonly to: number } | Uint8Array)[],
  outPath: string,
): Promise<void> {
  const out = await open(outPath, 'w');
  try {
    for (const part of parts) {
      if (part instanceof Uint8Array) {
        await out.writeFile(part);
        continue;
      }
      for (let at = part.from; at < part.to; ) {
        const block = await source.read(at, Math.min(COPY_BLOCK_BYTES, part.to - at));
        if (block.length === 0) throw new RangeError(`Expected ${part.to} bytes, found ${at}.`);
        await out.writeFile(block);
        at += block.length;
      }
    }
    await out.sync();
  } finally {
    await out.close();
  }
}
