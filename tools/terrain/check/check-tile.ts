import type { TileId } from '#core/tiles/tile-id';
import { checkEdges } from './check-edges';
import { checkExtensions } from './check-extensions';
import { checkHeaderNumbers, checkVolumes } from './check-header';
import { checkHorizon } from './check-horizon';
import { checkTriangles } from './check-triangles';
import { checkVertices } from './check-vertices';
import { type TileEdges, tileEdges } from './tile-edges';
import type { FaultInTile } from './tile-fault';
import { readTileLayout } from './tile-layout';
import { vertexPositions } from './vertex-positions';

/** What a tile is found to be. */
export interface TileCheck {
  readonly faults: readonly FaultInTile[];
  /** For its neighbours; absent where the vertices cannot be trusted. */
  readonly edges?: TileEdges;
}

/**
 * Checks one quantized-mesh tile by itself; never throws, whatever the bytes.
 *
 * @param bytes - unpacked
 * @param tile - where it stands in the geographic tiling
 * @param listed - the extensions that `layer.json` names, if it is known
 * @see https://github.com/CesiumGS/quantized-mesh
 */
export function checkTile(bytes: Uint8Array, tile: TileId, listed?: readonly string[]): TileCheck {
  const read = readTileLayout(bytes);
  if ('fault' in read) return { faults: [read.fault] };
  const { layout } = read;
  const header = checkHeaderNumbers(layout);
  const vertices = checkVertices(layout);
  const faults = [...header, ...vertices];
  const isPlaced = header.length === 0 && !vertices.some(({ code }) => code === 'vertex-range');
  if (isPlaced && layout.vertexCount > 0) {
    const points = vertexPositions(layout, tile);
    faults.push(...checkVolumes(layout, tile, points), ...checkHorizon(layout, tile, points));
  }
  faults.push(...checkTriangles(layout), ...checkEdges(layout));
  faults.push(...checkExtensions(layout, listed));
  return isPlaced ? { faults, edges: tileEdges(layout) } : { faults };
}
