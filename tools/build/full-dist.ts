import { join } from 'node:path';
import { readPictureDescription } from '../imagery/picture-description';
import { writeFileAtomic, writeFolderAtomic } from '../io/atomic';
import { brotliText, gzipBytes, isGzip } from '../io/compress';
import {
  copyInto,
  fileFacts,
  listFolder,
  pathExists,
  readBytes,
  readText,
  removePath,
  walkFiles,
  writeInto,
} from '../io/files';
import type { Progress } from '../io/progress';
import { findMaster } from '../panorama/panorama-files';
import { ensurePanoramaTiles } from '../panorama/panorama-tiles';
import { shownPanoramas } from '../panorama/shown-panoramas';
import { STILL_FOLDER } from '../panorama/still-files';
import { contentTypeOf, isCompressible } from '../serve/content-type';

/** Files of a tileset that visitors ask for. */
const TILESET_FILE = /^(layer|imagery)\.json$|^\d+\/\d+\/\d+\.[a-z]+$/;
/** What hotspots show, and the film of a panorama that moves. */
const MEDIA_FILE = /^[a-z0-9][a-z0-9-]*\.(?:webp|jpg|png|avif|mp4|webm)$/;
const COMPRESS_FROM_BYTES = 1024;

/**
 * Copies the tilesets and the panoramas' tiles that the compiled scene names into `dist/`, where a
 * host without our server finds them at the same addresses. Drafts are not among them.
 */
export async function copyDataIntoDist(rootDir: string, progress: Progress): Promise<void> {
  for (const id of await sceneTilesetIds(rootDir)) {
    const folder = join(rootDir, 'tilesets', id);
    // Deeper tiles that a server of ours has painted here and there are no level of a static host.
    const deepest = (await readPictureDescription(folder))?.builtLevel ?? Number.POSITIVE_INFINITY;
    await copyFolder(folder, join(rootDir, 'dist/tilesets', id), {
      accepts: (path) => TILESET_FILE.test(path) && !(Number.parseInt(path, 10) > deepest),
      label: `tileset ${id}`,
      progress,
    });
  }
  await copyFolder(join(rootDir, STILL_FOLDER), join(rootDir, 'dist', STILL_FOLDER), {
    accepts: (path) => /^[a-z0-9-]+\.webp$/.test(path),
    label: 'stills',
    progress,
  });
  const shown = await shownPanoramas(rootDir);
  for (const { name } of await listFolder(join(rootDir, 'dist/panoramas'))) {
    if (!shown.has(name)) await removePath(join(rootDir, 'dist/panoramas', name));
  }
  for (const id of shown.keys()) {
    await ensurePanoramaTiles(rootDir, id, progress);
    const { hash8 } = await findMaster(rootDir, id);
    const built = join('panoramas', id, 'built', hash8);
    await copyFolder(join(rootDir, built), join(rootDir, 'dist', built), {
      accepts: (path) => !path.startsWith('.'),
      label: `panorama ${id}`,
      progress,
    });
    const media = join('panoramas', id, 'media');
    if (!(await pathExists(join(rootDir, media)))) continue;
    await copyFolder(join(rootDir, media), join(rootDir, 'dist', media), {
      accepts: (path) => MEDIA_FILE.test(path),
      label: `pictures and films of ${id}`,
      progress,
    });
  }
}

/**
 * Writes `.br` and `.gz` beside every text of the application and `.gz` beside every terrain tile,
 * for hosts that send them.
 */
export async function precompressDist(rootDir: string, progress: Progress): Promise<void> {
  const dist = join(rootDir, 'dist');
  const files = (await listFolder(dist)).filter(({ name }) => !/^(tilesets|panoramas)$/.test(name));
  const accepted = new Set(files.map(({ name }) => name));
  const texts = (await walkFiles(dist, (path) => accepted.has(path.split('/')[0] ?? ''))).filter(
    (path) => isCompressible(contentTypeOf(path)),
  );
  for (const [index, path] of texts.entries()) {
    progress.report('compressing', index, texts.length);
    const file = join(dist, path);
    if (((await fileFacts(file))?.sizeBytes ?? 0) < COMPRESS_FROM_BYTES) continue;
    const bytes = await readBytes(file);
    const [brotli, gzip] = await Promise.all([brotliText(bytes, 11), gzipBytes(bytes, 9)]);
    await writeFileAtomic(`${file}.br`, brotli);
    await writeFileAtomic(`${file}.gz`, gzip);
  }
  progress.report('compressing', texts.length, texts.length);
  const tilesets = join(dist, 'tilesets');
  const tiles = (await walkFiles(tilesets)).filter((path) => path.endsWith('.terrain'));
  for (const [index, path] of tiles.entries()) {
    progress.report('compressing terrain', index, tiles.length);
    const file = join(tilesets, path);
    const bytes = await readBytes(file);
    if (!isGzip(bytes)) await writeInto(`${file}.gz`, await gzipBytes(bytes, 9));
  }
  progress.report('compressing terrain', tiles.length, tiles.length);
}

/** Ids of the tilesets that the compiled scene asks for. */
async function sceneTilesetIds(rootDir: string): Promise<readonly string[]> {
  const index = JSON.parse(await readText(join(rootDir, 'dist/scene/index.json')));
  return [index.terrain.tilesetId, index.imagery.tilesetId];
}

interface CopyOptions {
  accepts(path: string): boolean;
  readonly label: string;
  readonly progress: Progress;
}

async function copyFolder(from: string, to: string, options: CopyOptions): Promise<void> {
  const files = (await walkFiles(from)).filter((path) => options.accepts(path));
  await writeFolderAtomic(to, async (folder) => {
    for (const [index, path] of files.entries()) {
      options.progress.report(options.label, index, files.length);
      await copyInto(join(from, path), join(folder, path));
    }
  });
  options.progress.report(options.label, files.length, files.length);
}
