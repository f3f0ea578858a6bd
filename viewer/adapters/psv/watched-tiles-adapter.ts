import type { Viewer } from '@photo-sphere-viewer/core';
import {
  EquirectangularTilesAdapter,
  type EquirectangularTilesAdapterConfig,
} from '@photo-sphere-viewer/equirectangular-tiles-adapter';
import { type Group, VideoTexture } from 'three';
import {
  disposeFilmSphere,
  filmSphere,
  isFilmSource,
  isFilmSphere,
  loadFilm,
  setFilm,
} from './film-sphere';

type TilesTexture = Awaited<ReturnType<EquirectangularTilesAdapter['loadTexture']>>;
type TilesSource = Parameters<EquirectangularTilesAdapter['loadTexture']>[0];

const adapters = new WeakMap<Viewer, WatchedTilesAdapter>();

/** PSV's states of a tile that is still to come: waiting and on its way. */
const UNFINISHED: readonly number[] = [1, 2];

/**
 * PSV's tile adapter, asked whether the tiles in view are drawn, which of them failed, and able to
 * show a film instead: PSV knows one adapter for a viewer's life. PSV tells of no tile that
 * arrives; its queue is internal, so the exact pin of PSV and the end-to-end tests stand behind
 * this.
 */
export class WatchedTilesAdapter extends EquirectangularTilesAdapter {
  readonly #failedUrls = new Set<string>();

  constructor(viewer: Viewer, config: EquirectangularTilesAdapterConfig) {
    super(viewer, config);
    adapters.set(viewer, this);
  }

  override init(): void {
    super.init();
    const loader = this.viewer.textureLoader;
    const loadImage = loader.loadImage.bind(loader);
    // Tiles are what PSV loads without asking for progress.
    loader.loadImage = (url, onProgress, cacheKey) => {
      const image = loadImage(url, onProgress, cacheKey);
      if (onProgress) return image;
      return image.then(
        (loaded) => {
          this.#failedUrls.delete(url);
          return loaded;
        },
        (error: unknown) => {
          if (!(error instanceof Error && error.name === 'AbortError')) this.#failedUrls.add(url);
          // A frame more: only frames tell whether the tiles are there.
          this.viewer.needsUpdate();
          throw error;
        },
      );
    };
  }

  /** False before the first tiles of a picture are asked for, and while one is on its way. */
  get hasAllTilesInView(): boolean {
    const present = this.viewer.state.textureData?.panorama;
    if (isFilmSource(present)) return true;
    const hasAsked = Object.keys(this['state'].tiles).length > 0;
    const tasks = Object.values(this['queue'].tasks) as readonly { readonly status: number }[];
    return hasAsked && tasks.every(({ status }) => !UNFINISHED.includes(status));
  }

  get failedCount(): number {
    return this.#failedUrls.size;
  }

  /** Drops what waits and what is on its way. */
  cancel(): void {
    this['queue'].clear();
    Reflect.apply(
      Reflect.get(this.viewer.textureLoader, 'abortLoading'),
      this.viewer.textureLoader,
      [],
    );
  }

  /** Forgets the tiles that failed and asks for what is in view again. */
  retry(): void {
    this.#failedUrls.clear();
    this['state'].tiles = {};
    this['queue'].clear();
    this['__refresh']();
  }

  override supportsTransition(source: TilesSource): boolean {
    return !isFilmSource(source) && super.supportsTransition(source);
  }

  override async loadTexture(source: TilesSource, loader?: boolean): Promise<TilesTexture> {
    this.#failedUrls.clear();
    if (isFilmSource(source)) return (await loadFilm(source)) as unknown as TilesTexture;
    return super.loadTexture(source, loader);
  }

  override createMesh(panoData: NonNullable<TilesTexture['panoData']>): Group {
    return 'isFilm' in panoData ? filmSphere() : super.createMesh(panoData);
  }

  override setTexture(group: Group, textureData: TilesTexture, isTransition: boolean): void {
    if (!isFilmSphere(group)) {
      super.setTexture(group, textureData, isTransition);
      return;
    }
    this['queue'].clear();
    // Without a geometry PSV asks for no tiles.
    Reflect.set(this['state'], 'geom', null);
    setFilm(group, textureData.texture, () => this.viewer.needsUpdate());
  }

  override disposeMesh(group: Group): void {
    if (isFilmSphere(group)) disposeFilmSphere(group);
    else super.disposeMesh(group);
  }
}

/** The adapter of a viewer. */
export function watchedAdapter(viewer: Viewer): WatchedTilesAdapter {
  const adapter = adapters.get(viewer);
  if (!adapter) throw new TypeError('Expected a viewer with watched tiles, found another.');
  return adapter;
}

/** The film that a viewer shows; null where the picture is still. */
export function filmOf(viewer: Viewer): HTMLVideoElement | null {
  const texture: unknown = viewer.state.textureData?.texture;
  const image: unknown = texture instanceof VideoTexture ? texture.image : null;
  return image instanceof HTMLVideoElement ? image : null;
}
