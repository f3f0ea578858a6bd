import { open } from 'node:fs/promises';

/**
 * Some bytes out of the middle of a file; the file is closed again.
 *
 * @throws Error if the file ends before them
 */
export async function readRange(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await file.read(bytes, done, length - done, start + done);
      if (bytesRead === 0) throw new Error(`the end ${length - done} bytes too early`);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
