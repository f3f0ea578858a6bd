import { join } from 'node:path';
import { listFolder } from './files';

const MASTER_NAME = /^master\.(?:jpe?g|png|webp)$/;

/**
 * The picture that everything of a panorama is built from.
 *
 * @param folder - the panorama's folder
 * @returns its path; null where there is none
 */
export async function masterPicturePath(folder: string): Promise<string | null> {
  const entries = await listFolder(folder);
  const name = entries.find((entry) => entry.isFile() && MASTER_NAME.test(entry.name))?.name;
  return name === undefined ? null : join(folder, name);
}
