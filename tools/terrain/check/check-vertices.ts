import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import { type FaultInTile, faultAt } from './tile-fault';
import type { TileLayout } from './tile-layout';

const CORNERS = [
  ['south-west', 0, 0],
  ['south-east', QUANTIZED_MAX, 0],
  ['north-west', 0, QUANTIZED_MAX],
  ['north-east', QUANTIZED_MAX, QUANTIZED_MAX],
] as const;

/** Every vertex within the tile, and one at each corner. */
export function checkVertices(layout: TileLayout): FaultInTile[] {
  return [
    ...rangeFaults('u', layout.u, layout.verticesAt),
    ...rangeFaults('v', layout.v, layout.verticesAt + layout.vertexCount * 2),
    ...rangeFaults('h', layout.h, layout.verticesAt + layout.vertexCount * 4),
    ...cornerFaults(layout),
  ];
}

function rangeFaults(name: string, values: Int32Array, at: number): FaultInTile[] {
  const first = values.findIndex((value) => value < 0 || value > QUANTIZED_MAX);
  if (first < 0) return [];
  const expected = `${name} from 0 to ${QUANTIZED_MAX}`;
  const found = `${values[first]} at vertex ${first}`;
  return [faultAt('vertex-range', at + first * 2, expected, found)];
}

function cornerFaults({ u, v, verticesAt }: TileLayout): FaultInTile[] {
  return CORNERS.filter(([, cornerU, cornerV]) => {
    return !u.some((value, i) => value === cornerU && v[i] === cornerV);
  }).map(([name, cornerU, cornerV]) => {
    const expected = `a vertex at the ${name} corner (u ${cornerU}, v ${cornerV})`;
    return faultAt('corner-missing', verticesAt, expected, 'none');
  });
}
