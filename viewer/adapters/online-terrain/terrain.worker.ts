import { readWorldGeoid, type Undulation } from '#core/geo/world-geoid';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { levelGeometricErrorM } from '#core/tiles/geographic-tiling';
import {
  type MercatorTile,
  type MercatorTileId,
  mercatorCoverage,
  mercatorGround,
  mercatorTilesAround,
  mercatorTilesUnder,
  mercatorWindow,
  mercatorZoomOfLevel,
} from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { paintRelief, RELIEF_MARGIN_PX } from '#core/tiles/relief-picture';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { createHeightTiles, type HeightTiles } from './height-tiles';
import type { SetupMessage, WorkerAnswer, WorkerRequest } from './messages';

/** Error of a mesh as a share of what Cesium assumes for its level: shading wants fine meshes. */
const ERROR_RATIO = 0.15;

interface Setup {
  readonly tiles: HeightTiles;
  readonly maxZoom: number;
  readonly pictureBoxDeg: GeoBoxDeg;
  readonly undulationM: Undulation;
}

let setup: Setup | undefined;

self.onmessage = ({ data }: MessageEvent<SetupMessage | WorkerRequest>) => {
  if (data.type === 'setup') {
    const { urlTemplate, maxZoom, pictureBoxDeg, geoid } = data;
    const tiles = createHeightTiles(urlTemplate);
    setup = { tiles, maxZoom, pictureBoxDeg, undulationM: readWorldGeoid(geoid) };
  } else if (setup) {
    void answer(setup, data);
  }
};

async function answer(using: Setup, request: WorkerRequest): Promise<void> {
  const { serial } = request;
  try {
    if (request.type === 'reach') {
      await using.tiles.reach(request.withinMs);
      self.postMessage({ serial, made: null } satisfies WorkerAnswer);
    } else if (request.type === 'mesh') {
      const made = await meshOf(using, request.tile);
      self.postMessage({ serial, made } satisfies WorkerAnswer, { transfer: buffersOf(made) });
    } else {
      const made = await pictureOf(using, request.tile);
      self.postMessage({ serial, made } satisfies WorkerAnswer, { transfer: [made] });
    }
  } catch (error) {
    const isLost = using.tiles.isLost();
    self.postMessage({ serial, problem: String(error), isLost } satisfies WorkerAnswer);
  }
}

async function meshOf(
  { tiles, maxZoom, undulationM }: Setup,
  tile: TileId,
): Promise<QuantizedMesh> {
  const zoom = mercatorZoomOfLevel(tile.z, maxZoom);
  const tileOf = await readAll(tiles, mercatorTilesUnder(tile, zoom));
  const ground = mercatorGround(zoom, tileOf, undulationM);
  const maxErrorM = ERROR_RATIO * levelGeometricErrorM(tile.z);
  return buildTerrainMesh(tile, ground, maxErrorM, 'triangles');
}

async function pictureOf(
  { tiles, pictureBoxDeg }: Setup,
  id: MercatorTileId,
): Promise<ImageBitmap> {
  const tileOf = await readAll(tiles, mercatorTilesAround(id));
  const window = mercatorWindow(id, RELIEF_MARGIN_PX, tileOf);
  const picture = new ImageData(
    paintRelief(window, mercatorCoverage(id, window.sidePx, pictureBoxDeg)),
    window.sidePx,
    window.sidePx,
  );
  return createImageBitmap(picture, { imageOrientation: 'flipY', premultiplyAlpha: 'none' });
}

async function readAll(
  tiles: HeightTiles,
  ids: readonly MercatorTileId[],
): Promise<(x: number, y: number) => MercatorTile | undefined> {
  const read = await Promise.all(ids.map((id) => tiles.read(id)));
  const byAddress = new Map(ids.map(({ zoom, x, y }, i) => [y * 2 ** zoom + x, read[i]]));
  const count = 2 ** (ids[0]?.zoom ?? 0);
  return (x, y) => byAddress.get(y * count + x);
}

function buffersOf({ u, v, h, indices, octNormals }: QuantizedMesh): Transferable[] {
  const arrays = [u, v, h, indices, ...(octNormals ? [octNormals] : [])];
  return [...new Set(arrays.map(({ buffer }) => buffer))] as ArrayBuffer[];
}
