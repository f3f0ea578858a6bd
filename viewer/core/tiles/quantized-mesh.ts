import type { Ecef } from '../geo/ellipsoid';
import type { BoundingSphere } from './bounding-sphere';

/** Largest value of u, v and h: the tile's east and north edge and its maximum height. */
export const QUANTIZED_MAX = 32767;

/** Bytes before the vertex count. */
export const HEADER_BYTES = 88;

/** From this many vertices on, indices take four bytes each. */
export const WIDE_INDEX_FROM_VERTICES = 65536 + 1;

/** Extension ids. @see quantized-mesh 1.0, Extensions */
export const EXTENSION_ID = { octVertexNormals: 1, waterMask: 2, metadata: 4 } as const;

/** What stands before the vertices. */
export interface QuantizedMeshHeader {
  readonly centerEcef: Ecef;
  readonly minHeightEllipsoidalM: number;
  readonly maxHeightEllipsoidalM: number;
  readonly boundingSphere: BoundingSphere;
  /** In the ellipsoid-scaled frame. */
  readonly horizonOcclusionPoint: Ecef;
}

/** Vertices on the tile's edges, by index: west and east from the south, south and north from the west. */
export interface QuantizedMeshEdges {
  readonly west: Uint32Array;
  readonly south: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
}

/** A terrain tile as quantized-mesh 1.0 says it, undone of its coding. */
export interface QuantizedMesh {
  readonly header: QuantizedMeshHeader;
  /** 0..32767 from west to east. */
  readonly u: Uint16Array;
  /** 0..32767 from south to north. */
  readonly v: Uint16Array;
  /** 0..32767 from the minimum to the maximum height. */
  readonly h: Uint16Array;
  /** Three per triangle, counter-clockwise seen from above. */
  readonly indices: Uint32Array;
  readonly edges: QuantizedMeshEdges;
  /** Two octahedral bytes per vertex, Earth-fixed. */
  readonly octNormals?: Uint8Array;
  /** A 256 x 256 or one-byte mask: 0 land, 255 water, rows from the north. */
  readonly waterMask?: Uint8Array;
  /** What the metadata extension holds, parsed. */
  readonly metadata?: unknown;
}
