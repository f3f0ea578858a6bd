import { stat } from 'node:fs/promises';
import { fromFile, type GeoTIFFImage } from 'geotiff';
import geokeysToProj4 from 'geotiff-geokeys-to-proj4';
import proj4 from 'proj4';
import { AssetError } from '#core/errors';

/** A window of a DEM's own pixels, [left, top, right, bottom), as its file counts them. */
export type PixelWindow = readonly [number, number, number, number];

/** An elevation model opened for windowed reading. Nothing of its pixels is held. */
export interface DemSource {
  readonly file: string;
  readonly cols: number;
  readonly rows: number;
  /** Value that stands for "unknown", if the file names one. */
  readonly noDataValue: number | undefined;
  /** Whether the file's axes are WGS84 longitude and latitude in degrees. */
  readonly isGeographicWgs84: boolean;
  /** Pixel position, 0.5 at the centre of the first, of a WGS84 place. */
  pixelFromGeo(lonDeg: number, latDeg: number): readonly [number, number];
  /** WGS84 place [lonDeg, latDeg] of a pixel position, 0.5 at the centre of the first. */
  geoFromPixel(col: number, row: number): readonly [number, number];
  /**
   * Heights of a window, row by row.
   *
   * @throws AssetError `dem-unreadable` if the file is cut short or damaged
   */
  readWindow(window: PixelWindow): Promise<Float32Array>;
}

/**
 * Opens a GeoTIFF elevation model.
 *
 * @throws AssetError `dem-missing`, `dem-unreadable`, `dem-no-crs` or `dem-no-position`
 */
export async function openDem(file: string): Promise<DemSource> {
  const bytes = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (bytes === undefined) {
    throw new AssetError('dem-missing', {
      file,
      expected: 'a GeoTIFF elevation model',
      found: 'no such file',
      fix: 'Check the path.',
    });
  }
  try {
    const image = await (await fromFile(file)).getImage();
    await requireWhole(image, bytes);
    return sourceFrom(file, image);
  } catch (error) {
    throw error instanceof AssetError ? error : unreadable(file, error);
  }
}

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
}

function sourceFrom(file: string, image: GeoTIFFImage): DemSource {
  const geographic = wgs84Axes(file, image);
  const [originX, originY, stepX, stepY] = placement(file, image);
  const half = image.pixelIsArea() ? 0 : 0.5;
  return {
    file,
    cols: image.getWidth(),
    rows: image.getHeight(),
    noDataValue: image.getGDALNoData() ?? undefined,
    isGeographicWgs84: geographic.isIdentity,
    pixelFromGeo(lonDeg, latDeg) {
      const [x, y] = geographic.forward(lonDeg, latDeg);
      return [(x - originX) / stepX + half, (y - originY) / stepY + half];
    },
    geoFromPixel(col, row) {
      return geographic.inverse(originX + (col - half) * stepX, originY + (row - half) * stepY);
    },
    async readWindow(window) {
      try {
        const values = await image.readRasters({
          window: [...window],
          samples: [0],
          interleave: true,
        });
        return values instanceof Float32Array ? values : Float32Array.from(values as Int16Array);
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
  if (keys.GeographicTypeGeoKey === 4326 && keys.ProjectedCSTypeGeoKey === undefined) {
    return { isIdentity: true, forward: (x, y) => [x, y], inverse: (x, y) => [x, y] };
  }
  try {
    const crs = geokeysToProj4.toProj4({ ...keys } as Parameters<typeof geokeysToProj4.toProj4>[0]);
    const { x: unitX, y: unitY } = crs.coordinatesConversionParameters;
    const projection = proj4('+proj=longlat +datum=WGS84 +no_defs', crs.proj4);
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
  return new AssetError(
    'dem-unreadable',
    {
      file,
      expected: 'a whole GeoTIFF',
      found: cause instanceof Error ? cause.message : String(cause),
      fix: 'The file is damaged or cut short: copy or download it again.',
    },
    { cause },
  );
}
