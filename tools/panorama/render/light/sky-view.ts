import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { type AirMedium, henyeyGreenstein, REFRACTED_RADIUS_M, SUN_IRRADIANCE } from './air-medium';
import { type AmbientCube, azimuthBetween } from './ambient';
import { AIR_REACH_M, airBefore, type SkyTables, skyAt } from './sky-tables';

/** What the sky is drawn from. */
export interface SkySource {
  readonly noise: Noise;
  readonly air: AirMedium;
  readonly tables: SkyTables;
  readonly ambient: AmbientCube;
  readonly eyeHeightM: number;
  readonly sunHeadingRad: number;
  readonly sunPitchRad: number;
  readonly cirrusRatio: number;
  readonly cumulusRatio: number;
}

const CIRRUS_HEIGHT_M = 9200;
const CUMULUS_OVER_EYE_M = 2100;
/** Half the sun's apparent width. */
const SUN_RADIUS_RAD = 0.00465;

/** The sky in any direction: clear air, two layers of cloud, the sun. One a thread. */
export class SkyView {
  private readonly source: SkySource;
  private readonly sunLight = new Float64Array(3);
  private readonly between = new Float64Array(6);
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
    const { source } = this;
    const fromSun = azimuthBetween(headingRad, source.sunHeadingRad);
    skyAt(source.tables, pitchRad, fromSun, out);
    const cosine = this.sunCosine(pitchRad, headingRad);
    if (source.cirrusRatio > 0 && pitchRad > 0.008) {
      this.addCirrus(pitchRad, headingRad, fromSun, cosine, out);
    }
    if (source.cumulusRatio > 0 && pitchRad > 0.012) {
      this.addCumulus(pitchRad, headingRad, fromSun, cosine, out);
    }
    this.addSun(Math.acos(clamp(cosine, -1, 1)), out);
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

  private layerDistance(pitchRad: number, overEyeM: number): number {
    const s = Math.sin(pitchRad) * REFRACTED_RADIUS_M;
    return Math.sqrt(s * s + 2 * REFRACTED_RADIUS_M * overEyeM) - s;
  }

  private addCirrus(
    pitchRad: number,
    headingRad: number,
    fromSun: number,
    cosine: number,
    out: Float64Array,
  ): void {
    const { noise, eyeHeightM, cirrusRatio, air, ambient, tables } = this.source;
    const t = this.layerDistance(pitchRad, CIRRUS_HEIGHT_M - eyeHeightM);
    const flatKm = (t * Math.cos(pitchRad)) / 1000;
    const x = Math.sin(headingRad) * flatKm;
    const y = Math.cos(headingRad) * flatKm;
    const wx =
      x + 5 * noise.fractal2(x / 22, y / 22, 3) + 0.6 * noise.fractal2(x / 2.1, y / 2.1, 3);
    const wy = y + 5 * noise.fractal2(x / 22 + 8, y / 22 + 2, 3);
    const u = wx * 0.83 + wy * 0.56;
    const w = -wx * 0.56 + wy * 0.83;
    const area = smoothStep(-0.12, 0.34, noise.fractal2(x / 60 + 1.7, y / 60 + 4.1, 3));
    const streaks =
      noise.fractal2(u / 26, w / 3.4, 5) +
      0.35 * noise.fractal2(u / 7, w / 1.7, 4) +
      0.22 * noise.fractal2(u / 1.9, w / 0.42, 3);
    const share =
      cirrusRatio *
      area *
      smoothStep(-0.12, 0.62, streaks) *
      0.62 *
      smoothStep(0.008, 0.12, pitchRad) *
      Math.exp(-t / 260_000);
    if (share <= 0.002) return;
    const rise = (t / 6.4e6) * Math.cos(pitchRad) * Math.cos(fromSun);
    air.sunShare(9000, this.sunSine + rise, this.sunLight);
    const light = 0.045 + 0.032 * 4 * Math.PI * henyeyGreenstein(0.7, cosine);
    airBefore(tables, pitchRad, fromSun, Math.min(t, AIR_REACH_M * 0.88), this.between);
    for (let c = 0; c < 3; c++) {
      const own = SUN_IRRADIANCE[c]! * this.sunLight[c]! * light * 0.9 + ambient[c]! * 0.1;
      out[c] = out[c]! * (1 - share * 0.5) + share * own * (0.45 + 0.55 * this.between[3 + c]!);
    }
  }

  private addCumulus(
    pitchRad: number,
    headingRad: number,
    fromSun: number,
    cosine: number,
    out: Float64Array,
  ): void {
    const { noise, cumulusRatio, air, ambient, tables, eyeHeightM, sunHeadingRad } = this.source;
    const t = this.layerDistance(pitchRad, CUMULUS_OVER_EYE_M);
    const flatKm = (t * Math.cos(pitchRad)) / 1000;
    const x = Math.sin(headingRad) * flatKm;
    const y = Math.cos(headingRad) * flatKm;
    const warp = 0.5 * noise.fractal2(x / 2.1 + 8, y / 2.1, 3);
    const base = cumulusDensity(noise, warp, x, y, 6);
    const bar = 0.42 - 0.34 * cumulusRatio;
    const share =
      smoothStep(bar, bar + 0.16, base) *
      smoothStep(0.012, 0.07, pitchRad) *
      Math.exp(-t / 60_000) *
      0.92;
    if (share <= 0.003) return;
    const reach = 0.35;
    const toward = cumulusDensity(
      noise,
      warp,
      x + reach * Math.sin(sunHeadingRad),
      y + reach * Math.cos(sunHeadingRad),
      4,
    );
    const rim = 1 - smoothStep(bar, bar + 0.45, base);
    const lit = clamp(0.55 + (base - toward) * 1.7 + rim * 0.4, 0.14, 1.2);
    const silver = 1 + 1.3 * Math.max(0, cosine) ** 6 * (0.4 + rim);
    air.sunShare(eyeHeightM + CUMULUS_OVER_EYE_M, this.sunSine, this.sunLight);
    airBefore(tables, pitchRad, fromSun, Math.min(t, AIR_REACH_M), this.between);
    for (let c = 0; c < 3; c++) {
      const own =
        SUN_IRRADIANCE[c]! * this.sunLight[c]! * 0.115 * lit * silver + ambient[c]! * 0.14;
      const seen = own * this.between[3 + c]! + this.between[c]!;
      out[c]! += (seen - out[c]!) * share;
    }
  }
}

function cumulusDensity(noise: Noise, warp: number, x: number, y: number, octaves: number): number {
  return (
    noise.fractal2(x / 3.1 + warp + 20, y / 3.1 - warp - 7, octaves) +
    0.3 * noise.fractal2(x / 14 + 3, y / 14 + 5, 2)
  );
}
