import type { Clipmap, SunVector } from '../land/clipmap';
import { smoothStep } from '../maths/curves';
import { type AirMedium, REFRACTED_RADIUS_M, SUN_IRRADIANCE } from './air-medium';
import { type AmbientCube, ambientOn } from './ambient';
import { type CumulusField, sunUnderCumulus } from './cumulus-field';

/** Sun and sky on a point of the land. One a thread. */
export class Daylight {
  readonly sun: SunVector;
  readonly ambient: AmbientCube;
  /** Direct sun on a facing surface, after {@link sunAt}. */
  readonly direct = new Float64Array(3);
  readonly around = new Float64Array(3);
  private readonly air: AirMedium;
  private readonly clip: Clipmap;
  private readonly cloudTopM: number;
  private readonly cumulus: CumulusField | undefined;

  /** @param cloudTopM - height above which no cloud shades anything; -Infinity without cloud */
  constructor(
    air: AirMedium,
    clip: Clipmap,
    sun: SunVector,
    ambient: AmbientCube,
    cloudTopM: number,
    cumulus?: CumulusField,
  ) {
    this.air = air;
    this.clip = clip;
    this.sun = sun;
    this.ambient = ambient;
    this.cloudTopM = cloudTopM;
    this.cumulus = cumulus;
  }

  /** Sunlight at a height, dimmed by the air; in `direct`. */
  sunAt(x: number, y: number, z: number): Float64Array {
    const sine = this.sun.z + (x * this.sun.x + y * this.sun.y) / REFRACTED_RADIUS_M;
    this.air.sunShare(z, sine, this.direct);
    for (let c = 0; c < 3; c++) this.direct[c]! *= SUN_IRRADIANCE[c]!;
    return this.direct;
  }

  /**
   * Share of the sun that land and cloud let through.
   *
   * @param softM - how far the edge of a shadow is drawn out, metres of height
   */
  visibility(x: number, y: number, z: number, softM: number): number {
    let share = smoothStep(-softM, softM, z - this.clip.get('groundShadow', x, y));
    if (share > 0 && this.cumulus) {
      const { centreX, centreY } = this.clip;
      share *= sunUnderCumulus(this.cumulus, x - centreX, y - centreY, z, this.sun);
    }
    if (share > 0 && z < this.cloudTopM) {
      share *= Math.exp(-Math.max(0, this.clip.get('cloudShadow', x, y) - z) / 55);
    }
    return share;
  }

  /** Sky and land light on a surface; in `around`. */
  ambientAt(nx: number, ny: number, nz: number): Float64Array {
    return ambientOn(this.ambient, nx, ny, nz, this.around);
  }
}
