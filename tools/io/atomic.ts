import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that a reader sees the old bytes or all the new ones, never a part:
 * written beside, flushed to the disk, renamed.
 *
 * @param path - made with its folders if it is not there
 */
export async function writeFileAtomic(path: string, data: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Fills a folder so that it is there whole or not at all: `fill` writes into a folder beside,
 * which then takes the place of `path`. If `fill` throws, `path` is as it was.
 *
 * @param path - the folder to replace
 * @param fill - writes everything into the folder it is given
 */
export async function writeFolderAtomic<T>(
  path: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const mark = randomBytes(6).toString('hex');
  const beside = join(dirname(path), `.${mark}.part`);
  const old = join(dirname(path), `.${mark}.old`);
  await mkdir(beside);
  try {
    const result = await fill(beside);
    const hadOld = await rename(path, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    await rename(beside, path);
    if (hadOld) await rm(old, { recursive: true, force: true });
    return result;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}
