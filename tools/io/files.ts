import { createReadStream, type Dirent, type ReadStream } from 'node:fs';
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the disk says about one file. */
export interface FileFacts {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly isFolder: boolean;
}

/** Facts of a path (links followed), or `undefined` when nothing is there. */
export async function fileFacts(path: string): Promise<FileFacts | undefined> {
  const found = await stat(path).catch(undefinedWhenMissing);
  if (found === undefined) return undefined;
  return {
    sizeBytes: found.size,
    modifiedMs: found.mtimeMs,
    isFolder: found.isDirectory(),
  };
}

/** Whether anything is at a path. */
export async function pathExists(path: string): Promise<boolean> {
  return (await fileFacts(path)) !== undefined;
}

/** All bytes of a file. */
export async function readBytes(path: string): Promise<Buffer> {
  return readFile(path);
}

/** A file as UTF-8 text. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

/** A file as UTF-8 text, or `undefined` when it is not there. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(undefinedWhenMissing);
}

/** The first bytes of a file, fewer when it is shorter. */
export async function readHead(path: string, lengthBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const head = new Uint8Array(lengthBytes);
    const { bytesRead } = await file.read(head, 0, lengthBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A stream of a file's bytes; `start` and `end` are inclusive offsets. */
export function streamFile(path: string, range?: { start: number; end: number }): ReadStream {
  return createReadStream(path, range);
}

/** Entries of a folder sorted by name; none when the folder is not there. */
export async function listFolder(path: string): Promise<readonly Dirent[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(undefinedWhenMissing);
  return (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Every file under a folder, depth first, by name.
 *
 * @param accepts - says no to files and whole folders by their path relative to `folder`
 * @returns paths relative to `folder`, with forward slashes
 */
export async function walkFiles(
  folder: string,
  accepts: (relativePath: string) => boolean = () => true,
  prefix = '',
): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await listFolder(join(folder, prefix))) {
    const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (!accepts(relative)) continue;
    if (entry.isDirectory()) {
      // One by one: a call takes only so many arguments, and tile sets have more files.
      for (const path of await walkFiles(folder, accepts, relative)) found.push(path);
    } else if (entry.isFile()) found.push(relative);
  }
  return found;
}

/** Copies one file, making the folders on the way. */
export async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/**
 * Writes a file in place, making the folders on the way: for files inside a folder that is itself
 * put in place whole (`writeFolderAtomic`).
 */
export async function writeInto(path: string, data: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data);
}

/** Makes a folder and those on the way; one that is there is fine. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
}

/**
 * Renames a file or folder on the same disk.
 *
 * @returns false where it is not there any more, or where something else stands in its new place
 */
export async function movePath(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) return false;
      throw error;
    },
  );
}

/** Removes a file or a folder with all in it; nothing there is fine. */
export async function removePath(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

function undefinedWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
