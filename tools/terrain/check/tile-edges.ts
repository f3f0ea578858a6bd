import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import { sideOf } from './check-edges';
import type { Side, TileLayout } from './tile-layout';
import { headerHeightsM } from './vertex-positions';

/** The vertices on one side of a tile, from the south or the west. */
export interface TileEdge {
  /** Place along the side, 0..32767. */
  readonly along: Uint16Array;
  readonly heightsEllipsoidalM: Float64Array;
}

/** All that a neighbour needs to know of a tile. */
export interface TileEdges {
  readonly sides: Readonly<Record<Side, TileEdge>>;
  /** Metres between two heights that the tile can tell apart. */
  readonly heightStepM: number;
}

/** The sides of a tile, found from its vertices rather than from its edge lists. */
export function tileEdges(layout: TileLayout): TileEdges {
  const [minM, maxM] = headerHeightsM(layout);
  const heightStepM = (maxM - minM) / QUANTIZED_MAX;
  const edge = (side: Side): TileEdge => {
    const { fixed, value, along } = sideOf(layout, side);
    const found: number[] = [];
    for (let i = 0; i < fixed.length; i++) if (fixed[i] === value) found.push(i);
    found.sort((a, b) => along[a]! - along[b]! || layout.h[a]! - layout.h[b]!);
    return {
      along: Uint16Array.from(found, (i) => along[i]!),
      heightsEllipsoidalM: Float64Array.from(found, (i) => minM + layout.h[i]! * heightStepM),
    };
  };
  const sides = {
    west: edge('west'),
    south: edge('south'),
    east: edge('east'),
    north: edge('north'),
  };
  return { sides, heightStepM };
}
