import type { GeoBoxDeg } from '#core/tiles/geo-box';

/**
 * A regular grid of heights on WGS84 longitude and latitude.
 *
 * Posts, not cells: the first and the last column lie on the box's west and east edge, row 0 on
 * its north edge. Without voids: NoData is filled before a field is made. The east of a field across
 * the antimeridian lies beyond 180.
 */
export interface HeightField {
  readonly boxDeg: GeoBoxDeg;
  readonly cols: number;
  readonly rows: number;
  /** Metres above the EGM96 geoid, row by row from the north-west post. */
  readonly heightsOrthometricM: Float32Array;
  /**
   * Bilinear height at a place; outside the box, that of the nearest place on its edge.
   *
   * @returns metres above the EGM96 geoid
   */
  sample(lonDeg: number, latDeg: number): number;
}

/**
 * Wraps a grid of posts.
 *
 * @param heightsOrthometricM - `cols * rows` heights, kept by reference; may stand on shared memory
 * @throws RangeError if the grid is smaller than 2 x 2 or the array has another length
 */
export function createHeightField(
  boxDeg: GeoBoxDeg,
  cols: number,
  rows: number,
  heightsOrthometricM: Float32Array,
): HeightField {
  if (!(cols >= 2 && rows >= 2)) {
    throw new RangeError(`Expected at least 2 x 2 posts, got ${cols} x ${rows}.`);
  }
  if (heightsOrthometricM.length !== cols * rows) {
    throw new RangeError(
      `Expected ${cols} x ${rows} = ${cols * rows} heights, got ${heightsOrthometricM.length}.`,
    );
  }
  const colsPerDeg = (cols - 1) / (boxDeg.eastDeg - boxDeg.westDeg);
  const rowsPerDeg = (rows - 1) / (boxDeg.northDeg - boxDeg.southDeg);
  const sample = (lonDeg: number, latDeg: number): number =>
    bilinear(
      heightsOrthometricM,
      cols,
      rows,
      (lonInside(boxDeg, lonDeg) - boxDeg.westDeg) * colsPerDeg,
      (boxDeg.northDeg - latDeg) * rowsPerDeg,
    );
  return { boxDeg, cols, rows, heightsOrthometricM, sample };
}

/** Longitude as a box across the antimeridian counts it. */
function lonInside({ westDeg, eastDeg }: GeoBoxDeg, lonDeg: number): number {
  return eastDeg > 180 && lonDeg < westDeg ? lonDeg + 360 : lonDeg;
}

/**
 * Bilinear value of a row-major grid, clamped at its edges.
 *
 * @param col - in posts, 0 at the first column
 * @param row - in posts, 0 at the first row
 */
export function bilinear(
  grid: Float32Array,
  cols: number,
  rows: number,
  col: number,
  row: number,
): number {
  const x = Math.min(Math.max(col, 0), cols - 1);
  const y = Math.min(Math.max(row, 0), rows - 1);
  const col0 = Math.min(Math.floor(x), cols - 2);
  const row0 = Math.min(Math.floor(y), rows - 2);
  const fx = x - col0;
  const fy = y - row0;
  const at = row0 * cols + col0;
  const north = grid[at]! + fx * (grid[at + 1]! - grid[at]!);
  const south = grid[at + cols]! + fx * (grid[at + cols + 1]! - grid[at + cols]!);
  return north + fy * (south - north);
}
