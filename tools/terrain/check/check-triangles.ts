import { QUANTIZED_MAX } from '#core/tiles/quantized-mesh';
import { type FaultInTile, faultAt } from './tile-fault';
import type { TileLayout } from './tile-layout';

/** Twice the area of a tile in quantised units. */
const TILE_AREA_TWICE = 2 * QUANTIZED_MAX * QUANTIZED_MAX;

/** Index coding, index range, winding and cover of the triangles; the first of each kind, counted. */
export function checkTriangles(layout: TileLayout): FaultInTile[] {
  const { codes, vertexCount } = layout;
  if (vertexCount < 3 || codes.values.length === 0) {
    const found = `${vertexCount} vertices, ${codes.values.length / 3} triangles`;
    return [faultAt('mesh-empty', layout.verticesAt - 4, 'a mesh', found)];
  }
  const decoded = decodedIndices(layout);
  if ('fault' in decoded) return [decoded.fault];
  const faults = shapeFaults(layout, decoded.indices);
  const unused = vertexCount - decoded.used;
  if (unused > 0) {
    const at = layout.verticesAt + decoded.used * 2;
    faults.push(faultAt('vertex-unused', at, 'every vertex in a triangle', `${unused} unused`));
  }
  return faults;
}

type Decoded = { indices: Uint32Array; used: number } | { fault: FaultInTile };

function decodedIndices({ codes, vertexCount, bytesPerIndex }: TileLayout): Decoded {
  const indices = new Uint32Array(codes.values.length);
  let highest = 0;
  for (let i = 0; i < indices.length; i++) {
    const code = codes.values[i]!;
    const at = codes.at + i * bytesPerIndex;
    if (code > highest) {
      return { fault: faultAt('index-coding', at, `a code up to ${highest}`, String(code)) };
    }
    const index = highest - code;
    if (index >= vertexCount) {
      const expected = `an index below ${vertexCount}`;
      return { fault: faultAt('index-range', at, expected, String(index)) };
    }
    indices[i] = index;
    if (code === 0) highest++;
  }
  return { indices, used: highest };
}

function shapeFaults(layout: TileLayout, indices: Uint32Array): FaultInTile[] {
  const faults: FaultInTile[] = [];
  const clockwise = { first: -1, count: 0 };
  const flat = { first: -1, count: 0 };
  let coveredTwice = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const areaTwice = signedAreaTwice(layout, indices, i);
    coveredTwice += areaTwice;
    if (areaTwice > 0) continue;
    const kind = areaTwice < 0 ? clockwise : flat;
    if (kind.count === 0) kind.first = i;
    kind.count++;
  }
  const at = (first: number) => layout.codes.at + first * layout.bytesPerIndex;
  if (clockwise.count > 0) {
    const found = `${clockwise.count} clockwise`;
    faults.push(faultAt('triangle-clockwise', at(clockwise.first), 'counter-clockwise', found));
  }
  if (flat.count > 0) {
    const found = `${flat.count} without area`;
    faults.push(faultAt('triangle-degenerate', at(flat.first), 'triangles with an area', found));
  }
  if (coveredTwice !== TILE_AREA_TWICE) {
    const percent = ((100 * coveredTwice) / TILE_AREA_TWICE).toFixed(4);
    faults.push(faultAt('mesh-cover', layout.codes.at, '100 % of the tile', `${percent} %`));
  }
  return faults;
}

function signedAreaTwice({ u, v }: TileLayout, indices: Uint32Array, i: number): number {
  const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
  return (u[b]! - u[a]!) * (v[c]! - v[a]!) - (v[b]! - v[a]!) * (u[c]! - u[a]!);
}
