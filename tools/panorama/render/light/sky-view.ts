import { clamp, smoothStep } from '../maths/curves';
import { type AirMedium, SUN_IRRADIANCE } from './air-medium';
import { azimuthBetween } from './ambient';
import { type CloudDome, domeAt } from './cloud-dome';
import { type SkyTables, skyAt } from './sky-tables';

/** What the sky is drawn from. */
export interface SkySource {
  readonly air: AirMedium;
  readonly tables: SkyTables;
  readonly eyeHeightM: number;
  readonly sunHeadingRad: number;
  readonly sunPitchRad: number;
  /** Undefined on a cloudless day. */
  readonly clouds: CloudDome | undefined;
}

/** Half the sun's apparent width. */
const SUN_RADIUS_RAD = 0.00465;

/** The sky in any direction: clear air, the sun, clouds. One a thread. */
export class SkyView {
  private readonly source: SkySource;
  private readonly sunLight = new Float64Array(3);
  private readonly cloud = new Float64Array(4);
  private readonly sunSine: number;

  constructor(source: SkySource) {
    this.source = source;
    this.sunSine = Math.sin(source.sunPitchRad);
  }

  /** Cosine of the angle to the sun. */
  sunCosine(pitchRad: number, headingRad: number): number {
    const { sunPitchRad, sunHeadingRad } = this.source;
    return (
      Math.cos(pitchRad) * Math.cos(headingRad - sunHeadingRad) * Math.cos(sunPitchRad) +
      Math.sin(pitchRad) * this.sunSine
    );
  }

  /** Radiance from a direction. */
  look(pitchRad: number, headingRad: number, out: Float64Array): Float64Array {
    const { tables, sunHeadingRad, clouds } = this.source;
    skyAt(tables, pitchRad, azimuthBetween(headingRad, sunHeadingRad), out);
    const cosine = this.sunCosine(pitchRad, headingRad);
    this.addSun(Math.acos(clamp(cosine, -1, 1)), out);
    if (!clouds) return out;
    domeAt(clouds, pitchRad, headingRad, this.cloud);
    for (let c = 0; c < 3; c++) out[c] = out[c]! * this.cloud[3]! + this.cloud[c]!;
    return out;
  }

  private addSun(fromSunRad: number, out: Float64Array): void {
    if (fromSunRad > 0.03) return;
    const { air, eyeHeightM } = this.source;
    air.sunShare(eyeHeightM, this.sunSine, this.sunLight);
    const q = fromSunRad / SUN_RADIUS_RAD;
    const limb = q < 1 ? Math.sqrt(1 - q * q) * 0.6 + 0.4 : 0.4;
    const disc = 60 * limb * smoothStep(1.08, 0.94, q);
    const glow = 0.5 * Math.exp(-fromSunRad / 0.004) * smoothStep(0.03, 0.02, fromSunRad);
    for (let c = 0; c < 3; c++) out[c]! += SUN_IRRADIANCE[c]! * this.sunLight[c]! * (disc + glow);
  }
}
