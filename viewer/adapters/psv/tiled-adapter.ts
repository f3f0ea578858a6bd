import {
  AbstractAdapter,
  events as psvEvents,
  type TextureData,
  type Viewer,
} from '@photo-sphere-viewer/core';
import { Group, type Texture, VideoTexture } from 'three';
import type { PanoramaLook } from '../panorama-port';
import {
  disposeFilmSphere,
  type FilmSource,
  filmSphere,
  isFilmSource,
  isFilmSphere,
  loadFilm,
  panoDataOf,
  type SphereData,
  setFilm,
} from './film-sphere';
import { lookOfViewer } from './look';
import { createPictureLoader } from './picture-loader';
import {
  disposePictureMesh,
  newPictureMesh,
  type PictureMesh,
  pictureTexture,
} from './picture-mesh';
import { type LayerWindow, type TiledPicture, TileLayer, wantedTiles } from './tile-layer';

/** A still picture as the adapter takes it: its preview and its tiles. */
export interface TiledSource extends TiledPicture {
  readonly previewUrl: string;
}

type Source = TiledSource | FilmSource;
type SphereTexture = TextureData<Texture, Source, SphereData> & { readonly panoData: SphereData };

const adapters = new WeakMap<Viewer, TiledAdapter>();

/**
 * Shows equirectangular pictures in tiles, and films: PSV knows one adapter for a viewer's life.
 * Unlike PSV's own tile adapter it decodes beside the page's thread, draws a mesh a tile instead of
 * a group a face, asks for no tile before the view has turned to where the picture is looked at
 * first, and can say which tiles are there.
 */
export class TiledAdapter extends AbstractAdapter<Source, SphereData, Texture, Group> {
  static override readonly id = 'northwest-arc-tiles';
  readonly #loader = createPictureLoader();
  readonly #layers = new WeakMap<Group, TileLayer>();
  /** Of the picture that is shown; null for a film. */
  #present: TileLayer | null = null;
  /** Of the picture that is being put up. */
  #next: TileLayer | null = null;
  #isLookNew = false;

  constructor(viewer: Viewer) {
    super(viewer);
    adapters.set(viewer, this);
  }

  override init(): void {
    const { PositionUpdatedEvent, ZoomUpdatedEvent, SizeUpdatedEvent } = psvEvents;
    for (const { type } of [PositionUpdatedEvent, ZoomUpdatedEvent, SizeUpdatedEvent]) {
      this.viewer.addEventListener(type, this);
    }
    this.viewer.addEventListener(psvEvents.BeforeRenderEvent.type, this);
  }

  override destroy(): void {
    const { PositionUpdatedEvent, ZoomUpdatedEvent, SizeUpdatedEvent } = psvEvents;
    for (const { type } of [PositionUpdatedEvent, ZoomUpdatedEvent, SizeUpdatedEvent]) {
      this.viewer.removeEventListener(type, this);
    }
    this.viewer.removeEventListener(psvEvents.BeforeRenderEvent.type, this);
    this.#loader.cancel();
    this.#present?.dispose();
  }

