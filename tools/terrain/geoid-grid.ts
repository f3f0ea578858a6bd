import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { bilinear } from './height-field';
import { boxGrownRound, lonFrom } from './lon-circle';

/** Step of the EGM96 model itself: between its posts it is bilinear, so nothing is lost. */
const GEOID_STEP_DEG = 0.25;

/** Heights of the geoid over the ellipsoid in a box; plain data on shared memory. */
export interface GeoidGrid {
  readonly westDeg: number;
  readonly northDeg: number;
  readonly cols: number;
  readonly rows: number;
  readonly undulationM: Float32Array;
}

/** Samples the geoid once over a box, which may cross the antimeridian, and a degree around it. */
export function geoidGridOver(box: GeoBoxDeg): GeoidGrid {
  const grown = boxGrownRound(box, 1);
  const westDeg = Math.floor(grown.westDeg / GEOID_STEP_DEG) * GEOID_STEP_DEG;
  const northDeg = Math.ceil(grown.northDeg / GEOID_STEP_DEG) * GEOID_STEP_DEG;
  const cols = 1 + Math.ceil((grown.eastDeg - westDeg) / GEOID_STEP_DEG);
  const rows = 1 + Math.ceil((northDeg - grown.southDeg) / GEOID_STEP_DEG);
  const undulationM = new Float32Array(new SharedArrayBuffer(cols * rows * 4));
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const latDeg = Math.max(-90, northDeg - row * GEOID_STEP_DEG);
      const lonDeg = westDeg + col * GEOID_STEP_DEG;
      undulationM[row * cols + col] = ellipsoidalFromOrthometricM(lonFrom(-180, lonDeg), latDeg, 0);
    }
  }
  return { westDeg, northDeg, cols, rows, undulationM };
}

/**
 * Height of the geoid over the ellipsoid at a place; outside the grid straight from the model.
 *
 * @returns metres, negative in Vietnam's Northwest
 */
export function undulationM(grid: GeoidGrid, lonDeg: number, latDeg: number): number {
  const col = (lonFrom(grid.westDeg, lonDeg) - grid.westDeg) / GEOID_STEP_DEG;
  const row = (grid.northDeg - latDeg) / GEOID_STEP_DEG;
  if (col < 0 || row < 0 || col > grid.cols - 1 || row > grid.rows - 1) {
    return ellipsoidalFromOrthometricM(lonFrom(-180, lonDeg), latDeg, 0);
  }
  return bilinear(grid.undulationM, grid.cols, grid.rows, col, row);
}
