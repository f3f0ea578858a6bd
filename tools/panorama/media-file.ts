import { basename } from 'node:path';
import { AssetError } from '#core/errors';
import { openFile } from '../io/file-parts';
import { readHead } from '../io/files';
import { type PictureFacts, readPictureFacts } from '../io/picture';
import { isMasterFormat } from './master-format';
import { partBytes, partsWithoutMetadata } from './strip-metadata';
import { readFilmFacts, type VideoFacts, videoFormatOf } from './video-facts';

/** A picture or film that lies beside a panorama and is shown by its hotspots. */
export type MediaFile =
  | { readonly type: 'picture'; readonly extension: string; readonly picture: PictureFacts }
  | { readonly type: 'film'; readonly extension: string; readonly film: VideoFacts };

/** Extensions that the record's schema takes, by what a file is. */
const PICTURE_EXTENSION = { jpeg: 'jpg', png: 'png', webp: 'webp', avif: 'avif', tiff: 'tif' };

/** A picture this large loads in three seconds over a village's line (5 Mbit/s). */
export const MEDIA_PICTURE_LIMIT_BYTES = 2_000_000;
/** A minute of film in full HD. */
export const MEDIA_FILM_LIMIT_BYTES = 60_000_000;

/**
 * What a file is by its bytes, whatever its name says.
 *
 * @throws AssetError of the reader: `picture-format`, `picture-unreadable`, `video-unreadable`,
 *   `video-codec`, ...
 */
export async function readMediaFile(path: string): Promise<MediaFile> {
  const file = basename(path);
  if (videoFormatOf(await readHead(path, 64)) !== undefined) {
    const source = await openFile(path);
    const film = await readFilmFacts(source, file).finally(() => source.close());
    return { type: 'film', extension: film.format, film };
  }
  const picture = await readPictureFacts(path, file);
  return { type: 'picture', extension: PICTURE_EXTENSION[picture.format], picture };
}

/**
 * Bytes in which a file tells more than its pixels: place, time, device, comments, previews.
 *
 * @returns 0 where it tells nothing
 */
export async function hiddenBytes(path: string, media: MediaFile): Promise<number> {
  if (media.type === 'film') {
    return media.film.privateRuns.reduce((sum, { from, to }) => sum + to - from, 0);
  }
  const { format, exif, xmp } = media.picture;
  if (!isMasterFormat(format)) return (exif?.length ?? 0) + (xmp?.length ?? 0);
  const source = await openFile(path);
  try {
    const parts = await partsWithoutMetadata(source, format);
    const kept = parts.reduce((sum, part) => sum + partBytes(part), 0);
    return source.sizeBytes - kept;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AssetError('picture-unreadable', {
      file: basename(path),
      expected: 'a whole picture',
      found: error.message,
      fix: 'Export it again from the program it comes from.',
    });
  } finally {
    await source.close();
  }
}
