import type { GeoBoxDeg } from '#core/tiles/geo-box';

/** The country that the sketch relief covers: the region box and what can be seen beyond it. */
export const SKETCH_BOX_DEG: GeoBoxDeg = {
  westDeg: 101,
  southDeg: 19.5,
  eastDeg: 107.2,
  northDeg: 24.3,
};

/** Metres of a degree of latitude here. */
const M_PER_LAT_DEG = 110_760;

/** Metres of a degree of longitude at the middle latitude, 21.9 degrees north. */
const M_PER_LON_DEG = 103_340;

/** A grid of posts over the sketch's box. Row 0 in the north. */
export interface SketchGrid {
  readonly cols: number;
  readonly rows: number;
  readonly postsPerDeg: number;
  /** Metres between columns at the middle latitude. */
  readonly colStepM: number;
  /** Metres between rows. */
  readonly rowStepM: number;
}

/** The grid with some posts to a degree: 360 makes 10 arc-seconds. */
export function sketchGrid(postsPerDeg: number): SketchGrid {
  const { westDeg, southDeg, eastDeg, northDeg } = SKETCH_BOX_DEG;
  return {
    cols: Math.round((eastDeg - westDeg) * postsPerDeg) + 1,
    rows: Math.round((northDeg - southDeg) * postsPerDeg) + 1,
    postsPerDeg,
    colStepM: M_PER_LON_DEG / postsPerDeg,
    rowStepM: M_PER_LAT_DEG / postsPerDeg,
  };
}

/** Column of a longitude, fractional. */
export function colOf(grid: SketchGrid, lonDeg: number): number {
  return (lonDeg - SKETCH_BOX_DEG.westDeg) * grid.postsPerDeg;
}

/** Row of a latitude, fractional. */
export function rowOf(grid: SketchGrid, latDeg: number): number {
  return (SKETCH_BOX_DEG.northDeg - latDeg) * grid.postsPerDeg;
}

/** Metres between two places of the sketch, flat: good to half a percent. */
export function sketchDistanceM(
  lon0Deg: number,
  lat0Deg: number,
  lon1Deg: number,
  lat1Deg: number,
): number {
  return Math.hypot((lon1Deg - lon0Deg) * M_PER_LON_DEG, (lat1Deg - lat0Deg) * M_PER_LAT_DEG);
}

/** A grid of twice the resolution from one: its posts are kept, the new ones lie halfway. */
export function doubled(values: Float32Array, from: SketchGrid, to: SketchGrid): Float32Array {
  const out = new Float32Array(to.cols * to.rows);
  for (let row = 0; row < to.rows; row++) {
    const above = (row >> 1) * from.cols;
    const below = row % 2 === 0 ? above : above + from.cols;
    for (let col = 0; col < to.cols; col++) {
      const left = col >> 1;
      const right = col % 2 === 0 ? left : left + 1;
      const sum =
        values[above + left]! +
        values[above + right]! +
        values[below + left]! +
        values[below + right]!;
      out[row * to.cols + col] = sum / 4;
    }
  }
  return out;
}
