import { join } from 'node:path';
import { writeFileAtomic } from '../io/atomic';
import { pathExists, readBytes } from '../io/files';
import { decodePicture, encodeWebp, type RawPicture, resizePicture } from '../io/picture';
import { builtDir, findMaster, PREVIEW_FILE, THUMBNAIL_FILE } from './panorama-files';
import { rectilinearView } from './rectilinear-view';

/** What stands in for a panorama until its tiles are there. */
export interface PanoramaPreview {
  readonly preview: Buffer;
  readonly thumbnail: Buffer;
}

const PREVIEW_WIDTH_PX = 1024;
/** 40 KB: shown before anything else, also over a slow line. */
export const PREVIEW_LIMIT_BYTES = 40_000;
const PREVIEW_QUALITIES = [80, 72, 64, 56, 48, 40, 32, 24, 16];
const THUMBNAIL_SIZE = { widthPx: 480, heightPx: 320, horizontalFovRad: (80 * Math.PI) / 180 };
/** Twice the preview: enough for both pictures, and a JPEG decodes straight to it. */
const SOURCE_WIDTH_PX = 2048;

/**
 * Makes preview and thumbnail of a panorama where they are missing.
 *
 * @returns whether anything was written
 */
export async function ensurePanoramaPreview(rootDir: string, id: string): Promise<boolean> {
  const master = await findMaster(rootDir, id);
  const folder = builtDir(rootDir, id, master);
  const isThere = await Promise.all(
    [PREVIEW_FILE, THUMBNAIL_FILE].map((name) => pathExists(join(folder, name))),
  );
  if (isThere.every(Boolean)) return false;
  const width = Math.min(SOURCE_WIDTH_PX, master.widthPx);
  const source = await decodePicture(await readBytes(master.path), master.path, width);
  const { preview, thumbnail } = await drawPreview(source);
  await writeFileAtomic(join(folder, THUMBNAIL_FILE), thumbnail);
  await writeFileAtomic(join(folder, PREVIEW_FILE), preview);
  return true;
}

/** Preview of at most 40 KB and a thumbnail with straight lines, from any resolution. */
export async function drawPreview(sphere: RawPicture): Promise<PanoramaPreview> {
  const small = await resizePicture(sphere, PREVIEW_WIDTH_PX, PREVIEW_WIDTH_PX / 2);
  const view = rectilinearView(sphere, THUMBNAIL_SIZE);
  return {
    preview: await fittingWebp(small),
    thumbnail: await encodeWebp(view, { quality: 76, effort: 4 }),
  };
}

/** The best quality that fits; a picture that never fits is halved (noise does that). */
async function fittingWebp(picture: RawPicture): Promise<Buffer> {
  for (const quality of PREVIEW_QUALITIES) {
    const bytes = await encodeWebp(picture, { quality, effort: 4 });
    if (bytes.length <= PREVIEW_LIMIT_BYTES) return bytes;
  }
  return fittingWebp(await resizePicture(picture, picture.widthPx / 2, picture.heightPx / 2));
}
