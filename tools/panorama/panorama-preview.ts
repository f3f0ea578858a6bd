import { basename, join } from 'node:path';
import { radFromDeg } from '#core/geo/angles';
import { writeFileAtomic } from '../io/atomic';
import { pathExists } from '../io/files';
import { decodePicture, encodeWebp, type RawPicture, resizePicture } from '../io/picture';
import { blurRows } from './blur-rows';
import { memoryRows } from './memory-rows';
import {
  builtDir,
  contactSheetPath,
  findMaster,
  type PanoramaMaster,
  PREVIEW_FILE,
  thumbnailFile,
} from './panorama-files';
import { contactSheet, rectilinearView } from './rectilinear-view';
import type { StillView } from './still-view';

/** What stands in for a panorama until its tiles are there, and what galleries show. */
export interface PanoramaPreview {
  readonly preview: Buffer;
  readonly thumbnail: Buffer;
  readonly contactSheet: Buffer;
}

const PREVIEW_WIDTH_PX = 1024;
/** 40 KB: shown before anything else, also over a slow line. */
export const PREVIEW_LIMIT_BYTES = 40_000;
const PREVIEW_QUALITIES = [80, 72, 64, 56, 48, 40, 32, 24, 16];
const STILL_WEBP = { quality: 76, effort: 4 };
const THUMBNAIL_SIZE = { widthPx: 480, heightPx: 320, horizontalFovRad: radFromDeg(80) };
const SHEET_EDGE_PX = 360;
/** Twice the preview: enough for all pictures, and a JPEG decodes straight to it. */
const SOURCE_WIDTH_PX = 2048;

/**
 * Makes preview, thumbnail and contact sheet of a panorama where they are missing.
 *
 * @returns whether anything was written
 */
export async function ensurePanoramaPreview(rootDir: string, id: string): Promise<boolean> {
  const master = await findMaster(rootDir, id);
  const folder = builtDir(rootDir, id, master);
  const paths = {
    preview: join(folder, PREVIEW_FILE),
    thumbnail: join(folder, thumbnailFile(master.still)),
    contactSheet: contactSheetPath(rootDir, id, master),
  };
  const isThere = await Promise.all(Object.values(paths).map(pathExists));
  if (isThere.every(Boolean)) return false;
  const drawn = await drawPreview(await smallSphere(master, id), master.still);
  await writeFileAtomic(paths.contactSheet, drawn.contactSheet);
  await writeFileAtomic(paths.thumbnail, drawn.thumbnail);
  await writeFileAtomic(paths.preview, drawn.preview);
  return true;
}

/** A master at 2048 px or its own width, if that is less, with its blurs. */
export async function smallSphere(master: PanoramaMaster, id: string): Promise<RawPicture> {
  const widthPx = Math.min(SOURCE_WIDTH_PX, master.widthPx);
  const file = `panoramas/${id}/${basename(master.path)}`;
  const sphere = await decodePicture(master.path, file, widthPx);
  await blurRows(memoryRows(sphere), master.recipe.blurs);
  return sphere;
}

/**
 * Preview of at most 40 KB in the picture's own frame (the viewer levels it as it levels the
 * tiles), and levelled stills with straight lines: the first view, and six views all around.
 */
export async function drawPreview(sphere: RawPicture, still: StillView): Promise<PanoramaPreview> {
  const small = await resizePicture(sphere, PREVIEW_WIDTH_PX, PREVIEW_WIDTH_PX / 2);
  const view = rectilinearView(sphere, { ...THUMBNAIL_SIZE, ...still });
  return {
    preview: await fittingWebp(small),
    thumbnail: await encodeWebp(view, STILL_WEBP),
    contactSheet: await encodeWebp(contactSheet(sphere, still.pose, SHEET_EDGE_PX), STILL_WEBP),
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
