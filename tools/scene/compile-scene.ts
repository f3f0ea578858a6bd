import { join } from 'node:path';
import {
  isPublishable,
  type PanoramaSummary,
  type PlaceSummary,
  type ProvinceSummary,
  type RouteSummary,
  type Scene,
  type SceneIndex,
} from '#scene';
import { hash8 } from '../io/content-hash';
import { fileSha256 } from '../io/file-hash';
import { imageSize } from '../io/image-size';
import { masterPicturePath } from '../io/master-picture';
import { builtHash8 } from '../panorama/built-hash';
import { checkContent, SceneFaultsError } from './check/check-scene';
import { borderLines } from './compile/border-parts';
import { findIndex } from './compile/find-parts';
import {
  type CompilablePanorama,
  type PanoramaSurroundings,
  panoramaDetail,
  panoramaSummary,
} from './compile/panorama-parts';
import { placeDetail, placeSummary } from './compile/place-parts';
import { routeDetail, routeSummary } from './compile/route-parts';
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
}

export const COMPILE_DEFAULTS = { hasDrafts: false } as const satisfies CompileOptions;

/** Folder of the compiled scene in the application. */
const SCENE_BASE_URL = 'scene/';

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
  const details = new Map<string, string>();
  const lists = {
    places: placesOf(content, panoramas, details),
    routes: routesOf(content, details),
    panoramas: panoramasOf(content, panoramas, details),
    bordersUrl: bordersOf(content, details),
    findUrl: findOf(content, panoramas, details),
  };
  const index = indexOf(content, requireSceneRecord(content), lists);
  const shown = new Set(panoramas.map(({ record }) => record.id));
  const all = recordsOf(content, 'panorama').map(({ record }) => record.id);
  return {
    index,
    files: new Map([['index.json', jsonText(index)], ...details]),
    leftOutPanoramaIds: all.filter((id) => !shown.has(id)).sort(compareText),
  };
}

interface SceneLists {
  readonly places: readonly PlaceSummary[];
  readonly routes: readonly RouteSummary[];
  readonly panoramas: readonly PanoramaSummary[];
  readonly bordersUrl: string | null;
  readonly findUrl: string;
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
    ...(lists.bordersUrl !== null && { bordersUrl: lists.bordersUrl }),
    findUrl: lists.findUrl,
    gateways: sortedById(recordsOf(content, 'gateway').map((entry) => entry.record)).map(
      ({ id, name, position: { lonDeg, latDeg } }) => ({ id, name, lonDeg, latDeg }),
    ),
    places: lists.places,
    routes: lists.routes,
    panoramas: lists.panoramas,
  };
  return { formatVersion: 1, contentHash: hash8(JSON.stringify(body)), ...body };
}

function provincesOf(content: SceneContent): ProvinceSummary[] {
  const present = recordsOf(content, 'province').map(({ record }) => record);
  const before = recordsOf(content, 'province-before-2025').map(({ record }) => record);
  return [...sortedById(present), ...sortedById(before)].map(({ id, era, name }) => ({
    id,
    era,
    name,
  }));
}

function placesOf(
  content: SceneContent,
  panoramas: readonly CompilablePanorama[],
  details: Map<string, string>,
): PlaceSummary[] {
  return sortedById(recordsOf(content, 'place').map(({ record }) => record)).map((place) => {
    const panoramaIds = panoramas
      .filter(({ record }) => record.placeId === place.id)
      .toSorted((a, b) => a.record.order - b.record.order)
      .map(({ record }) => record.id);
    return placeSummary(place, panoramaIds, addDetail(details, 'place', placeDetail(place)));
  });
}

function routesOf(content: SceneContent, details: Map<string, string>): RouteSummary[] {
  return sortedById(recordsOf(content, 'route').map(({ record }) => record)).map((route) =>
    routeSummary(route, addDetail(details, 'route', routeDetail(route))),
  );
}

function panoramasOf(
  content: SceneContent,
  panoramas: readonly CompilablePanorama[],
  details: Map<string, string>,
): PanoramaSummary[] {
  const around: PanoramaSurroundings = {
    panoramas: new Map(panoramas.map(({ record }) => [record.id, record])),
    products: new Map(recordsOf(content, 'product').map(({ record }) => [record.id, record])),
  };
  return panoramas.map((panorama) =>
    panoramaSummary(panorama, addDetail(details, 'panorama', panoramaDetail(panorama, around))),
  );
}

/** Address of the borders; null where the scene has none. */
function bordersOf(content: SceneContent, details: Map<string, string>): string | null {
  const lines = borderLines(content);
  return lines === null ? null : addDetail(details, 'borders', lines);
}

/** Address of what the search reads. */
function findOf(
  content: SceneContent,
  panoramas: readonly CompilablePanorama[],
  details: Map<string, string>,
): string {
  const withPanoramas = new Set(panoramas.map(({ record }) => record.placeId));
  return addDetail(details, 'find', findIndex(content, withPanoramas));
}

/** Panoramas that may and can be shown, by id. */
async function compilablePanoramas(
  content: SceneContent,
  panoramasDir: string,
  { hasDrafts }: CompileOptions,
): Promise<CompilablePanorama[]> {
  const compilable: CompilablePanorama[] = [];
  for (const record of sortedById(recordsOf(content, 'panorama').map((entry) => entry.record))) {
    if (record.isDraft && hasDrafts !== true) continue;
    const master = await masterPicturePath(join(panoramasDir, record.id));
    if (master === null || !isPublishable(record)) continue;
    const { widthPx } = await imageSize(master);
    compilable.push({
      record,
      master: { widthPx, hash8: builtHash8(await fileSha256(master), record) },
    });
  }
  return compilable;
}

/** Keeps a detail under an address that changes with its content. */
function addDetail(
  details: Map<string, string>,
  kind: 'place' | 'route' | 'panorama' | 'borders' | 'find',
  detail: { readonly id: string },
): string {
  const text = jsonText(detail);
  const path = `details/${kind}/${detail.id}.${hash8(text)}.json`;
  details.set(path, text);
  return SCENE_BASE_URL + path;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function sortedById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
