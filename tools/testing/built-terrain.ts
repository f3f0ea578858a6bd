import { join } from 'node:path';
import { orthometricFromEllipsoidalM } from '#core/geo/geoid';
import { geographicTileAt, geographicTileBox } from '#core/tiles/geographic-tiling';
import { meshHeightM } from '#core/tiles/mesh-height';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { decodeQuantizedMesh } from '#core/tiles/quantized-mesh-decode';
import { type TileId, tilePath } from '#core/tiles/tile-id';
import { gunzipBytes, isGzip } from '../io/compress';
import { sha256Hex } from '../io/content-hash';
import { readBytes, walkFiles } from '../io/files';

/** A tile of a set on disk. */
export async function readBuiltTile(dir: string, tile: TileId): Promise<QuantizedMesh> {
  const bytes = await readBytes(join(dir, `${tilePath(tile)}.terrain`));
  return decodeQuantizedMesh(isGzip(bytes) ? await gunzipBytes(bytes) : bytes);
}

/** Height above the sea that a set has at a place, from its tile of a level. */
export async function builtHeightM(
  dir: string,
  z: number,
  lonDeg: number,
  latDeg: number,
): Promise<number> {
  const tile = geographicTileAt(lonDeg, latDeg, z);
  const box = geographicTileBox(tile);
  const u = (lonDeg - box.westDeg) / (box.eastDeg - box.westDeg);
  const v = (latDeg - box.southDeg) / (box.northDeg - box.southDeg);
  const ellipsoidalM = meshHeightM(await readBuiltTile(dir, tile), u, v) ?? Number.NaN;
  return orthometricFromEllipsoidalM(lonDeg, latDeg, ellipsoidalM);
}

/** SHA-256 of every file of a set but the markers that name a share. */
export async function builtHashes(dir: string): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const path of await walkFiles(dir)) {
    if (!/^build(\..*)?\.json$/.test(path))
      hashes[path] = sha256Hex(await readBytes(join(dir, path)));
  }
  return hashes;
}
