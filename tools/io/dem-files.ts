import { join } from 'node:path';
import { fileFacts, listFolder } from './files';
import { isDemName } from './open-dem';

/**
 * The elevation models that some paths stand for: a folder of files by the names of models stands
 * for all of them, by name; anything else for itself, a terrarium pyramid too.
 */
export async function demFiles(paths: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(paths.map(modelsOf));
  return lists.flat();
}

async function modelsOf(path: string): Promise<readonly string[]> {
  if ((await fileFacts(path))?.isFolder !== true) return [path];
  const entries = await listFolder(path);
  const names = entries.filter((entry) => entry.isFile() && isDemName(entry.name));
  return names.length === 0 ? [path] : names.map(({ name }) => join(path, name));
}
