import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { buildTerrainMesh, HEIGHT_STEP_SHARE } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { GroundHeight } from '#core/tiles/tile-posts';
import { ErrorProbe, type MeshError } from './error-probe';
import { MeshTally, type TallyRow } from './mesh-tally';
import { REGULAR_SIDES, regularMesh } from './regular-mesh';

/** Our meshes beside plain grids: the same tiles, the same error allowed. */
export interface MeshComparison {
  readonly bytes: TallyRow;
  readonly triangles: TallyRow;
  /** Of 17, 33 and 65 posts the smallest grid within the error, chosen per tile; it has cracks. */
  readonly bestGrid: TallyRow;
  /** The same grids as anyone would write them, heights and normals in full precision. */
  readonly plainGrid: TallyRow;
  /** The smallest grid that is within the error in every tile: no cracks. */
  readonly oneGrid: TallyRow;
  readonly oneGridSide: number;
  /** Tiles whose best grid has 17, 33 and 65 posts a side. */
  readonly gridCounts: readonly number[];
  /** Tiles that `bytes` makes larger than their best grid. */
  readonly tilesBeaten: number;
}

interface Measured {
  readonly mesh: QuantizedMesh;
  readonly error: MeshError;
}

/**
 * Builds every tile in all ways and measures it at posts and between them. Grids are rounded as
 * our meshes are, heights and normals, so that what is compared is the choice of vertices alone.
 */
export function compareMeshes(
  tiles: readonly TileId[],
  ground: GroundHeight,
  maxErrorM: number,
): MeshComparison {
  const kinds = ['bytes', 'triangles', 'bestGrid', 'plainGrid'] as const;
  const tallies = Object.fromEntries(kinds.map((kind) => [kind, new MeshTally()]));
  const gridTallies = REGULAR_SIDES.map(() => new MeshTally());
  const gridCounts = REGULAR_SIDES.map(() => 0);
  let tilesBeaten = 0;
  for (const tile of tiles) {
    const probe = new ErrorProbe(tile, ground);
    const measured = (mesh: QuantizedMesh): Measured => ({ mesh, error: probe.measure(mesh) });
    const grids = REGULAR_SIDES.map((side) =>
      measured(regularMesh(tile, ground, side, { heightStepM: HEIGHT_STEP_SHARE * maxErrorM })),
    );
    const within = grids.findIndex(({ error }) => error.maxAtPostsM <= maxErrorM);
    const best = within < 0 ? grids.length - 1 : within;
    const plain = regularMesh(tile, ground, REGULAR_SIDES[best]!, {
      heightStepM: 0,
      normalGrain: 1,
    });
    const made: Record<(typeof kinds)[number], Measured> = {
      bytes: measured(buildTerrainMesh(tile, ground, maxErrorM, 'bytes')),
      triangles: measured(buildTerrainMesh(tile, ground, maxErrorM, 'triangles')),
      bestGrid: grids[best]!,
      plainGrid: measured(plain),
    };
    const sizes = kinds.map((kind) => tallies[kind]!.add(made[kind].mesh, made[kind].error));
    if (sizes[0]! > sizes[2]!) tilesBeaten++;
    for (const [i, { mesh, error }] of grids.entries()) gridTallies[i]!.add(mesh, error);
    gridCounts[best]!++;
  }
  const rows = gridTallies.map((tally) => tally.row());
  const within = rows.findIndex((row) => row.maxAtPostsM <= maxErrorM);
  const one = within < 0 ? rows.length - 1 : within;
  return {
    bytes: tallies['bytes']!.row(),
    triangles: tallies['triangles']!.row(),
    bestGrid: tallies['bestGrid']!.row(),
    plainGrid: tallies['plainGrid']!.row(),
    oneGrid: rows[one]!,
    oneGridSide: REGULAR_SIDES[one]!,
    gridCounts,
    tilesBeaten,
  };
}
