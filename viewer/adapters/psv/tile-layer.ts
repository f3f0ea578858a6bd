import type { Group } from 'three';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaLevel } from '#core/panorama/tile-grid';
import { levelInView, type PanoramaWindow, tilesInView } from '#core/panorama/tiles-in-view';
import {
  disposePictureMesh,
  newPictureMesh,
  type PictureMesh,
  pictureTexture,
} from './picture-mesh';

/** Tiles on their way at once. */
const AT_ONCE = 8;
/** Tiles kept in graphics memory: 512 px with their smaller pictures take 1.4 MB each. */
const KEPT_TILES = 192;

/** A picture cut into tiles. */
export interface TiledPicture {
  readonly levels: readonly PanoramaLevel[];
  readonly pose: PanoramaPose;
  tileUrl(tile: WantedTile): string;
}

/** A tile by its place in the pyramid. */
export interface WantedTile {
  readonly level: number;
  readonly col: number;
  readonly row: number;
}

/** What is seen of a picture, and how the view is rolled. */
export interface LayerWindow extends PanoramaWindow {
  readonly rollRad: number;
}

/** What a layer needs of its viewer. */
export interface LayerHost {
  take(url: string): Promise<ImageBitmap>;
  /** A frame is to be drawn: a tile came, or will not. */
  onChange(): void;
}

interface Tile {
  readonly wanted: WantedTile;
  readonly url: string;
  state: 'waiting' | 'coming' | 'drawn' | 'failed';
  mesh: PictureMesh | null;
}

/** The tiles in view of one picture, over its preview: loaded from the middle of the view on. */
export class TileLayer {
  readonly #group: Group;
  readonly #picture: TiledPicture;
  readonly #host: LayerHost;
  /** In the order in which they were last in view. */
  readonly #tiles = new Map<string, Tile>();
  #isFrozen = false;
  #isDisposed = false;
  #hasAsked = false;

  constructor(group: Group, picture: TiledPicture, host: LayerHost) {
    this.#group = group;
    this.#picture = picture;
    this.#host = host;
  }

  get picture(): TiledPicture {
    return this.#picture;
  }

  /** Whether no tile in view is on its way; false before the first was asked for and when frozen. */
  get isSettled(): boolean {
    const isAsking = this.#hasAsked && !this.#isFrozen;
    return isAsking && ![...this.#tiles.values()].some(isUnfinished);
  }

  get failedCount(): number {
    return [...this.#tiles.values()].filter(({ state }) => state === 'failed').length;
  }

  /** Loads what is seen now; what waits and is out of view is dropped. */
  look(window: LayerWindow): void {
    if (this.#isFrozen || this.#isDisposed) return;
    this.#hasAsked = true;
    for (const [id, { state }] of this.#tiles) if (state === 'waiting') this.#tiles.delete(id);
    for (const wanted of wantedTiles(this.#picture, window)) {
      const url = this.#picture.tileUrl(wanted);
      const tile: Tile = this.#tiles.get(url) ?? { wanted, url, state: 'waiting', mesh: null };
      this.#tiles.delete(url);
      this.#tiles.set(url, tile);
    }
    this.#loadNext();
    this.#forgetOldest();
  }

  /** Asks for nothing more; what is drawn stays. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Asks again, also for what failed; the next look says for what. */
  thaw(): void {
    this.#isFrozen = false;
    for (const [url, { state }] of this.#tiles) if (state === 'failed') this.#tiles.delete(url);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const tile of this.#tiles.values()) this.#remove(tile);
    this.#tiles.clear();
  }

  #loadNext(): void {
    if (this.#isFrozen || this.#isDisposed) return;
    const tiles = [...this.#tiles.values()];
    const comingCount = tiles.filter(({ state }) => state === 'coming').length;
    const waiting = tiles.filter(({ state }) => state === 'waiting');
    for (const tile of waiting.slice(0, AT_ONCE - comingCount)) void this.#load(tile);
  }

  async #load(tile: Tile): Promise<void> {
    tile.state = 'coming';
    try {
      const picture = await this.#host.take(tile.url);
      if (this.#isDisposed) picture.close();
      else this.#draw(tile, picture);
    } catch (error) {
      const isAborted = error instanceof Error && error.name === 'AbortError';
      tile.state = 'failed';
      if (isAborted) this.#tiles.delete(tile.url);
    }
    if (this.#isDisposed) return;
    this.#loadNext();
    this.#host.onChange();
  }

  #draw(tile: Tile, picture: ImageBitmap): void {
    const { level, col, row } = tile.wanted;
    const grid = this.#picture.levels[level];
    if (!grid) throw new RangeError(`Expected a level of the picture, got ${level}.`);
    const mesh = newPictureMesh({ cols: grid.cols, rows: grid.rows, col, row });
    mesh.material.map = pictureTexture(picture, level > 0);
    // Over the preview, the finer over the coarser.
    mesh.renderOrder = 1 + level;
    this.#group.add(mesh);
    tile.mesh = mesh;
    tile.state = 'drawn';
  }

  #forgetOldest(): void {
    let spare = [...this.#tiles.values()].filter(({ mesh }) => mesh !== null).length - KEPT_TILES;
    for (const [url, tile] of this.#tiles) {
      if (spare <= 0) return;
      if (!tile.mesh) continue;
      this.#remove(tile);
      this.#tiles.delete(url);
      spare -= 1;
    }
  }

  #remove({ mesh }: Tile): void {
    if (!mesh) return;
    this.#group.remove(mesh);
    disposePictureMesh(mesh);
  }
}

/** Tiles that a view needs, the middle first; a rolled view is asked by the circle round it. */
export function wantedTiles(
  { levels, pose }: Pick<TiledPicture, 'levels' | 'pose'>,
  window: LayerWindow,
): readonly WantedTile[] {
  if (window.rollRad === 0) return tilesInView(levels, pose, window);
  const level = levelInView(levels, window);
  const grid = levels[level];
  if (!grid) return [];
  const upperTan = Math.tan((window.verticalFovDeg * Math.PI) / 360);
  const roundTan = upperTan * Math.hypot(1, window.widthPx / window.heightPx);
  const round = {
    ...window,
    verticalFovDeg: (Math.atan(roundTan) * 360) / Math.PI,
    heightPx: window.widthPx,
  };
  return tilesInView([grid], pose, round).map((tile) => ({ ...tile, level }));
}

function isUnfinished({ state }: Tile): boolean {
  return state === 'waiting' || state === 'coming';
}
