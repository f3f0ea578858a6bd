/** The geoid over the whole Earth as a small file: what a browser can load at once. */
export interface WorldGeoidFile {
  readonly formatVersion: 1;
  /** Degrees between posts; 180 is a multiple of it. */
  readonly stepDeg: number;
  /** Metres of one unit. */
  readonly unitM: number;
  /**
   * Undulations in units, row by row from 90 N 180 W to 90 S 180 E: a row's first value as the
   * difference to the row above, every other one as the difference to its left neighbour.
   */
  readonly deltas: readonly number[];
}

/** Gives the height of the geoid over the ellipsoid at a place of WGS84, metres. */
export type Undulation = (lonDeg: number, latDeg: number) => number;

/**
 * Samples a geoid for {@link readWorldGeoid}.
 *
 * @param undulationM - asked at every post
 */
export function writeWorldGeoid(
  stepDeg: number,
  unitM: number,
  undulationM: Undulation,
): WorldGeoidFile {
  const { cols, rows } = sizeOf(stepDeg);
  const deltas: number[] = [];
  let above = 0;
  for (let row = 0; row < rows; row++) {
    let previous = above;
    for (let col = 0; col < cols; col++) {
      const units = Math.round(undulationM(-180 + col * stepDeg, 90 - row * stepDeg) / unitM);
      deltas.push(units - previous);
      previous = units;
      if (col === 0) above = units;
    }
  }
  return { formatVersion: 1, stepDeg, unitM, deltas };
}

/**
 * The geoid of a file, bilinear between its posts.
 *
 * @throws RangeError if the file holds another number of posts than its step asks for
 */
export function readWorldGeoid(file: WorldGeoidFile): Undulation {
  const { stepDeg, unitM, deltas } = file;
  const { cols, rows } = sizeOf(stepDeg);
  if (deltas.length !== cols * rows) {
    throw new RangeError(`Expected ${cols} x ${rows} posts, got ${deltas.length}.`);
  }
  const heightsM = new Float32Array(cols * rows);
  let above = 0;
  for (let row = 0; row < rows; row++) {
    let units = above;
    for (let col = 0; col < cols; col++) {
      units += deltas[row * cols + col]!;
      heightsM[row * cols + col] = units * unitM;
      if (col === 0) above = units;
    }
  }
  return (lonDeg, latDeg) => {
    const x = Math.min(cols - 1, Math.max(0, (lonDeg + 180) / stepDeg));
    const y = Math.min(rows - 1, Math.max(0, (90 - latDeg) / stepDeg));
    const col = Math.min(cols - 2, Math.floor(x));
    const row = Math.min(rows - 2, Math.floor(y));
    const [fx, fy] = [x - col, y - row];
    const at = row * cols + col;
    const north = heightsM[at]! * (1 - fx) + heightsM[at + 1]! * fx;
    const south = heightsM[at + cols]! * (1 - fx) + heightsM[at + cols + 1]! * fx;
    return north * (1 - fy) + south * fy;
  };
}

function sizeOf(stepDeg: number): { readonly cols: number; readonly rows: number } {
  return { cols: Math.round(360 / stepDeg) + 1, rows: Math.round(180 / stepDeg) + 1 };
}
