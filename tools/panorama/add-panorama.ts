import { basename, join, relative } from 'node:path';
import { AssetError } from '#core/errors';
import {
  type Licence,
  type PanoramaInput,
  type Place,
  placeHeightM,
  SCENE_SCHEMA_VERSION,
} from '#scene';
import { writeFolderAtomic } from '../io/atomic';
import { fileFacts, pathExists, readBytes, removePath, writeInto } from '../io/files';
import {
  decodePicture,
  encodeMaster,
  type PictureFacts,
  type RawPicture,
  readPictureFacts,
} from '../io/picture';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { findPlace, writePanoramaRecord } from '../scene/scene-repository';
import { completeSphere } from './complete-sphere';
import { panoramaDir } from './panorama-files';
import { ensurePanoramaTiles, type TilingOutcome } from './panorama-tiles';
import { type PictureMetadata, readPictureMetadata } from './picture-metadata';
import { stripMetadata } from './strip-metadata';

/** What the editor says about a picture; the picture's own metadata stands in for the rest. */
export interface AddPanoramaOptions {
  readonly id?: string;
  readonly headingDeg?: number;
  readonly pitchDeg?: number;
  readonly rollDeg?: number;
  readonly credit?: string;
  readonly licence?: Licence;
  readonly date?: string;
  readonly titleVi?: string;
  readonly titleEn?: string;
}

export interface AddPanoramaOutcome {
  readonly id: string;
  readonly placeId: string;
  readonly isDraft: boolean;
  /** What is missing to publish it. */
  readonly missing: readonly MissingField[];
  /** What was read from the picture because the editor did not say it. */
  readonly fromPicture: readonly string[];
  /** Relative to the project, with forward slashes. */
  readonly recordFile: string;
  readonly tiling: TilingOutcome;
}

export type MissingField = 'heading' | 'credit' | 'licence' | 'date' | 'position';

/** Height of a camera on its stand where nobody says otherwise. */
const CAMERA_ABOVE_GROUND_M = 1.7;
const SMALLEST_WIDTH_PX = 1024;
const EXTENSION = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;

/**
 * Takes a 360° picture into the project: master without metadata, record, tiles.
 *
 * Everything is read and checked before anything is written. A JPEG, PNG or WebP that is a full
 * sphere keeps its pixels byte for byte; a crop or a rotated picture is encoded anew.
 *
 * @param imagePath - absolute
 * @throws AssetError about the picture, SceneError about place and record
 */
export async function addPanorama(
  rootDir: string,
  imagePath: string,
  placeId: string,
  options: AddPanoramaOptions = {},
  progress: Progress = SILENT_PROGRESS,
  signal?: AbortSignal,
): Promise<AddPanoramaOutcome> {
  const sceneDir = join(rootDir, 'scenes/northwest');
  const place = await findPlace(sceneDir, placeId);
  const { bytes, extension, metadata } = await readSphere(imagePath);
  const id = await freeId(rootDir, placeId, options.id);
  const { record, missing, fromPicture } = recordOf(id, place, options, metadata);
  signal?.throwIfAborted();
  const folder = panoramaDir(rootDir, id);
  await writeFolderAtomic(folder, (inside) =>
    writeInto(join(inside, `master.${extension}`), bytes),
  );
  const recordPath = await writePanoramaRecord(sceneDir, record).catch(async (error: unknown) => {
    // A master without a record belongs to nobody.
    await removePath(folder);
    throw error;
  });
  const recordFile = relative(rootDir, recordPath).replaceAll('\\', '/');
  const tiling = await ensurePanoramaTiles(rootDir, id, progress, signal);
  return { id, placeId, isDraft: missing.length > 0, missing, fromPicture, recordFile, tiling };
}

/** The picture as it will lie in the project. */
async function readSphere(
  imagePath: string,
): Promise<{ bytes: Uint8Array; extension: string; metadata: PictureMetadata }> {
  const file = basename(imagePath);
  const there = await fileFacts(imagePath);
  if (there === undefined || there.isFolder) {
    throw new AssetError('picture-missing', {
      file: imagePath,
      expected: 'a picture file',
      found: there === undefined ? 'nothing there' : 'a folder',
      fix: 'Check the path.',
    });
  }
  const bytes = await readBytes(imagePath);
  const facts = await readPictureFacts(bytes, file);
  const metadata = await readPictureMetadata(bytes);
  const isCrop = facts.widthPx !== 2 * facts.heightPx;
  if (isCrop && metadata.crop === undefined) throw notEquirectangular(file, facts);
  // Decoded whole even where its bytes are kept: a file that ends too early must not get in.
  let picture: RawPicture = await decodePicture(bytes, file);
  const isKept = metadata.crop === undefined || !isRealCrop(metadata, facts);
  if (!isKept && metadata.crop !== undefined)
    picture = completeSphere(picture, metadata.crop, file);
  if (picture.widthPx < SMALLEST_WIDTH_PX || picture.widthPx !== 2 * picture.heightPx) {
    throw notEquirectangular(file, facts);
  }
  const isUpright = facts.orientation === 1;
  const master =
    isKept && isUpright
      ? stripMetadata(bytes, facts.format)
      : await encodeMaster(picture, facts.format);
  return { bytes: master, extension: EXTENSION[facts.format], metadata };
}

