import type { WorldGeoidFile } from '#core/geo/world-geoid';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { MercatorTileId } from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';

/** Told to the worker once. */
export interface SetupMessage {
  readonly type: 'setup';
  readonly urlTemplate: string;
  readonly maxZoom: number;
  readonly pictureBoxDeg: GeoBoxDeg;
  readonly geoid: WorldGeoidFile;
}

/** What the worker is asked for. */
export type WorkerRequest =
  /** Whether the tiles can be reached in time. */
  | { readonly type: 'reach'; readonly serial: number; readonly withinMs: number }
  | { readonly type: 'mesh'; readonly serial: number; readonly tile: TileId }
  | { readonly type: 'picture'; readonly serial: number; readonly tile: MercatorTileId };

/** The worker's answer. */
export type WorkerAnswer =
  | { readonly serial: number; readonly made: QuantizedMesh | ImageBitmap | null }
  | { readonly serial: number; readonly problem: string; readonly isLost: boolean };
