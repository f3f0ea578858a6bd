import type { WorldGeoidFile } from '#core/geo/world-geoid';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';

/** Told to the worker once. */
export interface SetupMessage {
  readonly type: 'setup';
  readonly urlTemplate: string;
  readonly maxZoom: number;
  readonly geoid: WorldGeoidFile;
}

/** Asks the worker for a mesh. */
export interface MeshRequest {
  readonly type: 'mesh';
  readonly serial: number;
  readonly tile: TileId;
}

/** The worker's answer. */
export type MeshAnswer =
  | { readonly serial: number; readonly mesh: QuantizedMesh }
  | { readonly serial: number; readonly problem: string };
