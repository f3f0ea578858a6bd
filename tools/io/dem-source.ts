import { AssetError } from '#core/errors';

/** A window of a DEM's own pixels, [left, top, right, bottom), as its file counts them. */
export type PixelWindow = readonly [number, number, number, number];

/** What a file says that its heights stand on. */
export interface DemVertical {
  /** `other`: something that we cannot convert. */
  readonly datum: 'egm96' | 'ellipsoid' | 'other';
  /** As people know it. */
  readonly name: string;
}

/** An elevation model opened for windowed reading, whatever its format. */
export interface DemSource {
  readonly file: string;
  readonly cols: number;
  readonly rows: number;
  /** Value that stands for "unknown", if the file names one; readers may also give NaN. */
  readonly noDataValue: number | undefined;
  /** Whether the file's axes are WGS84 longitude and latitude in degrees. */
  readonly isGeographicWgs84: boolean;
  /** How far beyond the centres of its outermost pixels the model may be asked, in pixels. */
  readonly edgeReachPixels: number;
  /** Whether the file lies in whole rows: reading a few columns costs as much as all of them. */
  readonly isInRows: boolean;
  /** What the heights stand on, where the file says it. */
  readonly vertical: DemVertical | undefined;
  /** Pixel position, 0.5 at the centre of the first, of a WGS84 place. */
  pixelFromGeo(lonDeg: number, latDeg: number): readonly [number, number];
  /** WGS84 place [lonDeg, latDeg] of a pixel position, 0.5 at the centre of the first. */
  geoFromPixel(col: number, row: number): readonly [number, number];
  /**
   * Heights of a window in metres, row by row from the top, which is the north.
   *
   * @throws AssetError `dem-unreadable` if the file is cut short or damaged
   */
  readWindow(window: PixelWindow): Promise<Float32Array>;
}

/** Reach of models whose pixels are areas: half a pixel, and a quarter of grace for rounding. */
export const AREA_REACH_PIXELS = 0.75;

/** Reach of models whose pixels are posts on their box's edge: nothing but rounding. */
export const POST_REACH_PIXELS = 1e-3;

/** A grid of posts on WGS84 degrees: the first in the north-west, row by row. */
export interface PostPlacement {
  readonly westDeg: number;
  readonly northDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
}

/** The part of a {@link DemSource} that follows from where a grid of posts lies. */
export function placedPosts(placement: PostPlacement) {
  const { westDeg, northDeg, stepLonDeg, stepLatDeg } = placement;
  return {
    noDataValue: undefined,
    isGeographicWgs84: true,
    edgeReachPixels: POST_REACH_PIXELS,
    isInRows: false,
    vertical: undefined,
    pixelFromGeo: (lonDeg: number, latDeg: number): readonly [number, number] => [
      (lonDeg - westDeg) / stepLonDeg + 0.5,
      (northDeg - latDeg) / stepLatDeg + 0.5,
    ],
    geoFromPixel: (col: number, row: number): readonly [number, number] => [
      westDeg + (col - 0.5) * stepLonDeg,
      northDeg - (row - 0.5) * stepLatDeg,
    ],
  };
}

/** An elevation model that is cut short, damaged or something else. */
export function demUnreadable(file: string, expected: string, cause: unknown): AssetError {
  return new AssetError(
    'dem-unreadable',
    {
      file,
      expected,
      found: cause instanceof Error ? cause.message : String(cause),
      fix: 'The file is damaged or cut short: copy or download it again.',
    },
    { cause },
  );
}
