import { fromFile, type GeoTIFFImage } from 'geotiff';
import geokeysToProj4 from 'geotiff-geokeys-to-proj4';
import proj4 from 'proj4';
import { AssetError } from '#core/errors';
import { AREA_REACH_PIXELS, type DemSource, demUnreadable } from './dem-source';
import { fileFacts } from './files';
import { type PixelReader, pixelReader } from './geotiff-pixels-dem';
import { inMetres, verticalOf, verticalUnitM, WGS84_3D } from './geotiff-vertical-dem';

/**
 * Opens a GeoTIFF elevation model.
 *
 * @throws AssetError `dem-unreadable`, `dem-no-crs` or `dem-no-position`
 */
export async function openGeoTiffDem(file: string): Promise<DemSource> {
  try {
    const sizeBytes = (await fileFacts(file))?.sizeBytes ?? 0;
    const image = await (await fromFile(file)).getImage();
    await requireWhole(image, sizeBytes);
    return sourceFrom(file, image, await pixelReader(image));
  } catch (error) {
    throw error instanceof AssetError ? error : unreadable(file, error);
  }
}

/** Keys of which one at least names the system, or the datum of a user-defined one. */
const NAMING_KEYS = [
  'GeographicTypeGeoKey',
  'ProjectedCSTypeGeoKey',
  'GeogGeodeticDatumGeoKey',
  'GeogEllipsoidGeoKey',
  'GeogSemiMajorAxisGeoKey',
] as const;

/** No packing of pixels makes them smaller than by this factor: deflate reaches 1032. */
const MOST_PACKED = 4096;

/** The reader pads what is missing with zeros: compare what the file promises with its size. */
async function requireWhole(image: GeoTIFFImage, bytes: number): Promise<void> {
  const kind = image.isTiled ? 'Tile' : 'Strip';
  const offsets = await image.fileDirectory.loadValue(`${kind}Offsets`);
  const counts = await image.fileDirectory.loadValue(`${kind}ByteCounts`);
  const starts = Array.from((offsets ?? []) as ArrayLike<number>, Number);
  const lengths = Array.from((counts ?? []) as ArrayLike<number>, Number);
  const end = starts.reduce((far, start, i) => Math.max(far, start + (lengths[i] ?? 0)), 0);
  if (starts.length === 0) throw new Error('no pixels named in its directory');
  if (end > bytes) throw new Error(`${bytes} bytes of at least ${end}`);
  requireBlocks(image, lengths);
}

/** A damaged size would have the reader look for pixels that were never there, for hours. */
function requireBlocks(image: GeoTIFFImage, lengths: readonly number[]): void {
  const [cols, rows] = [image.getWidth(), image.getHeight()];
  const [blockCols, blockRows] = [image.getTileWidth(), Math.min(image.getTileHeight(), rows)];
  if (!(cols >= 1 && rows >= 1 && blockCols >= 1 && blockRows >= 1)) {
    throw new Error(`${cols} x ${rows} pixels in blocks of ${blockCols} x ${blockRows}`);
  }
  const blocks = Math.ceil(cols / blockCols) * Math.ceil(rows / blockRows);
  if (lengths.length < blocks) throw new Error(`${lengths.length} blocks of pixels of ${blocks}`);
  const rawBytes = blockCols * blockRows * image.getSampleByteSize(0);
  // The last strip may be shorter; a tile never is. Blocks of no bytes stand for "unknown".
  const first = lengths[0] ?? 0;
  if (first > 0 && first * MOST_PACKED < rawBytes) {
    throw new Error(`a block of ${first} bytes for ${blockCols} x ${blockRows} pixels`);
  }
}

