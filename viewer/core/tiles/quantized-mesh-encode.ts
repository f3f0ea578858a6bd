import type { Ecef } from '../geo/ellipsoid';
import {
  EXTENSION_ID,
  HEADER_BYTES,
  type QuantizedMesh,
  WIDE_INDEX_FROM_VERTICES,
} from './quantized-mesh';

/**
 * A mesh in the bytes of quantized-mesh 1.0, little-endian.
 *
 * @param mesh - its vertices in the order in which the triangles first use them
 * @throws RangeError if a triangle uses a vertex before all lower ones were used
 * @see https://github.com/CesiumGS/quantized-mesh
 */
export function encodeQuantizedMesh(mesh: QuantizedMesh): Uint8Array {
  const metadata = mesh.metadata === undefined ? undefined : utf8Bytes(mesh.metadata);
  const writer = new ByteWriter(encodedLength(mesh, metadata));
  writeHeader(writer, mesh);
  writer.uint32(mesh.u.length);
  for (const values of [mesh.u, mesh.v, mesh.h]) writeZigZagDeltas(writer, values);
  const isWide = mesh.u.length >= WIDE_INDEX_FROM_VERTICES;
  if (isWide) writer.padTo(4);
  writer.uint32(mesh.indices.length / 3);
  writeIndices(writer, highWaterMarkCodes(mesh.indices), isWide);
  for (const edge of edgeLists(mesh)) {
    writer.uint32(edge.length);
    writeIndices(writer, edge, isWide);
  }
  if (mesh.octNormals) writeExtension(writer, EXTENSION_ID.octVertexNormals, mesh.octNormals);
  if (mesh.waterMask) writeExtension(writer, EXTENSION_ID.waterMask, mesh.waterMask);
  if (metadata) {
    writer.uint8(EXTENSION_ID.metadata);
    writer.uint32(metadata.length + 4);
    writer.uint32(metadata.length);
    writer.raw(metadata);
  }
  return writer.bytes;
}

function edgeLists(mesh: QuantizedMesh): readonly Uint32Array[] {
  return [mesh.edges.west, mesh.edges.south, mesh.edges.east, mesh.edges.north];
}

function encodedLength(mesh: QuantizedMesh, metadata: Uint8Array | undefined): number {
  const isWide = mesh.u.length >= WIDE_INDEX_FROM_VERTICES;
  const indexBytes = isWide ? 4 : 2;
  const vertexBytes = HEADER_BYTES + 4 + mesh.u.length * 6;
  const padding = isWide ? (4 - (vertexBytes % 4)) % 4 : 0;
  let total = vertexBytes + padding + 4 + mesh.indices.length * indexBytes;
  for (const edge of edgeLists(mesh)) total += 4 + edge.length * indexBytes;
  for (const block of [mesh.octNormals, mesh.waterMask]) if (block) total += 5 + block.length;
  return total + (metadata ? 9 + metadata.length : 0);
}

function writeHeader(writer: ByteWriter, mesh: QuantizedMesh): void {
  const { header } = mesh;
  writer.vector(header.centerEcef);
  writer.float32(header.minHeightEllipsoidalM);
  writer.float32(header.maxHeightEllipsoidalM);
  writer.vector(header.boundingSphere.centerEcef);
  writer.float64(header.boundingSphere.radiusM);
  writer.vector(header.horizonOcclusionPoint);
}

function writeZigZagDeltas(writer: ByteWriter, values: Uint16Array): void {
  let previous = 0;
  for (const value of values) {
    const delta = value - previous;
    writer.uint16(((delta << 1) ^ (delta >> 31)) & 0xffff);
    previous = value;
  }
}

function highWaterMarkCodes(indices: Uint32Array): Uint32Array {
  const codes = new Uint32Array(indices.length);
  let highest = 0;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (index > highest) {
      throw new RangeError(`Expected vertices in first-use order, got ${index} before ${highest}.`);
    }
    codes[i] = highest - index;
    if (index === highest) highest++;
  }
  return codes;
}

function writeIndices(writer: ByteWriter, indices: Uint32Array, isWide: boolean): void {
  for (const index of indices) {
    if (isWide) writer.uint32(index);
    else writer.uint16(index);
  }
}

function writeExtension(writer: ByteWriter, id: number, block: Uint8Array): void {
  writer.uint8(id);
  writer.uint32(block.length);
  writer.raw(block);
}

/** UTF-8 of a value's JSON, everything beyond ASCII escaped: core has no TextEncoder. */
function utf8Bytes(value: unknown): Uint8Array {
  const json = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(json, (char) => char.charCodeAt(0));
}

class ByteWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  uint8(value: number): void {
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }

  uint16(value: number): void {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  uint32(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  float32(value: number): void {
    this.#view.setFloat32(this.#at, value, true);
    this.#at += 4;
  }

  float64(value: number): void {
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  vector(value: Ecef): void {
    for (const part of value) this.float64(part);
  }

  raw(block: Uint8Array): void {
    this.bytes.set(block, this.#at);
    this.#at += block.length;
  }

  padTo(multiple: number): void {
    while (this.#at % multiple !== 0) this.uint8(0);
  }
}
