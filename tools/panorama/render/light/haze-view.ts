import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { type AmbientCube, azimuthBetween } from './ambient';
import { airBefore, type SkyTables } from './sky-tables';

/** Mist that lies in a valley of a morning. */
export interface MorningMist {
  /** Height at which it has its full density. */
  readonly floorM: number;
  readonly densityRatio: number;
}

/** What stands in the air between the eye and things. */
export interface HazeSource {
  readonly noise: Noise;
  readonly tables: SkyTables;
  readonly ambient: AmbientCube;
  /** Direct sun at the eye, irradiance. */
  readonly sunLight: Float64Array;
  readonly sunHeadingRad: number;
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly mist: MorningMist | undefined;
}

/** Height over which valley mist thins to a third. */
export const MIST_SCALE_M = 34;
const MIST_PER_M = 0.0048;

/** Puts haze and mist before what is seen. One a thread. */
export class HazeView {
  /** Light scattered in (3) and share of own light that gets through (3), after `look`. */
  readonly veil = new Float64Array(6);
  private readonly source: HazeSource;

  constructor(source: HazeSource) {
    this.source = source;
  }

  /**
   * Computes the veil before a point.
   *
   * @param distanceM - along the sight line
   */
  look(
    pitchRad: number,
    headingRad: number,
    distanceM: number,
    x: number,
    y: number,
    z: number,
  ): Float64Array {
    const { tables, sunHeadingRad, mist } = this.source;
    const fromSun = azimuthBetween(headingRad, sunHeadingRad);
    airBefore(tables, pitchRad, fromSun, distanceM, this.veil);
    if (mist && distanceM > 60) this.addMist(mist, fromSun, distanceM, x, y, z);
    return this.veil;
  }

  /** Veils a colour in place; `look` first. */
  apply(rgb: Float64Array | Float32Array, o = 0): void {
    for (let c = 0; c < 3; c++) rgb[o + c] = rgb[o + c]! * this.veil[3 + c]! + this.veil[c]!;
  }

  private addMist(
    mist: MorningMist,
    fromSun: number,
    distanceM: number,
    x: number,
    y: number,
    z: number,
  ): void {
    const { noise, eye, sunLight, ambient } = this.source;
    const atEye = Math.exp(-(eye.z - mist.floorM) / MIST_SCALE_M);
    const atEnd = Math.exp(-Math.max(-2, (z - mist.floorM) / MIST_SCALE_M));
    const dz = z - eye.z;
    const mean = Math.abs(dz) > 0.5 ? Math.abs(((atEnd - atEye) * MIST_SCALE_M) / dz) : atEye;
    const patch =
      0.55 +
      1.1 * noise.fractal2(x / 420 + 5, y / 420, 3) +
      0.5 * noise.fractal2(x / 110, y / 110 + 3, 3);
    const depth =
      MIST_PER_M *
      mist.densityRatio *
      mean *
      distanceM *
      Math.max(0.04, patch) *
      smoothStep(60, 500, distanceM);
    const share = 1 - Math.exp(-Math.min(3, depth));
    if (share < 0.002) return;
    const toward = Math.max(0, Math.cos(fromSun));
    const phase = 0.045 + 0.05 * toward ** 3;
    for (let c = 0; c < 3; c++) {
      const light = sunLight[c]! * phase + ambient[c]! * 0.19;
      this.veil[c] = this.veil[c]! * (1 - share * 0.6) + light * share;
      this.veil[3 + c]! *= 1 - share;
    }
  }
}
