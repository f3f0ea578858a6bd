import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { sharedFloats } from '../light/air-medium';
import { clamp } from '../maths/curves';

/** An elevation grid that threads share: posts, row 0 in the north, metres above the sea. */
export interface LandGrid {
  readonly boxDeg: GeoBoxDeg;
  readonly cols: number;
  readonly rows: number;
  readonly heightsM: Float32Array;
}

/** What {@link shareLandGrid} reads: the part of a height field that it needs. */
export interface HeightPosts {
  readonly boxDeg: GeoBoxDeg;
  readonly cols: number;
  readonly rows: number;
  readonly heightsOrthometricM: Float32Array;
}

/** Copies a height field onto shared memory. */
export function shareLandGrid(field: HeightPosts): LandGrid {
  const heightsM = sharedFloats(field.cols * field.rows);
  heightsM.set(field.heightsOrthometricM);
  return { boxDeg: field.boxDeg, cols: field.cols, rows: field.rows, heightsM };
}

/** Height at a place, smooth in slope (Catmull-Rom); beyond the box, that of its edge. */
export function createLandSampler(grid: LandGrid): (lonDeg: number, latDeg: number) => number {
  const { boxDeg, cols, rows, heightsM: h } = grid;
  const colsPerDeg = (cols - 1) / (boxDeg.eastDeg - boxDeg.westDeg);
  const rowsPerDeg = (rows - 1) / (boxDeg.northDeg - boxDeg.southDeg);
  return (lonDeg, latDeg) => {
    const fx = clamp((lonDeg - boxDeg.westDeg) * colsPerDeg, 0, cols - 1);
    const fy = clamp((boxDeg.northDeg - latDeg) * rowsPerDeg, 0, rows - 1);
    const i = Math.min(Math.floor(fx), cols - 2);
    const j = Math.min(Math.floor(fy), rows - 2);
    const u = fx - i;
    const x0 = Math.max(0, i - 1);
    const x3 = Math.min(cols - 1, i + 2);
    const o1 = j * cols;
    const o0 = j > 0 ? o1 - cols : o1;
    const o2 = o1 + cols;
    const o3 = j + 2 < rows ? o2 + cols : o2;
    return catmullRom(
      catmullRom(h[o0 + x0]!, h[o0 + i]!, h[o0 + i + 1]!, h[o0 + x3]!, u),
      catmullRom(h[o1 + x0]!, h[o1 + i]!, h[o1 + i + 1]!, h[o1 + x3]!, u),
      catmullRom(h[o2 + x0]!, h[o2 + i]!, h[o2 + i + 1]!, h[o2 + x3]!, u),
      catmullRom(h[o3 + x0]!, h[o3 + i]!, h[o3 + i + 1]!, h[o3 + x3]!, u),
      fy - j,
    );
  };
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