/** Cameras write GPano also for full spheres; then there is nothing to complete. */
function isRealCrop({ crop }: PictureMetadata, facts: PictureFacts): boolean {
  return (
    crop !== undefined &&
    (crop.fullWidthPx !== facts.widthPx || crop.fullHeightPx !== facts.heightPx)
  );
}

function notEquirectangular(file: string, facts: PictureFacts): AssetError {
  return new AssetError('panorama-not-equirectangular', {
    file,
    expected:
      'an equirectangular picture: twice as wide as high, at least 1024 x 512, or with GPano tags that say which part of the sphere it is',
    found: `${facts.widthPx} x ${facts.heightPx} without GPano tags`,
    fix: 'Export the full sphere (2:1) from the program that stitched it.',
  });
}

/** The id asked for, or the first free `<place>-<n>`. */
async function freeId(rootDir: string, placeId: string, asked?: string): Promise<string> {
  if (asked !== undefined) {
    if (!(await pathExists(panoramaDir(rootDir, asked)))) return asked;
    throw new AssetError('panorama-exists', {
      file: `panoramas/${asked}`,
      expected: 'an id that is not taken',
      found: 'a panorama with this id',
      fix: 'Choose another --id, or leave it out.',
    });
  }
  for (let n = 1; ; n++) {
    const id = `${placeId}-${n}`;
    if (!(await pathExists(panoramaDir(rootDir, id)))) return id;
  }
}

function recordOf(
  id: string,
  place: Place,
  options: AddPanoramaOptions,
  metadata: PictureMetadata,
): { record: PanoramaInput; missing: MissingField[]; fromPicture: string[] } {
  const headingDeg = options.headingDeg ?? metadata.headingDeg;
  const date = options.date ?? metadata.date;
  const groundM = placeHeightM(place);
  const { lonDeg, latDeg } = metadata.position ?? place.position;
  const missing: MissingField[] = [];
  if (headingDeg === undefined) missing.push('heading');
  if (options.credit === undefined) missing.push('credit');
  if (options.licence === undefined) missing.push('licence');
  if (date === undefined) missing.push('date');
  if (groundM === null) missing.push('position');
  const pitchDeg = options.pitchDeg ?? metadata.pitchDeg ?? 0;
  const rollDeg = options.rollDeg ?? metadata.rollDeg ?? 0;
  const record: PanoramaInput = {
    schemaVersion: SCENE_SCHEMA_VERSION,
    id,
    kind: 'photo',
    placeId: place.id,
    title: { vi: options.titleVi ?? place.name.vi, en: options.titleEn ?? place.name.en },
    description: {
      vi: `Ảnh 360° chụp tại ${place.name.vi}.`,
      en: `360° photograph taken at ${place.name.en}.`,
    },
    ...(missing.length > 0 ? { isDraft: true } : {}),
    ...(groundM === null
      ? {}
      : { position: { lonDeg, latDeg, heightOrthometricM: lensHeightM(groundM) } }),
    ...(headingDeg === undefined
      ? {}
      : { pose: { headingDeg, pitchDeg, rollDeg }, firstView: { headingDeg } }),
    ...(options.credit === undefined ? {} : { credit: options.credit }),
    ...(options.licence === undefined ? {} : { licence: options.licence }),
    ...(date === undefined ? {} : { date }),
  };
  return { record, missing, fromPicture: readFromPicture(options, metadata) };
}

/** Rounded to a decimetre: more would claim what nobody measured. */
function lensHeightM(groundM: number): number {
  return Math.round((groundM + CAMERA_ABOVE_GROUND_M) * 10) / 10;
}

function readFromPicture(options: AddPanoramaOptions, metadata: PictureMetadata): string[] {
  const read: string[] = [];
  const { headingDeg, pitchDeg, rollDeg, date, position } = metadata;
  if (options.headingDeg === undefined && headingDeg !== undefined)
    read.push(`heading ${headingDeg}°`);
  if (options.pitchDeg === undefined && pitchDeg !== undefined) read.push(`pitch ${pitchDeg}°`);
  if (options.rollDeg === undefined && rollDeg !== undefined) read.push(`roll ${rollDeg}°`);
  if (options.date === undefined && date !== undefined) read.push(`date ${date}`);
  if (position !== undefined) read.push(`position ${position.lonDeg}, ${position.latDeg}`);
  return read;
}
