import { SceneError } from '#core/errors';
import type {
  BorderLines,
  ClimateDetail,
  EventList,
  FindIndex,
  PanoramaDetail,
  PlaceDetail,
  RiverLines,
  RoadNetwork,
  RouteDetail,
  SceneIndex,
  StoryDetail,
} from '#scene';
import { fetchJson } from './fetch-json';

const INDEX_PATH = 'scene/index.json';

/**
 * Reads the compiled scene's index.
 *
 * @throws SceneError `scene-version` if it was compiled for another version of the application
 */
export async function loadSceneIndex(signal: AbortSignal): Promise<SceneIndex> {
  const json = await fetchJson(INDEX_PATH, signal);
  const version =
    typeof json === 'object' && json !== null && 'formatVersion' in json
      ? json.formatVersion
      : null;
  if (version !== 1) {
    throw new SceneError('scene-version', {
      file: INDEX_PATH,
      path: '$.formatVersion',
      expected: '1',
      found: String(version),
      fix: 'Compile the scene again with this version.',
    });
  }
  // Written by our own compiler, which is typed by the same interface and tested against it.
  return json as SceneIndex;
}

/** Reads a place's details. */
export async function loadPlaceDetail(url: string, signal: AbortSignal): Promise<PlaceDetail> {
  return (await fetchJson(url, signal)) as PlaceDetail;
}

/** Reads a route's details. */
export async function loadRouteDetail(url: string, signal: AbortSignal): Promise<RouteDetail> {
  return (await fetchJson(url, signal)) as RouteDetail;
}

/** Reads a panorama's details. */
export async function loadPanoramaDetail(
  url: string,
  signal: AbortSignal,
): Promise<PanoramaDetail> {
  return (await fetchJson(url, signal)) as PanoramaDetail;
}

/** Reads what the search reads. */
export async function loadFindIndex(url: string, signal: AbortSignal): Promise<FindIndex> {
  return (await fetchJson(url, signal)) as FindIndex;
}

/** Reads the borders and names of provinces. */
export async function loadBorders(url: string, signal: AbortSignal): Promise<BorderLines> {
  return (await fetchJson(url, signal)) as BorderLines;
}

/** Reads the year of a sub-region. */
export async function loadClimate(url: string, signal: AbortSignal): Promise<ClimateDetail> {
  return (await fetchJson(url, signal)) as ClimateDetail;
}

/** Reads every event. */
export async function loadEvents(url: string, signal: AbortSignal): Promise<EventList> {
  return (await fetchJson(url, signal)) as EventList;
}

/** Reads the road graph with its lines. */
export async function loadRoads(url: string, signal: AbortSignal): Promise<RoadNetwork> {
  return (await fetchJson(url, signal)) as RoadNetwork;
}

/** Reads the rivers of a sketched ground. */
export async function loadRivers(url: string, signal: AbortSignal): Promise<RiverLines> {
  return (await fetchJson(url, signal)) as RiverLines;
}

/** Reads a story with its chapters. */
export async function loadStoryDetail(url: string, signal: AbortSignal): Promise<StoryDetail> {
  return (await fetchJson(url, signal)) as StoryDetail;
}

/** What a relief picture's `imagery.json` says, as far as small maps need it. */
export interface ReliefDescription {
  readonly maxLevel: number;
  readonly version: string;
}

/** Reads the description of a relief picture. */
export async function loadReliefDescription(
  url: string,
  signal: AbortSignal,
): Promise<ReliefDescription> {
  return (await fetchJson(url, signal)) as ReliefDescription;
}
