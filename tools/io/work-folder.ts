import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AssetError } from '#core/errors';
import { listFolder, removePath } from './files';

/** A folder in which one process at a time makes something that is to stand beside it. */
export interface WorkFolder {
  readonly path: string;
  /** Leaves it for a later run. */
  leave(): Promise<void>;
  /** Removes it with all that is in it. */
  remove(): Promise<void>;
}

/** Names the process that works in a folder. */
const LOCK_FILE = 'lock';

/**
 * Opens the folder in which `outDir` is made: `.<its name>.<content>.part` beside it. One left by a
 * run that stopped or was killed is taken over; those of other contents, if no process works in
 * them, are removed.
 *
 * @param content - eight hexadecimal digits that name what is made, and the share if it is one
 * @param isFresh - empties it first
 * @throws AssetError `build-running` if a living process works in it
 */
export async function openWorkFolder(
  outDir: string,
  content: string,
  isFresh: boolean,
): Promise<WorkFolder> {
  const parent = dirname(outDir);
  const name = `.${basename(outDir)}.${content}.part`;
  const path = join(parent, name);
  await mkdir(parent, { recursive: true });
  await removeOthers(parent, basename(outDir), content);
  if (isFresh && !(await isInUse(path))) await removePath(path);
  await mkdir(path, { recursive: true });
  await takeLock(path);
  return {
    path,
    leave: () => rm(join(path, LOCK_FILE), { force: true }),
    remove: () => removePath(path),
  };
}

async function removeOthers(parent: string, base: string, content: string): Promise<void> {
  for (const { name } of await listFolder(parent)) {
    if (!name.startsWith(`.${base}.`)) continue;
    const [match, hash] =
      /^([0-9a-f]{8})(?:\.\d+-of-\d+)?\.part$/.exec(name.slice(base.length + 2)) ?? [];
    if (match === undefined || hash === content.slice(0, 8)) continue;
    if (!(await isInUse(join(parent, name)))) await removePath(join(parent, name));
  }
}

async function takeLock(path: string): Promise<void> {
  const file = join(path, LOCK_FILE);
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let attempt = 0; attempt < 2; attempt++) {
    const isTaken = await writeFile(file, mine, { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (isTaken) return;
    if (await isInUse(path)) break;
    await rm(file, { force: true });
  }
  throw new AssetError('build-running', {
    file: path,
    expected: 'one build of the same tiles at a time',
    found: 'another process that builds them',
    fix: `Wait until it is done, or remove ${LOCK_FILE} in that folder if none runs any more.`,
  });
}

/** Whether a process that still lives has locked a folder; one on another machine counts as such. */
async function isInUse(path: string): Promise<boolean> {
  const text = await readFile(join(path, LOCK_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string };
    if (host !== hostname()) return true;
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
