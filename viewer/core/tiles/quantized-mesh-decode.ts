import { TileError } from '../errors';
import type { Ecef } from '../geo/ellipsoid';
import {
  EXTENSION_ID,
  type QuantizedMesh,
  type QuantizedMeshHeader,
  WIDE_INDEX_FROM_VERTICES,
} from './quantized-mesh';

/**
 * Reads the bytes of a quantized-mesh 1.0 tile. Unknown extensions are passed over.
 *
 * @param file - named in the error
 * @throws TileError `tile-truncated` or `tile-broken` with the byte offset as its path
 */
export function decodeQuantizedMesh(bytes: Uint8Array, file = 'tile'): QuantizedMesh {
  const reader = new ByteReader(bytes, file);
  const header = readHeader(reader);
  const vertexCount = reader.uint32();
  const u = readZigZagDeltas(reader, vertexCount);
  const v = readZigZagDeltas(reader, vertexCount);
  const h = readZigZagDeltas(reader, vertexCount);
  const isWide = vertexCount >= WIDE_INDEX_FROM_VERTICES;
  if (isWide) reader.alignTo(4);
  const indices = fromHighWaterMarks(reader, vertexCount, isWide);
  const west = readIndices(reader, reader.uint32(), isWide);
  const south = readIndices(reader, reader.uint32(), isWide);
  const east = readIndices(reader, reader.uint32(), isWide);
  const north = readIndices(reader, reader.uint32(), isWide);
  for (const edge of [west, south, east, north]) requireBelow(reader, edge, vertexCount);
  const edges = { west, south, east, north };
  return { header, u, v, h, indices, edges, ...readExtensions(reader) };
}

function readHeader(reader: ByteReader): QuantizedMeshHeader {
  const centerEcef = reader.vector();
  const minHeightEllipsoidalM = reader.float32();
  const maxHeightEllipsoidalM = reader.float32();
  const boundingSphere = { centerEcef: reader.vector(), radiusM: reader.float64() };
  const point = reader.vector();
  return {
    centerEcef,
    minHeightEllipsoidalM,
    maxHeightEllipsoidalM,
    boundingSphere,
    horizonOcclusionPoint: point,
  };
}

function readZigZagDeltas(reader: ByteReader, count: number): Uint16Array {
  reader.require(count * 2);
  const values = new Uint16Array(count);
  let value = 0;
  for (let i = 0; i < count; i++) {
    const code = reader.uint16();
    value += (code >> 1) ^ -(code & 1);
    values[i] = value;
  }
  return values;
}

function fromHighWaterMarks(reader: ByteReader, vertexCount: number, isWide: boolean) {
  const indices = readIndices(reader, reader.uint32() * 3, isWide);
  let highest = 0;
  for (let i = 0; i < indices.length; i++) {
    const code = indices[i]!;
    indices[i] = highest - code;
    if (code === 0) highest++;
  }
  requireBelow(reader, indices, vertexCount);
  return indices;
}

function readIndices(reader: ByteReader, count: number, isWide: boolean): Uint32Array {
  reader.require(count * (isWide ? 4 : 2));
  const indices = new Uint32Array(count);
  for (let i = 0; i < count; i++) indices[i] = isWide ? reader.uint32() : reader.uint16();
  return indices;
}

function requireBelow(reader: ByteReader, indices: Uint32Array, vertexCount: number): void {
  for (const index of indices) {
    if (index >= vertexCount) {
      throw reader.fault('tile-broken', `an index below ${vertexCount}`, String(index));
    }
  }
}

type Extensions = Pick<QuantizedMesh, 'octNormals' | 'waterMask' | 'metadata'>;

function readExtensions(reader: ByteReader): Extensions {
  let found: Extensions = {};
  while (!reader.isAtEnd) {
    const id = reader.uint8();
    const block = reader.raw(reader.uint32());
    if (id === EXTENSION_ID.octVertexNormals) found = { ...found, octNormals: block };
    if (id === EXTENSION_ID.waterMask) found = { ...found, waterMask: block };
    if (id === EXTENSION_ID.metadata) found = { ...found, metadata: parsedMetadata(reader, block) };
  }
  return found;
}

function parsedMetadata(reader: ByteReader, block: Uint8Array): unknown {
  const escaped = Array.from(block.subarray(4), (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  try {
    return JSON.parse(decodeURIComponent(escaped.join('')));
  } catch {
    throw reader.fault('tile-broken', 'JSON in the metadata extension', 'other bytes');
  }
}

class ByteReader {
  readonly #view: DataView;
  readonly #file: string;
  #at = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#view.byteLength;
  }

  require(byteCount: number): void {
    const left = this.#view.byteLength - this.#at;
    if (byteCount > left) {
      throw this.fault('tile-truncated', `${byteCount} more bytes`, `${left} bytes`);
    }
  }

  fault(code: string, expected: string, found: string): TileError {
    const fix = 'Build the tile again.';
    return new TileError(code, {
      file: this.#file,
      path: `byte ${this.#at}`,
      expected,
      found,
      fix,
    });
  }

  uint8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  float32(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  vector(): Ecef {
    return [this.float64(), this.float64(), this.float64()];
  }

  raw(length: number): Uint8Array {
    const at = this.#take(length);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length).slice();
  }

  alignTo(multiple: number): void {
    while (this.#at % multiple !== 0) this.uint8();
  }

  #take(length: number): number {
    this.require(length);
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
