import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileFacts, listFolder, makeFolder, movePath, removePath } from '../io/files';
import { isProcessAlive } from '../io/process-alive';

/** Of folders in which tiles wait until their level is whole: `.work-<pid>-<mark>.part`, `free` for the pid where
 * nobody works any more. */
const WORK_NAME = /^\.work-(\d+|free)-[0-9a-f]+\.part$/;
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * A folder beside the finished levels in which tiles are collected. What a stopped or killed run
 * left is taken over with the tiles that are whole in it; a living run's folder is let be.
 *
 * @param folder - the built folder
 * @returns its path
 */
export async function takeWorkFolder(folder: string): Promise<string> {
  const own = join(folder, `.work-${process.pid}-${randomBytes(4).toString('hex')}.part`);
  let isTaken = false;
  for (const { name } of await listFolder(folder)) {
    const [, pid] = WORK_NAME.exec(name) ?? [];
    const path = join(folder, name);
    const isFree = pid === 'free' || (pid !== undefined && !isProcessAlive(Number(pid)));
    if (isFree && !isTaken) {
      isTaken = await movePath(path, own);
    } else if (/^\..*\.(part|old)$/.test(name) && (await isAbandoned(path))) {
      await removePath(path);
    }
  }
  if (!isTaken) await makeFolder(own);
  return own;
}

/** Leaves a work folder to the next run. */
export async function leaveWorkFolder(path: string): Promise<void> {
  await movePath(path, path.replace(/\.work-\d+-/, '.work-free-'));
}

/** Nobody works an hour without writing a tile. */
async function isAbandoned(path: string): Promise<boolean> {
  const facts = await fileFacts(path);
  return facts !== undefined && Date.now() - facts.modifiedMs > ABANDONED_AFTER_MS;
}
