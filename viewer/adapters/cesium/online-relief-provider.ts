import {
  type Proxy as CesiumProxy,
  Credit,
  Event,
  type ImageryLayerFeatureInfo,
  type ImageryProvider,
  type ImageryTypes,
  Rectangle,
  type TileDiscardPolicy,
  WebMercatorTilingScheme,
} from 'cesium';
import type { OnlineTerrain } from '../online-terrain-port';

const TILE_PX = 256;

/** Hands the pictures of an online terrain to Cesium. */
export class OnlineReliefProvider implements ImageryProvider {
  readonly errorEvent = new Event();
  readonly tilingScheme = new WebMercatorTilingScheme();
  readonly tileWidth = TILE_PX;
  readonly tileHeight = TILE_PX;
  readonly minimumLevel = 0;
  readonly maximumLevel: number;
  readonly rectangle: Rectangle;
  readonly hasAlphaChannel = true;
  /** Absent, as Cesium takes it; its types say otherwise. */
  declare readonly tileDiscardPolicy: TileDiscardPolicy;
  declare readonly proxy: CesiumProxy;
  readonly credit: Credit;
  readonly #terrain: OnlineTerrain;

  constructor(terrain: OnlineTerrain) {
    const { westDeg, southDeg, eastDeg, northDeg } = terrain.pictureBoxDeg;
    this.#terrain = terrain;
    this.maximumLevel = terrain.maxZoom;
    this.rectangle = Rectangle.fromDegrees(westDeg, southDeg, eastDeg, northDeg);
    this.credit = new Credit(terrain.credit, false);
    // Said by the terrain's `lost`; without a listener Cesium writes errors.
    this.errorEvent.addEventListener(() => undefined);
  }

  requestImage(x: number, y: number, level: number): Promise<ImageryTypes> | undefined {
    return this.#terrain.requestPicture({ zoom: level, x, y });
  }

  getTileCredits(): Credit[] {
    return [];
  }

  pickFeatures(): Promise<ImageryLayerFeatureInfo[]> | undefined {
    return undefined;
  }
}
