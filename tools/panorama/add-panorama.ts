import { basename, join, relative } from 'node:path';
import { AssetError, UsageError } from '#core/errors';
import type { Licence } from '#scene';
import { writeFolderAtomic } from '../io/atomic';
import { openFile } from '../io/file-parts';
import { fileFacts, makeFolder, pathExists, readHead, removePath } from '../io/files';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { findPlace, writePanoramaRecord } from '../scene/scene-repository';
import { type MissingField, recordOfPicture } from './added-record';
import { type CubeFiles, findCubeFaces } from './cube-faces';
import { panoramaDir } from './panorama-files';
import { SCENE_FOLDER } from './panorama-record';
import { ensurePanoramaTiles, type TilingOutcome } from './panorama-tiles';
import { openCube, openSphere, type SphereSource } from './sphere-source';
import { copyFilm } from './video-copy';
import { readVideoFacts, type VideoFacts, videoFormatOf } from './video-facts';

/** What the editor says about a picture; the picture's own metadata stands in for the rest. */
export interface AddPanoramaOptions {
  readonly id?: string;
  readonly headingDeg?: number;
  readonly pitchDeg?: number;
  readonly rollDeg?: number;
  readonly lonDeg?: number;
  readonly latDeg?: number;
  /** Of the lens. */
  readonly heightOrthometricM?: number;
  readonly credit?: string;
  readonly licence?: Licence;
  readonly date?: string;
  readonly titleVi?: string;
  readonly titleEn?: string;
  readonly tileFormat?: 'webp' | 'jpeg';
  /** Still that stands before a film plays; needed for a film, refused for a still. */
  readonly poster?: string;
}

/** Where the pixels are: a picture, a film or a folder of six faces; or the faces themselves. */
export type PanoramaSource = string | CubeFiles;

export interface AddPanoramaOutcome {
  readonly id: string;
  readonly placeId: string;
  readonly isDraft: boolean;
  /** What is missing to publish it. */
  readonly missing: readonly MissingField[];
  /** What was read from the picture because the editor did not say it. */
  readonly fromPicture: readonly string[];
  /** What to look at once more. */
  readonly advice: readonly string[];
  /** Relative to the project, with forward slashes. */
  readonly recordFile: string;
  readonly video?: Omit<VideoFacts, 'privateRuns'>;
  readonly tiling: TilingOutcome;
}

interface Opened {
  readonly sphere: SphereSource;
  readonly film?: { readonly path: string; readonly facts: VideoFacts };
}

/**
 * Takes a 360° picture or film into the project: master without metadata, record, tiles.
 *
 * Everything is read and checked before anything is put in place. A JPEG, PNG or WebP that is a
 * full sphere keeps its pixels byte for byte; a crop, a cube, a rotated picture, a TIFF and an AVIF
 * are encoded anew.
 *
 * @param source - paths absolute
 * @throws AssetError about the picture, SceneError about place and record
 */
export async function addPanorama(
  rootDir: string,
  source: PanoramaSource,
  placeId: string,
  options: AddPanoramaOptions = {},
  progress: Progress = SILENT_PROGRESS,
  signal?: AbortSignal,
): Promise<AddPanoramaOutcome> {
  const sceneDir = join(rootDir, SCENE_FOLDER);
  const place = await findPlace(sceneDir, placeId);
  const opened = await openSource(source, options);
  const id = await freeId(rootDir, placeId, options.id);
  const film = opened.film && { file: `film.${opened.film.facts.format}` };
  const added = recordOfPicture(id, place, options, opened.sphere.metadata, film?.file);
  signal?.throwIfAborted();
  const folder = panoramaDir(rootDir, id);
  await writeFolderAtomic(folder, async (inside) => {
    await opened.sphere.writeMaster(inside);
    if (opened.film !== undefined && film !== undefined) {
      await makeFolder(join(inside, 'media'));
      await copyFilm(opened.film.path, opened.film.facts, join(inside, 'media', film.file));
    }
    signal?.throwIfAborted();
  });
  const recordPath = await writePanoramaRecord(sceneDir, added.record).catch(
    async (error: unknown) => {
      // A master without a record belongs to nobody.
      await removePath(folder);
      throw error;
    },
  );
  const { missing, fromPicture, advice } = added;
  const recordFile = relative(rootDir, recordPath).replaceAll('\\', '/');
  const tiling = await ensurePanoramaTiles(rootDir, id, progress, signal);
  const isDraft = missing.length > 0;
  const video = opened.film && withoutRuns(opened.film.facts);
  return {
    id,
    placeId,
    isDraft,
    missing,
    fromPicture,
    advice,
    recordFile,
    ...(video === undefined ? {} : { video }),
    tiling,
  };
}

function withoutRuns({ privateRuns: _, ...facts }: VideoFacts): Omit<VideoFacts, 'privateRuns'> {
  return facts;
}

async function openSource(source: PanoramaSource, options: AddPanoramaOptions): Promise<Opened> {
  if (typeof source !== 'string') return { sphere: await openCube(source) };
  const there = await fileFacts(source);
  if (there?.isFolder === true) return { sphere: await openCube(await findCubeFaces(source)) };
  const isFilm = there !== undefined && videoFormatOf(await readHead(source, 64)) !== undefined;
  if (!isFilm) {
    if (options.poster !== undefined) throw posterWithoutFilm(source);
    return { sphere: await openSphere(source) };
  }
  const file = await openFile(source);
  const facts = await readVideoFacts(file, basename(source)).finally(() => file.close());
  if (options.poster === undefined) throw filmWithoutPoster(source);
  return { sphere: await openSphere(options.poster), film: { path: source, facts } };
}

function filmWithoutPoster(source: string): UsageError {
  return new UsageError('usage-poster', {
    file: basename(source),
    path: '--poster',
    expected: 'an equirectangular still of the film, which visitors see before it plays',
    found: 'nothing',
    fix: 'Export one frame of the film as JPEG and give it with --poster FRAME.jpg.',
  });
}

function posterWithoutFilm(source: string): AssetError {
  return new AssetError('video-unreadable', {
    file: basename(source),
    expected: 'an MP4 or WebM film, because --poster was given',
    found: 'no film by its first bytes',
    fix: 'Leave --poster out to add a still.',
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
