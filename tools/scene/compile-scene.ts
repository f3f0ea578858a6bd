import { join } from 'node:path';
import { isPublishable, type ProvinceSummary, type Scene, type SceneIndex } from '#scene';
import { hash8 } from '../io/content-hash';
import { fileSha256 } from '../io/file-hash';
import { pathExists } from '../io/files';
import { imageSize } from '../io/image-size';
import { masterPicturePath } from '../io/master-picture';
import { builtHash8 } from '../panorama/built-hash';
import { stillUrls } from '../panorama/still-files';
import { FACTS_FOLDER, type RiverFact, readSketchFacts } from '../terrain/sketch/facts';
import { checkContent, SceneFaultsError } from './check/check-scene';
import { type DetailFiles, jsonText, sortedRecords } from './compile/detail-files';
import { readHorizonLandmarks } from './compile/horizon-parts';
import type { CompilablePanorama } from './compile/panorama-parts';
import { type SceneLists, sceneLists } from './compile/scene-lists';
import { compareText } from './file-issue';
import { readScene, recordsOf, requireSceneRecord, type SceneContent } from './read-scene';

/** The scene as the viewer reads it, not yet written. */
export interface CompiledScene {
  readonly index: SceneIndex;
  /** Texts by path inside the output folder: `index.json`, `details/<kind>/<id>.<hash8>.json`. */
  readonly files: ReadonlyMap<string, string>;
  /** Panoramas that are not in it: drafts, or drafts that lack a picture or a needed field. */
  readonly leftOutPanoramaIds: readonly string[];
}

export interface CompileOptions {
  /** Whether drafts that can be shown are compiled too: for the editor's own eyes. */
  readonly hasDrafts?: boolean;
  /**
   * Root of the project: `tilesets/sketch` holds the rivers of a sketched ground, `stills` the
   * pictures of places; null for neither.
   */
  readonly projectRoot?: string | null;
}

export const COMPILE_DEFAULTS = {
  hasDrafts: false,
  projectRoot: null,
} as const satisfies CompileOptions;

/**
 * Compiles a scene: a small index, details on need. The same input gives the same bytes.
 *
 * @param panoramasDir - where the master pictures lie; tiles need not be built yet
 * @throws SceneFaultsError `scene-faulty` with every fault; `scene-not-a-scene`
 */
export async function compileScene(
  sceneDir: string,
  panoramasDir: string,
  options: CompileOptions = COMPILE_DEFAULTS,
): Promise<CompiledScene> {
  const content = await readScene(sceneDir);
  const report = await checkContent(content, panoramasDir);
  if (report.faults > 0) throw new SceneFaultsError(report, sceneDir);
  const panoramas = await compilablePanoramas(content, panoramasDir, options);
  const scene = requireSceneRecord(content);
  const details: DetailFiles = new Map();
  const rivers = await riversUnder(scene, options);
  const { projectRoot = null } = options;
  const stills = projectRoot === null ? new Map() : await stillUrls(projectRoot);
  const index = indexOf(
    content,
    scene,
    sceneLists(content, { scene, panoramas, rivers, stills }, details),
  );
  const shown = new Set(panoramas.map(({ record }) => record.id));
  const all = recordsOf(content, 'panorama').map(({ record }) => record.id);
  return {
    index,
    files: new Map([['index.json', jsonText(index)], ...details]),
    leftOutPanoramaIds: all.filter((id) => !shown.has(id)).sort(compareText),
  };
}

function indexOf(content: SceneContent, scene: Scene, lists: SceneLists): SceneIndex {
  const body = {
    title: scene.title,
    subtitle: scene.subtitle,
    regionBoxDeg: scene.regionBoxDeg,
    openingView: scene.openingView,
    shownRouteIds: scene.shownRouteIds ?? lists.routes.map(({ id }) => id),
    onlineTerrain: scene.onlineTerrain,
    ...(scene.onlineTerrain !== 'off' && { onlineTerrainSource: scene.onlineTerrainSource }),
    terrain: scene.terrain,
    imagery: scene.imagery,
    provinces: provincesOf(content),
    gateways: sortedRecords(content, 'gateway').map(
      ({ id, name, position: { lonDeg, latDeg } }) => ({ id, name, lonDeg, latDeg }),
    ),
    ...lists,
  };
  return { formatVersion: 1, contentHash: hash8(JSON.stringify(body)), ...body };
}

function provincesOf(content: SceneContent): ProvinceSummary[] {
  return [
    ...sortedRecords(content, 'province'),
    ...sortedRecords(content, 'province-before-2025'),
  ].map(({ id, era, name }) => ({ id, era, name }));
}

/** Rivers that a sketched ground was made with: on a surveyed one they would lie beside the valleys. */
async function riversUnder(
  scene: Scene,
  { projectRoot = null }: CompileOptions,
): Promise<readonly RiverFact[]> {
  if (projectRoot === null || scene.terrain.tier !== 'sketch') return [];
  if (!(await pathExists(join(projectRoot, FACTS_FOLDER)))) return [];
  return (await readSketchFacts(projectRoot)).rivers;
}

/** Panoramas that may and can be shown, by id. */
async function compilablePanoramas(
  content: SceneContent,
  panoramasDir: string,
  { hasDrafts }: CompileOptions,
): Promise<CompilablePanorama[]> {
  const compilable: CompilablePanorama[] = [];
  for (const record of sortedRecords(content, 'panorama')) {
    if (record.isDraft && hasDrafts !== true) continue;
    const master = await masterPicturePath(join(panoramasDir, record.id));
    if (master === null || !isPublishable(record)) continue;
    const { widthPx } = await imageSize(master);
    compilable.push({
      record,
      master: { widthPx, hash8: builtHash8(await fileSha256(master), record) },
      horizon: await readHorizonLandmarks(panoramasDir, record.id),
    });
  }
  return compilable;
}
