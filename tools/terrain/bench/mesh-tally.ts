import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { gzipTile } from '../../io/tile-bytes';
import type { MeshError } from './error-probe';

/** One kind of mesh over many tiles. */
export interface TallyRow {
  readonly triangles: number;
  readonly gzipBytes: number;
  readonly maxAtPostsM: number;
  readonly maxM: number;
  readonly rmsM: number;
}

/** Sums up meshes: means of triangles and bytes, the largest error of all. */
export class MeshTally {
  #tiles = 0;
  #triangles = 0;
  #gzipBytes = 0;
  #maxAtPostsM = 0;
  #maxM = 0;
  #squaresM2 = 0;
  #places = 0;

  /** @returns bytes of the mesh after gzip */
  add(mesh: QuantizedMesh, error: MeshError): number {
    const bytes = gzipTile(encodeQuantizedMesh(mesh)).length;
    this.#tiles++;
    this.#triangles += mesh.indices.length / 3;
    this.#gzipBytes += bytes;
    this.#maxAtPostsM = Math.max(this.#maxAtPostsM, error.maxAtPostsM);
    this.#maxM = Math.max(this.#maxM, error.maxM);
    this.#squaresM2 += error.squaresM2;
    this.#places += error.places;
    return bytes;
  }

  row(): TallyRow {
    return {
      triangles: this.#triangles / this.#tiles,
      gzipBytes: this.#gzipBytes / this.#tiles,
      maxAtPostsM: this.#maxAtPostsM,
      maxM: this.#maxM,
      rmsM: Math.sqrt(this.#squaresM2 / this.#places),
    };
  }
}
