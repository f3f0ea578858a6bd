import { GeoError, UsageError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { ElevationSourceId } from './elevation-sources';
import { type FetchTile, tileRangeCells, tileRangeCount } from './fetch-tile';
import { glo30Range, glo30Tile } from './glo30-plan';
import { terrariumRange, terrariumTile } from './terrarium-plan';

/** More files than this are a mirror, not a region. */
export const MAX_PLANNED_TILES = 100_000;

/** What is to be fetched. */
export interface FetchPlan {
  readonly source: ElevationSourceId;
  /** Each path once, in the order of fetching. */
  readonly tiles: readonly FetchTile[];
  /** Tiles of each run: one, or two for a box across the antimeridian. */
  readonly runs: readonly { readonly boxDeg: GeoBoxDeg; readonly tiles: number }[];
  readonly estimatedBytes: number;
}

/**
 * Plans the tiles of some boxes; asks nobody.
 *
 * @param zoom - web mercator level, used by terrarium only
 * @throws GeoError `box-outside-source` where the source has no tile in the boxes
 * @throws UsageError `box-too-large` above {@link MAX_PLANNED_TILES}
 */
export function planFetch(
  source: ElevationSourceId,
  boxesDeg: readonly GeoBoxDeg[],
  zoom: number,
): FetchPlan {
  const ranges = boxesDeg.map((box) =>
    source === 'glo30' ? glo30Range(box) : terrariumRange(box, zoom),
  );
  const count = ranges.reduce((sum, range) => sum + tileRangeCount(range), 0);
  if (count === 0) throw outside(source, boxesDeg);
  if (count > MAX_PLANNED_TILES) throw tooLarge(count);
  const byPath = new Map<string, FetchTile>();
  for (const range of ranges) {
    for (const { x, y } of tileRangeCells(range)) {
      const tile = source === 'glo30' ? glo30Tile(x, y) : terrariumTile(zoom, x, y);
      byPath.set(tile.path, tile);
    }
  }
  const tiles = [...byPath.values()];
  return {
    source,
    tiles,
    runs: boxesDeg.map((boxDeg, index) => ({ boxDeg, tiles: tileRangeCount(ranges[index]!) })),
    estimatedBytes: estimatedBytes(tiles),
  };
}

/** What some tiles should weigh together. */
export function estimatedBytes(tiles: readonly FetchTile[]): number {
  return tiles.reduce((sum, tile) => sum + tile.estimatedBytes, 0);
}

function outside(source: ElevationSourceId, boxesDeg: readonly GeoBoxDeg[]): GeoError {
  return new GeoError('box-outside-source', {
    path: '--box',
    expected: `a box where ${source} has tiles`,
    found: boxesDeg.map((box) => `latitudes ${box.southDeg} to ${box.northDeg}`).join(', '),
    fix: 'Web mercator ends at 85.05 degrees north and south; glo30 goes to the poles.',
  });
}

function tooLarge(count: number): UsageError {
  return new UsageError('box-too-large', {
    path: '--box',
    expected: `at most ${MAX_PLANNED_TILES} tiles`,
    found: `${count} tiles`,
    fix: 'Take a smaller box or a lower --zoom, or fetch in parts.',
  });
}
