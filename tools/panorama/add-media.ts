import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { writeFileAtomic } from '../io/atomic';
import { openFile, writeParts } from '../io/file-parts';
import { fileFacts, makeFolder, movePath, pathExists, removePath } from '../io/files';
import { decodePicture, encodeWebp, type PictureFacts } from '../io/picture';
import { isMasterFormat } from './master-format';
import { MEDIA_PICTURE_LIMIT_BYTES, readMediaFile } from './media-file';
import { panoramaDir } from './panorama-files';
import { partsWithoutMetadata } from './strip-metadata';
import { copyFilm } from './video-copy';

/** A picture or film laid beside a panorama. */
export interface AddedMedia {
  /** Name to write into a hotspot's "file". */
  readonly file: string;
  readonly sizeBytes: number;
  /** Whether its pixels are those of the source, byte for byte. */
  readonly isKept: boolean;
}

/** Wide enough for the whole window of a desktop. */
const MAX_WIDTH_PX = 2560;
const WEBP = { quality: 82, effort: 5 };

/**
 * Lays a picture or film into `panoramas/<id>/media/`, without what it says about its maker. A
 * picture that is upright, small enough and JPEG, PNG or WebP keeps its pixels; others become WebP
 * of at most 2560 px.
 *
 * @param path - absolute
 * @throws AssetError about the file; `panorama-unknown`, `panorama-media-exists`
 */
export async function addMedia(rootDir: string, id: string, path: string): Promise<AddedMedia> {
  const folder = panoramaDir(rootDir, id);
  if (!(await pathExists(folder))) throw unknownPanorama(id);
  const there = await fileFacts(path);
  if (there === undefined || there.isFolder) throw missingFile(path);
  const media = await readMediaFile(path);
  const isKept =
    media.type === 'film' || isKeepable(media.picture, there.sizeBytes, media.extension);
  const name = `${plainName(path)}.${isKept ? media.extension : 'webp'}`;
  const outPath = join(folder, 'media', name);
  if (await pathExists(outPath)) throw existing(id, name);
  await makeFolder(join(folder, 'media'));
  if (!isKept) await writeFileAtomic(outPath, await webpOf(path));
  else {
    const part = join(folder, 'media', `.${name}.part`);
    try {
      if (media.type === 'film') await copyFilm(path, media.film, part);
      else await copyStripped(path, media.picture, part);
      await movePath(part, outPath);
    } finally {
      await removePath(part);
    }
  }
  const sizeBytes = (await fileFacts(outPath))?.sizeBytes ?? 0;
  return { file: name, sizeBytes, isKept };
}

function isKeepable(picture: PictureFacts, sizeBytes: number, extension: string): boolean {
  const isUpright = picture.orientation === 1 && isMasterFormat(picture.format);
  const isSmall = sizeBytes <= MEDIA_PICTURE_LIMIT_BYTES && picture.widthPx <= MAX_WIDTH_PX;
  return isUpright && isSmall && extension !== 'tif';
}

async function copyStripped(path: string, { format }: PictureFacts, out: string): Promise<void> {
  if (!isMasterFormat(format)) throw new RangeError(`Expected JPEG, PNG or WebP, got ${format}.`);
  // A torn file must not get in.
  await decodePicture(path, basename(path), 512);
  const source = await openFile(path);
  try {
    await writeParts(source, await partsWithoutMetadata(source, format), out);
  } finally {
    await source.close();
  }
}

async function webpOf(path: string): Promise<Buffer> {
  const file = basename(path);
  const whole = await decodePicture(path, file);
  if (whole.widthPx <= MAX_WIDTH_PX) return encodeWebp(whole, WEBP);
  return encodeWebp(await decodePicture(path, file, MAX_WIDTH_PX), WEBP);
}

/** `Bậc đá (2).JPG` to `bac-da-2`: names that the record's schema takes. */
function plainName(path: string): string {
  const bare = basename(path).replace(/\.[^.]*$/, '');
  const plain = bare
    .replaceAll(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'media';
}

function unknownPanorama(id: string): AssetError {
  return new AssetError('panorama-unknown', {
    file: `panoramas/${id}`,
    expected: 'a panorama of this project',
    found: 'no such folder',
    fix: 'Add the panorama first: arc panorama add, or arc panorama render.',
  });
}

function missingFile(path: string): AssetError {
  return new AssetError('picture-missing', {
    file: path,
    expected: 'a picture or film',
    found: 'nothing there, or a folder',
    fix: 'Check the path.',
  });
}

function existing(id: string, name: string): AssetError {
  return new AssetError('panorama-media-exists', {
    file: `panoramas/${id}/media/${name}`,
    expected: 'a name that is not taken',
    found: 'a file of this name',
    fix: 'Rename the file that you add, or remove the one that is there.',
  });
}