  /** Called by the viewer: tiles are chosen once a frame, however often the view moved. */
  handleEvent({ type }: Event): void {
    if (type !== psvEvents.BeforeRenderEvent.type) this.#isLookNew = true;
    else if (this.#isLookNew) this.#look();
  }

  /** Begins to load a preview; everything else that is on its way was left. */
  prepare(previewUrl: string): void {
    this.#present?.freeze();
    this.#loader.cancel((url) => url === previewUrl);
    this.#loader.ahead([previewUrl]);
  }

  /** Begins to load what a picture needs when it is looked at for the first time. */
  expect(source: TiledSource, look: PanoramaLook): void {
    const tiles = wantedTiles(source, { ...look, ...this.#size(), rollRad: 0 });
    const urls = [source.previewUrl, ...tiles.map((tile) => source.tileUrl(tile))];
    this.#present?.freeze();
    this.#loader.cancel((url) => urls.includes(url));
    void this.#loader.aheadInTurn(urls);
  }

  /** The picture stands and is looked at where it should be: now its tiles are asked for. */
  begin(): void {
    this.#present = this.#next ?? this.#present;
    this.#next = null;
    this.retry();
  }

  /** False before the first tiles of a picture are asked for, and while one is on its way. */
  get hasAllTilesInView(): boolean {
    if (isFilmSource(this.viewer.state.textureData?.panorama)) return true;
    return !this.#isLookNew && (this.#present?.isSettled ?? false);
  }

  get failedCount(): number {
    return this.#present?.failedCount ?? 0;
  }

  /** Drops what waits and what is on its way. */
  cancel(): void {
    this.#present?.freeze();
    this.#loader.cancel();
  }

  /** Forgets the tiles that failed and asks for what is in view. */
  retry(): void {
    this.#present?.thaw();
    this.#look();
  }

  override supportsTransition(source: Source): boolean {
    return !isFilmSource(source);
  }

  override async loadTexture(source: Source): Promise<SphereTexture> {
    if (isFilmSource(source)) return loadFilm(source);
    const picture = await this.#loader.take(source.previewUrl);
    return {
      panorama: source,
      panoData: panoDataOf(picture.width, picture.height),
      cacheKey: source.previewUrl,
      texture: pictureTexture(picture, false),
    };
  }

  override createMesh(panoData: SphereData): Group {
    if (panoData.isFilm) return filmSphere();
    const group = new Group();
    group.add(newPictureMesh({ cols: 1, rows: 1, col: 0, row: 0 }));
    return group;
  }

  override setTexture(group: Group, { texture, panorama }: SphereTexture): void {
    if (isFilmSource(panorama)) {
      this.#next = null;
      setFilm(group, texture, () => this.viewer.needsUpdate());
      return;
    }
    previewOf(group).material.map = texture;
    const layer = new TileLayer(group, panorama, {
      take: this.#loader.take,
      onChange: () => this.viewer.needsUpdate(),
    });
    this.#layers.set(group, layer);
    this.#next = layer;
  }

  override setTextureOpacity(group: Group, opacity: number): void {
    const { material } = previewOf(group);
    material.opacity = opacity;
    material.transparent = opacity < 1;
  }

  override disposeTexture({ texture }: SphereTexture): void {
    texture.dispose();
  }

  override disposeMesh(group: Group): void {
    if (isFilmSphere(group)) {
      disposeFilmSphere(group);
      return;
    }
    const layer = this.#layers.get(group);
    layer?.dispose();
    if (this.#present === layer) this.#present = null;
    if (this.#next === layer) this.#next = null;
    disposePictureMesh(previewOf(group));
  }

  #size(): { readonly widthPx: number; readonly heightPx: number } {
    const { width: widthPx, height: heightPx } = this.viewer.getSize();
    return { widthPx, heightPx };
  }

  #look(): void {
    this.#isLookNew = false;
    if (!this.#present) return;
    const window: LayerWindow = {
      ...lookOfViewer(this.viewer, this.#present.picture.pose),
      ...this.#size(),
      rollRad: this.viewer.state.roll,
    };
    this.#present.look(window);
  }
}

/** The adapter of a viewer. */
export function tiledAdapter(viewer: Viewer): TiledAdapter {
  const adapter = adapters.get(viewer);
  if (!adapter) throw new TypeError('Expected a viewer with tiles, found another.');
  return adapter;
}

/** The film that a viewer shows; null where the picture is still. */
export function filmOf(viewer: Viewer): HTMLVideoElement | null {
  const texture: unknown = viewer.state.textureData?.texture;
  const image: unknown = texture instanceof VideoTexture ? texture.image : null;
  return image instanceof HTMLVideoElement ? image : null;
}

function previewOf(group: Group): PictureMesh {
  return group.children[0] as PictureMesh;
}
