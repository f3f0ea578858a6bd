import { join } from 'node:path';
import { hash8 } from '../io/content-hash';
import { listFolder, readBytes } from '../io/files';

/** Folder of the places' stills in a project, committed. */
export const STILL_FOLDER = 'stills';

const STILL = /^([a-z0-9-]+)\.webp$/;

/** Picture of a place and the record of how it was made. */
export function stillPaths(
  rootDir: string,
  placeId: string,
  outDir?: string,
): { readonly picture: string; readonly record: string } {
  const folder = outDir ?? join(rootDir, STILL_FOLDER);
  return { picture: join(folder, `${placeId}.webp`), record: join(folder, `${placeId}.json`) };
}

/**
 * Addresses of all stills by place, relative to the application's base; each changes with its bytes.
 *
 * @returns empty where no still was made
 */
export async function stillUrls(rootDir: string): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  for (const { name } of await listFolder(join(rootDir, STILL_FOLDER))) {
    const [, placeId] = STILL.exec(name) ?? [];
    if (placeId === undefined) continue;
    const version = hash8(await readBytes(join(rootDir, STILL_FOLDER, name)));
    urls.set(placeId, `${STILL_FOLDER}/${name}?v=${version}`);
  }
  return urls;
}
