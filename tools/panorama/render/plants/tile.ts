/** A vertical strip of the picture in samples, while it is painted. */
export interface Tile {
  /** Samples across the strip and down it. */
  readonly columns: number;
  readonly rows: number;
  /** Samples across the whole picture. */
  readonly allColumns: number;
  /** First sample column of the strip. */
  firstColumn: number;
  /** Linear light, three numbers a sample, row by row. */
  readonly rgb: Float32Array;
  /** Horizontal distance of what is seen, metres; FAR_M for sky. */
  readonly distance: Float32Array;
}

/** Distance of the sky. */
export const FAR_M = 1e9;

/** Column of a heading within a strip, wrapped to the copy nearest to its middle. */
export function tileColumn(tile: Tile, headingRad: number): number {
  const all = tile.allColumns;
  let u = (headingRad / (2 * Math.PI) + 0.5) * all - tile.firstColumn;
  const middle = tile.columns / 2;
  if (u - middle > all / 2) u -= all;
  else if (u - middle < -all / 2) u += all;
  return u;
}
