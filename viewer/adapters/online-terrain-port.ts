import type { GeoBoxDeg } from '#core/tiles/geo-box';
import type { MercatorTileId } from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';

/** Events of an online terrain and what they carry. */
export interface OnlineTerrainEvents {
  /** Tile after tile failed: whoever shows it should go to the tier below. Said once. */
  readonly lost: null;
}

/** Terrain from open height tiles on the network, reached and ready. */
export interface OnlineTerrain {
  /** Deepest level of the geographic tiling that has data of its own. */
  readonly maxLevel: number;
  /** What the licence asks to be shown. */
  readonly credit: string;
  /**
   * The mesh of a tile of the geographic tiling; `undefined` while too many are under way: ask
   * again later.
   *
   * @returns rejects with an AssetError `online-terrain-unreachable` when the tile cannot be had
   */
  requestMesh(tile: TileId): Promise<QuantizedMesh> | undefined;
  /** Where pictures are painted; they fade out towards its edge. */
  readonly pictureBoxDeg: GeoBoxDeg;
  /** Deepest zoom of web mercator that has heights of its own. */
  readonly maxZoom: number;
  /**
   * The relief picture of a web mercator tile, its first row in the south as WebGL reads it;
   * `undefined` while too many are under way.
   *
   * @returns rejects as {@link requestMesh}
   */
  requestPicture(tile: MercatorTileId): Promise<ImageBitmap> | undefined;
  on<K extends keyof OnlineTerrainEvents>(
    event: K,
    listener: (payload: OnlineTerrainEvents[K]) => void,
  ): () => void;
  dispose(): void;
}