function sourceFrom(file: string, image: GeoTIFFImage, readPixels: PixelReader): DemSource {
  const geographic = wgs84Axes(file, image);
  const [originX, originY, stepX, stepY] = placement(file, image);
  const half = image.pixelIsArea() ? 0 : 0.5;
  const keys = image.getGeoKeys();
  const unitM = verticalUnitM(file, keys);
  const noDataValue = image.getGDALNoData() ?? undefined;
  return {
    file,
    cols: image.getWidth(),
    rows: image.getHeight(),
    noDataValue,
    isGeographicWgs84: geographic.isIdentity,
    edgeReachPixels: AREA_REACH_PIXELS,
    isInRows: !image.isTiled,
    vertical: verticalOf(keys),
    pixelFromGeo(lonDeg, latDeg) {
      const [x, y] = geographic.forward(lonDeg, latDeg);
      return [(x - originX) / stepX + half, (y - originY) / stepY + half];
    },
    geoFromPixel(col, row) {
      return geographic.inverse(originX + (col - half) * stepX, originY + (row - half) * stepY);
    },
    async readWindow(window) {
      try {
        const heights = await readPixels(window);
        return unitM === 1 ? heights : inMetres(heights, unitM, noDataValue);
      } catch (error) {
        throw unreadable(file, error);
      }
    },
  };
}

/** How the file's plane and WGS84 degrees go into each other. */
interface AxesTransform {
  readonly isIdentity: boolean;
  forward(lonDeg: number, latDeg: number): readonly [number, number];
  inverse(x: number, y: number): readonly [number, number];
}

function wgs84Axes(file: string, image: GeoTIFFImage): AxesTransform {
  const keys = image.getGeoKeys();
  if (keys === null || Object.keys(keys).length === 0) throw withoutCrs(file, 'no GeoKeys');
  const isWgs84 = keys.GeographicTypeGeoKey === 4326 || keys.GeographicTypeGeoKey === WGS84_3D;
  if (isWgs84 && keys.ProjectedCSTypeGeoKey === undefined) {
    return { isIdentity: true, forward: (x, y) => [x, y], inverse: (x, y) => [x, y] };
  }
  // The key library would take any such file for WGS84, one whose keys are cut short too.
  if (!NAMING_KEYS.some((name) => Number(keys[name] ?? 0) > 0)) {
    throw withoutCrs(file, 'GeoKeys that name none');
  }
  try {
    const crs = geokeysToProj4.toProj4({ ...keys } as Parameters<typeof geokeysToProj4.toProj4>[0]);
    const { x: unitX, y: unitY } = crs.coordinatesConversionParameters;
    const projection = proj4('+proj=longlat +datum=WGS84 +no_defs', withPole(crs.proj4));
    return {
      isIdentity: false,
      forward: (lonDeg, latDeg) => {
        const [x = 0, y = 0] = projection.forward([lonDeg, latDeg]);
        return [x / unitX, y / unitY];
      },
      inverse: (x, y) => {
        const [lonDeg = 0, latDeg = 0] = projection.inverse([x * unitX, y * unitY]);
        return [lonDeg, latDeg];
      },
    };
  } catch (error) {
    throw withoutCrs(file, error instanceof Error ? error.message : String(error));
  }
}

/** Polar stereographic "variant B" systems such as EPSG:3031 come without the pole they are around. */
function withPole(definition: string): string {
  if (!definition.includes('+proj=stere') || definition.includes('+lat_0=')) return definition;
  const [, sign] = /\+lat_ts=(-?)/.exec(definition) ?? [];
  return sign === undefined ? definition : `${definition} +lat_0=${sign}90`;
}

function placement(file: string, image: GeoTIFFImage): readonly [number, number, number, number] {
  try {
    const [originX = 0, originY = 0] = image.getOrigin();
    const [stepX = 1, stepY = -1] = image.getResolution();
    return [originX, originY, stepX, stepY];
  } catch (error) {
    throw new AssetError(
      'dem-no-position',
      {
        file,
        expected: 'a tie point and a pixel size',
        found: 'a TIFF that does not say where it lies',
        fix: 'Export it again as a GeoTIFF.',
      },
      { cause: error },
    );
  }
}

function withoutCrs(file: string, found: string): AssetError {
  return new AssetError('dem-no-crs', {
    file,
    expected: 'GeoKeys that name a coordinate system',
    found,
    fix: 'Set it, for instance with gdal_edit.py -a_srs EPSG:4326.',
  });
}

function unreadable(file: string, cause: unknown): AssetError {
  return demUnreadable(file, 'a whole GeoTIFF', cause);
}
