import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { hash8 } from '../io/content-hash';
import { fileFacts, listFolder, readBytes } from '../io/files';
import { masterPicturePath } from '../io/master-picture';
import { readPictureFacts } from '../io/picture';

/** The picture that everything of a panorama is built from. */
export interface PanoramaMaster {
  readonly path: string;
  /** First eight digits of the SHA-256 of its bytes: name of its built folder. */
  readonly hash8: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Files that stand in until the tiles are there, inside a built folder. */
export const PREVIEW_FILE = 'preview.webp';
export const THUMBNAIL_FILE = 'thumbnail.webp';

/** Facts by path, size and time, so that a server need not read a master for every request. */
const knownMasters = new Map<string, PanoramaMaster>();

/** Folder of a panorama's files. */
export function panoramaDir(rootDir: string, id: string): string {
  return join(rootDir, 'panoramas', id);
}

/** Folder of what is built from a master. */
export function builtDir(rootDir: string, id: string, master: PanoramaMaster): string {
  return join(panoramaDir(rootDir, id), 'built', master.hash8);
}

/**
 * The master picture of a panorama.
 *
 * @throws AssetError `panorama-master-missing`, or what {@link readPictureFacts} throws
 */
export async function findMaster(rootDir: string, id: string): Promise<PanoramaMaster> {
  const folder = panoramaDir(rootDir, id);
  const path = await masterPicturePath(folder);
  const facts = path === null ? undefined : await fileFacts(path);
  if (path === null || facts === undefined) {
    throw new AssetError('panorama-master-missing', {
      file: `panoramas/${id}`,
      expected: 'master.jpg, master.png or master.webp',
      found: 'no such file',
      fix: 'Add the picture with arc panorama add, or draw it with arc panorama render.',
    });
  }
  const key = `${path} ${facts.sizeBytes} ${facts.modifiedMs}`;
  const known = knownMasters.get(key);
  if (known !== undefined) return known;
  const bytes = await readBytes(path);
  const { widthPx, heightPx } = await readPictureFacts(bytes, `panoramas/${id}/${basename(path)}`);
  const master = { path, hash8: hash8(bytes), widthPx, heightPx };
  knownMasters.set(key, master);
  return master;
}

/** Ids of all panoramas that have a master, sorted. */
export async function panoramaIds(rootDir: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const folder of await listFolder(join(rootDir, 'panoramas'))) {
    if (!folder.isDirectory()) continue;
    const master = await masterPicturePath(join(rootDir, 'panoramas', folder.name));
    if (master !== null) ids.push(folder.name);
  }
  return ids;
}
