import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import { type FaultInTile, faultAt } from './tile-fault';
import { SIDES, type Side, type TileLayout } from './tile-layout';

/** The coordinate that is fixed along a side, its value there, and the one that runs along it. */
export function sideOf(layout: Pick<TileLayout, 'u' | 'v'>, side: Side) {
  const isUpright = side === 'west' || side === 'east';
  const value = side === 'west' || side === 'south' ? 0 : QUANTIZED_MAX;
  const [fixed, along] = isUpright ? [layout.u, layout.v] : [layout.v, layout.u];
  return { fixed, value, along };
}

/** The four edge lists: every vertex of the edge, no other, none twice, in order. */
export function checkEdges(layout: TileLayout): FaultInTile[] {
  return SIDES.flatMap((side) => edgeFaults(layout, side));
}

function edgeFaults(layout: TileLayout, side: Side): FaultInTile[] {
  const { at, values } = layout.edges[side];
  const { fixed, value, along } = sideOf(layout, side);
  const atItem = (i: number) => at + i * layout.bytesPerIndex;
  const beyond = values.findIndex((index) => index >= layout.vertexCount);
  if (beyond >= 0) {
    const expected = `an index below ${layout.vertexCount} in the ${side} edge`;
    return [faultAt('edge-range', atItem(beyond), expected, String(values[beyond]))];
  }
  const faults: FaultInTile[] = [];
  const off = values.findIndex((index) => fixed[index] !== value);
  if (off >= 0) {
    const expected = `vertices on the ${side} edge (${value})`;
    faults.push(faultAt('edge-off', atItem(off), expected, `one at ${fixed[values[off]!]}`));
  }
  const listed = new Set(values);
  if (listed.size < values.length) {
    const found = `${values.length - listed.size} listed twice`;
    faults.push(faultAt('edge-repeated', at, `each vertex once in the ${side} edge`, found));
  }
  const missing = fixed.reduce((n, x, i) => (x === value && !listed.has(i) ? n + 1 : n), 0);
  if (missing > 0) {
    const expected = `all vertices on the ${side} edge`;
    faults.push(faultAt('edge-incomplete', at, expected, `${missing} not listed`));
  }
  const late = values.findIndex((index, i) => i > 0 && along[index]! < along[values[i - 1]!]!);
  if (late >= 0) {
    const from = side === 'west' || side === 'east' ? 'south' : 'west';
    const expected = `the ${side} edge listed from the ${from}`;
    faults.push(faultAt('edge-unsorted', atItem(late), expected, 'another order'));
  }
  return faults;
}
