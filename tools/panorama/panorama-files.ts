import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { fileSha256 } from '../io/file-hash';
import { fileFacts, listFolder } from '../io/files';
import { masterPicturePath } from '../io/master-picture';
import { readPictureFacts } from '../io/picture';
import { builtHash8, PLAIN_TILES, type TileRecipe } from './built-hash';
import { findPanoramaRecord, type PanoramaRecordFile, readPanoramaRecord } from './panorama-record';
import { type StillView, stillViewOf } from './still-view';

/** The picture that everything of a panorama is built from, and how. */
export interface PanoramaMaster {
  readonly path: string;
  /** Name of its built folder, see `builtHash8`. */
  readonly hash8: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly recipe: TileRecipe;
  /** Where its stills look. */
  readonly still: StillView;
}

/** File that stands in until the tiles are there, inside a built folder. */
export const PREVIEW_FILE = 'preview.webp';

/** The first view as a still, inside a built folder; its name changes with the view. */
export function thumbnailFile({ view8 }: StillView): string {
  return `thumbnail-${view8}.webp`;
}

/** Six levelled views of the whole sphere on one sheet; for editors, so not among the tiles. */
export function contactSheetPath(rootDir: string, id: string, master: PanoramaMaster): string {
  const name = `contact-sheet-${master.hash8}-${master.still.view8}.webp`;
  return join(panoramaDir(rootDir, id), 'built', name);
}

/** Whether a file in a built folder is one that is made before the tiles. */
export function isStandIn(name: string): boolean {
  return name === PREVIEW_FILE || /^thumbnail-[0-9a-f]{8}\.webp$/.test(name);
}

/** Hash and size by path, size and time, so that a server need not read a master per request. */
const knownPictures = new Map<string, { sha256: string; widthPx: number; heightPx: number }>();
const knownRecipes = new Map<string, Pick<PanoramaMaster, 'recipe' | 'still'>>();

/** Folder of a panorama's files. */
export function panoramaDir(rootDir: string, id: string): string {
  return join(rootDir, 'panoramas', id);
}

/** Folder of what is built from a master. */
export function builtDir(rootDir: string, id: string, master: PanoramaMaster): string {
  return join(panoramaDir(rootDir, id), 'built', master.hash8);
}

/**
 * The master picture of a panorama, and what its record says about its tiles.
 *
 * @throws AssetError `panorama-master-missing`, or what {@link readPictureFacts} throws;
 *   SceneError `scene-record-faulty`
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
  const picture = knownPictures.get(key) ?? (await readMaster(path, id));
  knownPictures.set(key, picture);
  const { sha256, widthPx, heightPx } = picture;
  const { recipe, still } = await recipeOf(await findPanoramaRecord(rootDir, id));
  return { path, hash8: builtHash8(sha256, recipe), widthPx, heightPx, recipe, still };
}

async function readMaster(path: string, id: string) {
  const { widthPx, heightPx } = await readPictureFacts(path, `panoramas/${id}/${basename(path)}`);
  return { sha256: await fileSha256(path), widthPx, heightPx };
}

async function recipeOf(
  file: PanoramaRecordFile | undefined,
): Promise<Pick<PanoramaMaster, 'recipe' | 'still'>> {
  if (file === undefined) return { recipe: PLAIN_TILES, still: stillViewOf({}) };
  const key = `${file.path} ${file.modifiedMs}`;
  const known = knownRecipes.get(key);
  if (known !== undefined) return known;
  const { record } = await readPanoramaRecord(file);
  const { blurs, tileFormat } = record;
  const read = { recipe: { blurs, tileFormat }, still: stillViewOf(record) };
  knownRecipes.set(key, read);
  return read;
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
