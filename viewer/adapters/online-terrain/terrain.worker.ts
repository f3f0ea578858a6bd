import { readWorldGeoid, type Undulation } from '#core/geo/world-geoid';
import { levelGeometricErrorM } from '#core/tiles/geographic-tiling';
import {
  type MercatorTile,
  mercatorGround,
  mercatorTilesUnder,
  mercatorZoomOfLevel,
} from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { createHeightTiles, type HeightTiles } from './height-tiles';
import type { MeshAnswer, MeshRequest, SetupMessage } from './messages';

/** Error of a mesh as a share of what Cesium assumes for its level: shading wants fine meshes. */
const ERROR_RATIO = 0.15;

interface Setup {
  readonly tiles: HeightTiles;
  readonly maxZoom: number;
  readonly undulationM: Undulation;
}

let setup: Setup | undefined;

self.onmessage = ({ data }: MessageEvent<SetupMessage | MeshRequest>) => {
  if (data.type === 'setup') {
    const { urlTemplate, maxZoom, geoid } = data;
    setup = { tiles: createHeightTiles(urlTemplate), maxZoom, undulationM: readWorldGeoid(geoid) };
  } else if (setup) {
    void answer(setup, data);
  }
};

async function answer(using: Setup, { serial, tile }: MeshRequest): Promise<void> {
  try {
    const mesh = await meshOf(using, tile);
    self.postMessage({ serial, mesh } satisfies MeshAnswer, { transfer: buffersOf(mesh) });
  } catch (error) {
    self.postMessage({ serial, problem: String(error) } satisfies MeshAnswer);
  }
}

async function meshOf(
  { tiles, maxZoom, undulationM }: Setup,
  tile: TileId,
): Promise<QuantizedMesh> {
  const zoom = mercatorZoomOfLevel(tile.z, maxZoom);
  const under = mercatorTilesUnder(tile, zoom);
  const read = await Promise.all(under.map((id) => tiles.read(id)));
  const byAddress = new Map<number, MercatorTile | undefined>();
  for (const [i, { x, y }] of under.entries()) byAddress.set(y * 2 ** zoom + x, read[i]);
  const ground = mercatorGround(zoom, (x, y) => byAddress.get(y * 2 ** zoom + x), undulationM);
  return buildTerrainMesh(tile, ground, ERROR_RATIO * levelGeometricErrorM(tile.z));
}

function buffersOf({ u, v, h, indices, octNormals }: QuantizedMesh): Transferable[] {
  const arrays = [u, v, h, indices, ...(octNormals ? [octNormals] : [])];
  return [...new Set(arrays.map(({ buffer }) => buffer))] as ArrayBuffer[];
}
