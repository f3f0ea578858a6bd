import { OPEN_TERRAIN_TILES } from '#scene';

/** Public elevation data that `arc terrain fetch` knows. */
export type ElevationSourceId = 'glo30' | 'terrarium';

/** Where a source is served, and what must be said of it. */
export interface ElevationSource {
  readonly title: string;
  /** Public address, no slash at the end; `--base-url` takes its place. */
  readonly baseUrl: string;
  /** Credit line that the licence asks for. */
  readonly credit: string;
  /** What the file of a tile begins and ends with. */
  readonly content: 'tiff' | 'png';
}

export const ELEVATION_SOURCES: Readonly<Record<ElevationSourceId, ElevationSource>> = {
  glo30: {
    title: 'Copernicus DEM GLO-30, 1 arc-second, one GeoTIFF a degree',
    baseUrl: 'https://copernicus-dem-30m.s3.amazonaws.com',
    credit:
      '© DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH 2014-2018, provided under ' +
      'COPERNICUS by the European Union and ESA; all rights reserved',
    content: 'tiff',
  },
  terrarium: {
    title: 'Terrain Tiles, terrarium encoding, 256 px PNG',
    baseUrl: OPEN_TERRAIN_TILES.urlTemplate.replace('/{z}/{x}/{y}.png', ''),
    credit: OPEN_TERRAIN_TILES.credit,
    content: 'png',
  },
};
