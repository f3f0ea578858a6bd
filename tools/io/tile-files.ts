import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Writes one tile of a set whose folder is not in its place yet, making folders as needed. */
export async function writeTileFile(folder: string, path: string, data: Uint8Array): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, data);
}

/** Writes a value as JSON, two spaces, keys in the order given. */
export async function writeJsonFile(folder: string, path: string, value: unknown): Promise<void> {
  await writeTileFile(folder, path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}

/**
 * Reads JSON that a tool of ours wrote.
 *
 * @returns `undefined` if there is no such file or it holds no JSON
 */
export async function readJsonIfThere(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Removes all files of a folder but one: of what is cached, only the newest counts. */
export async function keepOnly(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry !== name && !entry.endsWith('.part')) await rm(join(folder, entry), { force: true });
  }
}

/** Bytes of a file, `undefined` if it is not there. */
export async function readFileIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Whether a folder is there and holds anything. */
export async function hasEntries(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (entries) => entries.length > 0,
    () => false,
  );
}

/** SHA-256 of a file's bytes in hexadecimal, read in pieces. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * SHA-256 over the names and bytes of some files and of all files under some folders that end in
 * `suffix`; tests are left out.
 */
export async function foldersHash(
  rootDir: string,
  paths: readonly string[],
  suffix: string,
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await sourceFiles(join(rootDir, path), suffix)) {
      hash.update(`${relative(rootDir, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function sourceFiles(path: string, suffix: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .filter((entry) => !entry.name.includes('.test.') && !entry.name.includes('.bench.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** SHA-256 of a text in hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
