import { join } from 'node:path';
import { listFolder } from '../../io/files';

/**
 * The files of a tile set that may be tiles: two folders with numbers for names down.
 *
 * @returns `z/x/file`, relative to the set, with forward slashes; a level may hold millions
 */
export async function tilePaths(dir: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const z of await numberedFolders(dir)) {
    for (const x of await numberedFolders(join(dir, z))) {
      for (const entry of await listFolder(join(dir, z, x))) {
        if (entry.isFile()) paths.push(`${z}/${x}/${entry.name}`);
      }
    }
  }
  return paths;
}

async function numberedFolders(path: string): Promise<readonly string[]> {
  const entries = await listFolder(path);
  return entries
    .filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name))
    .map((e) => e.name);
}
