import { HEADER_BYTES, WIDE_INDEX_FROM_VERTICES } from '#core/tiles/quantized-mesh';
import { type FaultInTile, faultAt } from './tile-fault';

/** Sides of a tile in the order in which their edge lists stand in the bytes. */
export const SIDES = ['west', 'south', 'east', 'north'] as const;
export type Side = (typeof SIDES)[number];

/** Numbers of a tile with the place of the first. */
export interface Section {
  readonly at: number;
  readonly values: Uint32Array;
}

/** The parts of a quantized-mesh tile as they stand in its bytes, nothing taken for granted. */
export interface TileLayout {
  readonly view: DataView;
  readonly vertexCount: number;
  /** u, v and h with their deltas summed up, not cut to 16 bits. */
  readonly u: Int32Array;
  readonly v: Int32Array;
  readonly h: Int32Array;
  readonly verticesAt: number;
  readonly bytesPerIndex: 2 | 4;
  /** High-water-mark codes of the triangles, three each. */
  readonly codes: Section;
  readonly edges: Readonly<Record<Side, Section>>;
  readonly extensionsAt: number;
}

class Truncation extends Error {
  readonly fault: FaultInTile;

  constructor(at: number, what: string, neededBytes: number, leftBytes: number) {
    super(what);
    this.fault = faultAt('tile-truncated', at, `${neededBytes} bytes of ${what}`, `${leftBytes}`);
  }
}

/**
 * Finds the parts of a tile. Unlike the decoder it accepts wrong numbers, for others to judge.
 *
 * @returns the fault instead if the bytes end too early
 */
export function readTileLayout(
  bytes: Uint8Array,
): { readonly layout: TileLayout } | { readonly fault: FaultInTile } {
  try {
    return { layout: layoutOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (error instanceof Truncation) return { fault: error.fault };
    throw error;
  }
}

function layoutOf(view: DataView): TileLayout {
  const take = taker(view);
  take(HEADER_BYTES, 'header');
  const vertexCount = view.getUint32(take(4, 'vertex count'), true);
  const verticesAt = take(vertexCount * 6, 'vertices');
  const [u, v, h] = [0, 1, 2].map((part) =>
    summedDeltas(view, verticesAt + part * vertexCount * 2, vertexCount),
  ) as [Int32Array, Int32Array, Int32Array];
  const bytesPerIndex = vertexCount >= WIDE_INDEX_FROM_VERTICES ? 4 : 2;
  const paddingBytes = (bytesPerIndex - ((verticesAt + vertexCount * 6) % bytesPerIndex)) % 4;
  if (bytesPerIndex === 4) take(paddingBytes, 'padding');
  const section = (what: string, perItem: number): Section => {
    const count = view.getUint32(take(4, `${what} count`), true) * perItem;
    const at = take(count * bytesPerIndex, what);
    const values = Uint32Array.from({ length: count }, (_, i) =>
      bytesPerIndex === 4 ? view.getUint32(at + i * 4, true) : view.getUint16(at + i * 2, true),
    );
    return { at, values };
  };
  const codes = section('triangles', 3);
  const west = section('west edge', 1);
  const south = section('south edge', 1);
  const east = section('east edge', 1);
  const north = section('north edge', 1);
  const edges = { west, south, east, north };
  const extensionsAt = take(0, 'extensions');
  return { view, vertexCount, u, v, h, verticesAt, bytesPerIndex, codes, edges, extensionsAt };
}

function taker(view: DataView): (lengthBytes: number, what: string) => number {
  let next = 0;
  return (lengthBytes, what) => {
    const at = next;
    const leftBytes = view.byteLength - at;
    if (lengthBytes > leftBytes) throw new Truncation(at, what, lengthBytes, leftBytes);
    next += lengthBytes;
    return at;
  };
}

function summedDeltas(view: DataView, at: number, count: number): Int32Array {
  const values = new Int32Array(count);
  let value = 0;
  for (let i = 0; i < count; i++) {
    const code = view.getUint16(at + i * 2, true);
    value += (code >> 1) ^ -(code & 1);
    values[i] = value;
  }
  return values;
}
