import {
  CesiumTerrainProvider,
  type CesiumWidget,
  EllipsoidTerrainProvider,
  GeographicTilingScheme,
  ImageryLayer,
  Rectangle,
  type TerrainProvider,
  TileMapServiceImageryProvider,
  UrlTemplateImageryProvider,
} from 'cesium';
import { AssetError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';

/** The ground as it was laid. */
export interface LaidGround {
  readonly terrain: TerrainProvider;
  /** The painted picture. */
  readonly reliefLayer: ImageryLayer | null;
}

/** Addresses of the ground's parts, each a folder that ends with a slash. */
export interface GroundUrls {
  readonly terrainUrl: string;
  readonly imageryUrl: string;
  readonly worldBaseUrl: string;
}

/** A part of the ground that could not be loaded; the globe goes on without it. */
export type GroundPart = 'terrain' | 'imagery' | 'world-base';

/** Shape of `imagery.json` beside a relief picture's tiles (docs/architecture.md). */
interface ImageryDescription {
  readonly tilePx: number;
  readonly boundsDeg: GeoBoxDeg;
  readonly minLevel: number;
  readonly maxLevel: number;
}

/**
 * Lays terrain, world base and relief picture under a globe, one after another as they come.
 *
 * @param onFailure - told of each part that could not be loaded, once
 * @returns what lies there, when every part is there or has failed
 */
export async function layGround(
  widget: CesiumWidget,
  urls: GroundUrls,
  onFailure: (part: GroundPart, error: unknown) => void,
): Promise<LaidGround> {
  const { scene } = widget;
  let reliefLayer: ImageryLayer | null = null;
  const guard = (part: GroundPart, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (!widget.isDestroyed()) onFailure(part, error);
    });
  const whenAlive = (act: () => void): void => {
    if (widget.isDestroyed()) return;
    act();
    scene.requestRender();
  };
  await Promise.all([
    guard(
      'terrain',
      requireFile(`${urls.terrainUrl}layer.json`)
        .then(() => CesiumTerrainProvider.fromUrl(urls.terrainUrl))
        .then(
          (provider) => whenAlive(() => (scene.terrainProvider = provider)),
          (error: unknown) => {
            whenAlive(() => (scene.terrainProvider = new EllipsoidTerrainProvider()));
            throw error;
          },
        ),
    ),
    guard(
      'world-base',
      requireFile(`${urls.worldBaseUrl}tilemapresource.xml`)
        .then(() => TileMapServiceImageryProvider.fromUrl(urls.worldBaseUrl))
        .then((provider) => whenAlive(() => scene.imageryLayers.add(calmWorldLayer(provider), 0))),
    ),
    guard(
      'imagery',
      reliefProvider(urls.imageryUrl).then((provider) =>
        whenAlive(() => {
          reliefLayer = new ImageryLayer(provider);
          scene.imageryLayers.add(reliefLayer);
        }),
      ),
    ),
  ]);
  return { terrain: scene.terrainProvider, reliefLayer };
}

/**
 * The world around the region, toned to the relief picture: where the picture fades out, both have
 * the same mean colour and lightness (docs/relief-picture.md).
 */
function calmWorldLayer(provider: TileMapServiceImageryProvider): ImageryLayer {
  return new ImageryLayer(provider, {
    brightness: 1.19,
    contrast: 0.85,
    hue: 0.05,
    saturation: 0.86,
  });
}

/**
 * Cesium takes a missing description for a tile set of an old format and asks for its tiles in
 * vain; so it is asked for here first, and what is missing is said.
 */
async function requireFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) return response;
  throw new AssetError('asset-unavailable', {
    file: url,
    expected: 'a file',
    found: `status ${response.status}`,
    fix: 'Build the tile set (npm start does).',
  });
}

async function reliefProvider(imageryUrl: string): Promise<UrlTemplateImageryProvider> {
  const response = await requireFile(`${imageryUrl}imagery.json`);
  const description = (await response.json()) as ImageryDescription;
  const { westDeg, southDeg, eastDeg, northDeg } = description.boundsDeg;
  return new UrlTemplateImageryProvider({
    url: `${imageryUrl}{z}/{x}/{reverseY}.webp`,
    tilingScheme: new GeographicTilingScheme(),
    rectangle: Rectangle.fromDegrees(westDeg, southDeg, eastDeg, northDeg),
    tileWidth: description.tilePx,
    tileHeight: description.tilePx,
    minimumLevel: description.minLevel,
    maximumLevel: description.maxLevel,
    hasAlphaChannel: true,
    enablePickFeatures: false,
  });
}
