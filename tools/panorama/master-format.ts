import type { PictureFormat } from '../io/picture';

/** Formats in which master pictures lie in the project. */
export type MasterFormat = 'jpeg' | 'png' | 'webp';

/** Extension of a master's file. */
export const MASTER_EXTENSION = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const satisfies Record<
  MasterFormat,
  string
>;

/** WebP ends here; larger pictures of that format do not exist. */
const WEBP_MAX_PX = 16383;

/**
 * The format of a master whose pixels have to be encoded anew: the source's own, but JPEG
 * (quality 95, full colour resolution) for TIFF and AVIF, which would be needlessly large or which
 * browsers and tools of a project do not all read.
 */
export function masterFormatOf(source: PictureFormat, widthPx: number): MasterFormat {
  if (source === 'png') return 'png';
  return source === 'webp' && widthPx <= WEBP_MAX_PX ? 'webp' : 'jpeg';
}

/** Whether a file of this format can become the master as it is, without its metadata. */
export function isMasterFormat(format: PictureFormat): format is MasterFormat {
  return format === 'jpeg' || format === 'png' || format === 'webp';
}
