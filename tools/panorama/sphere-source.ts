import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { openFile, writeParts } from '../io/file-parts';
import { fileFacts, removePath } from '../io/files';
import { decodePicture, type PictureFacts, readPictureFacts } from '../io/picture';
import { decodeToRows, encodeRows } from '../io/picture-rows';
import { RowFile } from '../io/row-file';
import { layIntoSphere, requireCropFits } from './complete-sphere';
import type { CubeFiles } from './cube-faces';
import { cubeToSphere, readCube, sphereWidthPx } from './cube-to-sphere';
import {
  isMasterFormat,
  MASTER_EXTENSION,
  type MasterFormat,
  masterFormatOf,
} from './master-format';
import { type PictureMetadata, readPictureMetadata, type SphereCrop } from './picture-metadata';
import { partsWithoutMetadata } from './strip-metadata';

/** A picture that can become a panorama: checked by its header, its pixels not read yet. */
export interface SphereSource {
  readonly metadata: PictureMetadata;
  readonly widthPx: number;
  /**
   * Reads every pixel and writes `master.<extension>` without metadata into a folder; the folder
   * is thrown away by the caller where this throws.
   *
   * @throws AssetError `picture-unreadable`
   */
  writeMaster(folder: string): Promise<void>;
}

const SMALLEST_WIDTH_PX = 1024;
/** Narrow enough for little memory; the decoder still reads every byte of the file. */
const VERIFY_WIDTH_PX = 1024;
const PART_ROWS_FILE = 'part.tif';
const ROWS_FILE = 'rows.tif';
/** EXIF orientations from 5 on swap width and height. */
const FIRST_SWAPPED = 5;

/**
 * Opens an equirectangular picture, or a crop of one that says where it lies.
 *
 * @throws AssetError about the file, `panorama-not-equirectangular`
 */
export async function openSphere(path: string): Promise<SphereSource> {
  const file = basename(path);
  await requireFile(path);
  const facts = await readPictureFacts(path, file);
  const metadata = await readPictureMetadata(facts, path);
  const size = uprightSize(facts);
  const crop = realCrop(metadata.crop, size);
  if (crop !== undefined) requireCropFits(size, crop, file);
  const widthPx = crop?.fullWidthPx ?? size.widthPx;
  const heightPx = crop?.fullHeightPx ?? size.heightPx;
  if (widthPx !== 2 * heightPx || widthPx < SMALLEST_WIDTH_PX) throw notEquirectangular(file, size);
  const { format } = facts;
  const isKept = crop === undefined && facts.orientation === 1 && isMasterFormat(format);
  const writeMaster = isKept
    ? (folder: string) => copyMaster(path, file, format, folder)
    : (folder: string) => encodeSphere(path, file, facts, crop, widthPx, folder);
  return { metadata, widthPx, writeMaster };
}

/** Opens six faces of a cube as a sphere. */
export async function openCube(files: CubeFiles): Promise<SphereSource> {
  for (const path of Object.values(files)) await requireFile(path);
  const file = basename(files.front);
  const facts = await readPictureFacts(files.front, file);
  const { crop: _, ...metadata } = await readPictureMetadata(facts, files.front);
  const cube = await readCube(files);
  const widthPx = sphereWidthPx(cube);
  const writeMaster = async (folder: string): Promise<void> => {
    const rowsPath = join(folder, ROWS_FILE);
    const rows = await RowFile.create(rowsPath, widthPx, widthPx / 2);
    await cubeToSphere(cube, rows).finally(() => rows.close());
    await encodeMasterRows(rowsPath, masterFormatOf(facts.format, widthPx), folder);
  };
  return { metadata, widthPx, writeMaster };
}

async function requireFile(path: string): Promise<void> {
  const there = await fileFacts(path);
  if (there !== undefined && !there.isFolder) return;
  throw new AssetError('picture-missing', {
    file: path,
    expected: 'a picture file',
    found: there === undefined ? 'nothing there' : 'a folder',
    fix: 'Check the path.',
  });
}

/** The source's own bytes, after every pixel was decoded once: a torn file must not get in. */
async function copyMaster(
  path: string,
  file: string,
  format: MasterFormat,
  folder: string,
): Promise<void> {
  await decodePicture(path, file, VERIFY_WIDTH_PX);
  const source = await openFile(path);
  try {
    const parts = await partsWithoutMetadata(source, format);
    await writeParts(source, parts, join(folder, `master.${MASTER_EXTENSION[format]}`));
  } finally {
    await source.close();
  }
}

async function encodeSphere(
  path: string,
  file: string,
  facts: PictureFacts,
  crop: SphereCrop | undefined,
  widthPx: number,
  folder: string,
): Promise<void> {
  const partPath = join(folder, PART_ROWS_FILE);
  const part = await decodeToRows(path, file, partPath);
  let rowsPath = partPath;
  try {
    if (crop !== undefined) {
      rowsPath = join(folder, ROWS_FILE);
      const rows = await RowFile.create(rowsPath, crop.fullWidthPx, crop.fullHeightPx);
      await layIntoSphere(part, crop, rows).finally(() => rows.close());
    }
  } finally {
    await part.close();
  }
  await encodeMasterRows(rowsPath, masterFormatOf(facts.format, widthPx), folder);
  await removePath(partPath);
}

async function encodeMasterRows(
  rowsPath: string,
  format: MasterFormat,
  folder: string,
): Promise<void> {
  await encodeRows(rowsPath, join(folder, `master.${MASTER_EXTENSION[format]}`), format);
  await removePath(rowsPath);
}

function uprightSize({ widthPx, heightPx, orientation }: PictureFacts) {
  return orientation >= FIRST_SWAPPED
    ? { widthPx: heightPx, heightPx: widthPx }
    : { widthPx, heightPx };
}

/** Cameras write GPano also for full spheres; then there is nothing to complete. */
function realCrop(
  crop: SphereCrop | undefined,
  size: { readonly widthPx: number; readonly heightPx: number },
): SphereCrop | undefined {
  if (crop === undefined) return undefined;
  const isWhole = crop.fullWidthPx === size.widthPx && crop.fullHeightPx === size.heightPx;
  // Scaled after it was stitched, with the tags of the original: still the whole sphere.
  const isWholeScaled =
    size.widthPx === 2 * size.heightPx &&
    crop.leftPx === 0 &&
    crop.topPx === 0 &&
    crop.fullWidthPx === 2 * crop.fullHeightPx &&
    crop.isWhole;
  return isWhole || isWholeScaled ? undefined : crop;
}

function notEquirectangular(
  file: string,
  size: { readonly widthPx: number; readonly heightPx: number },
): AssetError {
  return new AssetError('panorama-not-equirectangular', {
    file,
    expected:
      'an equirectangular picture: twice as wide as high, at least 1024 x 512, or with GPano tags that say which part of the sphere it is',
    found: `${size.widthPx} x ${size.heightPx} without GPano tags`,
    fix: 'Export the full sphere (2:1) from the program that stitched it.',
  });
}
