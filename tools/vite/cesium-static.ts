import { join } from 'node:path';
import { listFolder, readText } from '../io/files';

/** Folder of Cesium's prepared static files, relative to the project. */
const CESIUM_BUILD = 'node_modules/cesium/Build/Cesium';

/** Workers for formats that this application never loads; everything else ships. */
const UNUSED_WORKERS =
  /^(decode|transcode|gaussianSplat|createVectorTile|createVerticesFromGoogle|createVerticesFromCesium3D|upsampleVerticesFromCesium3D|chunk-)/;

/**
 * Earth orientation tables, 1000 days each from 1974-12-16: 18 ends on 2026-12-21 (the clock is
 * interpolated over its neighbours), 23 in 2040.
 */
const EARTH_ORIENTATION_CHUNKS = [17, 18, 19, 20, 21, 22, 23];

const PICTURES = [
  'Assets/approximateTerrainHeights.json',
  'Assets/Images/ion-credit.png',
  'Assets/Textures/moonSmall.jpg',
  'Assets/Textures/waterNormalsSmall.jpg',
  ...worldBaseFiles(),
  ...EARTH_ORIENTATION_CHUNKS.map((n) => `Assets/IAU2006_XYS/IAU2006_XYS_${n}.json`),
];

/** The world around the region: three levels of Natural Earth, geographic TMS from two roots. */
function worldBaseFiles(): readonly string[] {
  const folder = 'Assets/Textures/NaturalEarthII';
  const tiles = [0, 1, 2].flatMap((level) =>
    Array.from({ length: 2 ** (level + 1) }, (_, x) =>
      Array.from({ length: 2 ** level }, (__, y) => `${folder}/${level}/${x}/${y}.jpg`),
    ).flat(),
  );
  return [`${folder}/tilemapresource.xml`, ...tiles];
}

/** Where Cesium's static files lie. */
export function cesiumBuildDir(rootDir: string): string {
  return join(rootDir, CESIUM_BUILD);
}

/**
 * The files of Cesium that are asked for at run time, with all chunks the workers import.
 *
 * @returns paths relative to {@link cesiumBuildDir}, sorted
 */
export async function cesiumStaticFiles(rootDir: string): Promise<readonly string[]> {
  const workers = (await listFolder(join(cesiumBuildDir(rootDir), 'Workers')))
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('.js') && !UNUSED_WORKERS.test(name));
  const seen = new Set(workers);
  const queue = [...seen];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const text = await readText(join(cesiumBuildDir(rootDir), 'Workers', name));
    for (const chunk of importedChunks(text)) {
      if (seen.has(chunk)) continue;
      seen.add(chunk);
      queue.push(chunk);
    }
  }
  return [...PICTURES, ...[...seen].map((name) => `Workers/${name}`)].sort();
}

/** Names of the shared chunks that a worker's text imports. */
export function importedChunks(source: string): readonly string[] {
  return [...source.matchAll(/["'`]\.\/(chunk-[A-Z0-9]+\.js)["'`]/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
