import { buildTerrainMesh, HEIGHT_STEP_SHARE } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { GroundHeight } from '#core/tiles/tile-posts';
import { ErrorProbe } from './error-probe';
import { MeshTally, type TallyRow } from './mesh-tally';
import { regularMesh } from './regular-mesh';

/** Our meshes given, in every tile, the very error that a plain grid has there. */
export interface EqualErrorRows {
  readonly grid: TallyRow;
  readonly bytes: TallyRow;
  readonly triangles: TallyRow;
}

/**
 * Compares with one size of grid where it is at its best: nobody asks it for less error than it
 * has. Such tiles have no edges in common; this is for measuring alone.
 *
 * @param sidePosts - 17 or 33; a grid of all 65 posts has no error to speak of
 */
export function compareAtEqualError(
  tiles: readonly TileId[],
  ground: GroundHeight,
  sidePosts: number,
): EqualErrorRows {
  const [grids, bytes, triangles] = [new MeshTally(), new MeshTally(), new MeshTally()];
  for (const tile of tiles) {
    const probe = new ErrorProbe(tile, ground);
    const exact = probe.measure(regularMesh(tile, ground, sidePosts, { heightStepM: 0 }));
    const heightStepM = HEIGHT_STEP_SHARE * exact.maxAtPostsM;
    const grid = regularMesh(tile, ground, sidePosts, { heightStepM });
    const error = probe.measure(grid);
    grids.add(grid, error);
    for (const [mode, tally] of [
      ['bytes', bytes],
      ['triangles', triangles],
    ] as const) {
      const mesh = buildTerrainMesh(tile, ground, error.maxAtPostsM, mode);
      tally.add(mesh, probe.measure(mesh));
    }
  }
  return { grid: grids.row(), bytes: bytes.row(), triangles: triangles.row() };
}
