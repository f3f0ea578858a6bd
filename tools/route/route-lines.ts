import { resolve } from 'node:path';
import type { Vertex } from '#core/geo/local-plane';
import type { TravelMode } from '#scene';
import { readScene } from '../scene/read-scene';
import { requireRecord } from '../scene/scene-repository';
import { readLines } from './read-roads';

/** A line to measure or to lay on roads. */
export interface NamedLine {
  readonly name: string;
  /** How a leg of a route is travelled; lines of a file are taken for roads. */
  readonly mode: TravelMode;
  readonly coordinates: readonly Vertex[];
}

export interface LineFolders {
  /** Scene whose routes are known by their id. */
  readonly sceneDir: string;
  /** Folder that paths are relative to. */
  readonly cwd: string;
}

/**
 * The lines that an argument names: the legs of a route of the scene, or the lines of a GeoJSON
 * file where it ends in `.geojson` or `.json`.
 *
 * @throws SceneError `scene-unknown-route`; AssetError as {@link readLines}
 */
export async function namedLines(
  argument: string,
  { sceneDir, cwd }: LineFolders,
): Promise<NamedLine[]> {
  if (/\.(?:geo)?json$/i.test(argument)) {
    const lines = await readLines(resolve(cwd, argument));
    return lines.map(({ ref, coordinates }, at) => ({
      name: ref ?? `line ${at + 1}`,
      mode: 'road',
      coordinates,
    }));
  }
  const route = requireRecord(await readScene(sceneDir), 'route', argument);
  return route.legs.map(({ name, mode, coordinates }, at) => ({
    name: name?.vi ?? `leg ${at + 1}`,
    mode,
    coordinates,
  }));
}
