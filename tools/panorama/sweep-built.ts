import { join } from 'node:path';
import { ProjectError } from '#core/errors';
import { listFolder, removePath } from '../io/files';
import { isProcessAlive } from '../io/process-alive';
import { contactSheetPath, findMaster, panoramaDir, thumbnailFile } from './panorama-files';
import { shownPanoramas } from './shown-panoramas';

const BUILT_FOLDER = /^[0-9a-f]{8}$/;
const CONTACT_SHEET = /^contact-sheet-[0-9a-f]{8}-[0-9a-f]{8}\.webp$/;
const THUMBNAIL = /^thumbnail-[0-9a-f]{8}\.webp$/;
const WORK_FOLDER = /^\.work-(\d+)-/;

/**
 * Removes what was built from masters and records as they were before. Kept are the folder that the
 * record asks for, the one that the compiled scene names (a server may be showing it), and one in
 * which a living process works.
 *
 * @returns names of what was removed, inside `panoramas/<id>/built/`
 */
export async function sweepBuilt(rootDir: string, id: string): Promise<readonly string[]> {
  const master = await findMaster(rootDir, id).catch((error: unknown) => {
    if (error instanceof ProjectError) return undefined;
    throw error;
  });
  // Nobody can say what belongs to a master that is not there or a record that does not parse.
  if (master === undefined) return [];
  const built = join(panoramaDir(rootDir, id), 'built');
  const shown = (await shownPanoramas(rootDir)).get(id);
  const sheet = contactSheetPath(rootDir, id, master);
  const removed: string[] = [];
  const remove = async (name: string) => {
    await removePath(join(built, name));
    removed.push(name);
  };
  for (const { name } of await listFolder(built)) {
    const path = join(built, name);
    const isOld = BUILT_FOLDER.test(name) && name !== master.hash8 && name !== shown;
    if (isOld && !(await isWorkedIn(path))) await remove(name);
    if (CONTACT_SHEET.test(name) && path !== sheet) await remove(name);
  }
  // A scene that is compiled still may name the thumbnail of another first view.
  if (shown === master.hash8) return removed;
  for (const { name } of await listFolder(join(built, master.hash8))) {
    const isOld = THUMBNAIL.test(name) && name !== thumbnailFile(master.still);
    if (isOld) await remove(`${master.hash8}/${name}`);
  }
  return removed;
}

async function isWorkedIn(folder: string): Promise<boolean> {
  const pids = (await listFolder(folder)).flatMap(({ name }) => {
    const [, pid] = WORK_FOLDER.exec(name) ?? [];
    return pid === undefined ? [] : [Number(pid)];
  });
  return pids.some(isProcessAlive);
}
